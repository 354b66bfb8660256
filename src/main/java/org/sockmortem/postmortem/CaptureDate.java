package org.sockmortem.postmortem;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.snapshot.Clue;
import org.sockmortem.snapshot.Reading;
import org.sockmortem.snapshot.WallClock;
import org.sockmortem.source.ArchiveName;

/**
 * When a tree's readings were taken. The strongest first: what date(1) printed there, sosreport's manifest, the name of the archive, the time that the archive
 * gives each file. Times of files are believed only where they differ: a copy gives all of them its own.
 */
final class CaptureDate {
    private static final long SECOND = 1_000_000;
    /** The commands of one capture run within minutes. */
    private static final long CAPTURE = 120 * SECOND;

    private final @Nullable Moment whole;
    private final boolean filesTell;

    private CaptureDate(@Nullable Moment whole, boolean filesTell) {
        this.whole = whole;
        this.filesTell = filesTell;
    }

    static CaptureDate of(TreeFindings tree) {
        Clue<WallClock> date = tree.clues().date();
        if (date != null) {
            WallClock clock = date.value();
            return new CaptureDate(moment(clock.local(), clock.offset(), CAPTURE), false);
        }
        ManifestTime manifest = tree.manifest();
        if (manifest != null) {
            return new CaptureDate(moment(manifest.start(), null, CAPTURE), false);
        }
        ArchiveName name = tree.name();
        LocalDateTime taken = name == null ? null : name.taken();
        if (name != null && taken != null) {
            return new CaptureDate(moment(taken, null, Math.max(CAPTURE, name.plusMinusSeconds() * SECOND)), false);
        }
        Set<Instant> times = new HashSet<>();
        tree.captured().stream()
                .map(CapturedState.Captured::modified)
                .filter(t -> t != null && t.getEpochSecond() > 0)
                .forEach(times::add);
        return new CaptureDate(null, times.size() > 1);
    }

    /** When the tree as a whole was taken, or {@code null}. */
    @Nullable
    Moment whole() {
        return whole;
    }

    /** The same reading with its time, where one is known; what a file would set at boot has none. */
    Reading dated(Reading reading, @Nullable Instant modified) {
        if (reading.isConfigured()) {
            return reading;
        }
        if (whole == null && filesTell && modified != null && modified.getEpochSecond() > 0) {
            return reading.takenAt(moment(modified.atOffset(ZoneOffset.UTC).toLocalDateTime(), ZoneOffset.UTC, SECOND));
        }
        return reading.takenAt(whole);
    }

    private static Moment moment(LocalDateTime local, @Nullable ZoneOffset offset, long plusMinus) {
        long axis = local.toEpochSecond(ZoneOffset.UTC) * SECOND;
        return new Moment(local, true, offset, null, plusMinus, axis);
    }

    /**
     * The moment beside stamps of a log: if these have no zone, they are of the clock that the moment is of too, and both are compared without.
     *
     * @param log a moment of the host's logs, or {@code null}
     */
    static @Nullable Moment beside(@Nullable Moment taken, @Nullable Moment log) {
        boolean strip = taken != null && taken.offset() != null && log != null && log.hasWall() && log.offset() == null;
        return strip && taken != null && taken.wall() != null
                ? moment(taken.wall(), null, taken.plusMinusMicros())
                : taken;
    }
}

package org.sockmortem.postmortem;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.join.ClockPair;
import org.sockmortem.snapshot.Clue;
import org.sockmortem.snapshot.HostClues;
import org.sockmortem.snapshot.Uptime;
import org.sockmortem.snapshot.WallClock;

/** What a host's captured files tell of its wall clock and the time since its boot, together. */
final class CapturedClocks {
    private static final long SECOND = 1_000_000;

    /** The commands of one capture run within minutes: so far apart may date and uptime be. */
    private static final long CAPTURE = 120 * SECOND;

    private CapturedClocks() {}

    /**
     * The pairs that the trees tell.
     *
     * @param zone rules of the host's, or {@code null}
     */
    static List<ClockPair> of(List<TreeFindings> trees, @Nullable ZoneRules zone) {
        List<ClockPair> pairs = new ArrayList<>();
        for (TreeFindings tree : trees) {
            HostClues clues = tree.clues();
            Clue<String> boot = clues.bootId();
            String id = boot == null ? null : boot.value();
            ClockPair byStat = byStat(id, clues, zone);
            ClockPair byUptime = byUptime(id, clues, zone);
            if (byStat != null) {
                pairs.add(byStat);
            }
            if (byUptime != null) {
                pairs.add(byUptime);
            }
        }
        return pairs;
    }

    /** {@code btime} of /proc/stat: the wall clock less CLOCK_BOOTTIME, cut to seconds (show_stat(), fs/proc/stat.c). */
    private static @Nullable ClockPair byStat(@Nullable String boot, HostClues clues, @Nullable ZoneRules zone) {
        Clue<Long> btime = clues.btime();
        if (btime == null) {
            return null;
        }
        long begin = btime.value();
        Clue<Uptime> uptime = clues.uptime();
        Clue<WallClock> date = clues.date();
        ZoneOffset offset = date == null ? null : offset(date.value(), zone);
        long up = ClockPair.UNKNOWN;
        if (uptime != null) {
            up = uptime.value().seconds() * SECOND;
        } else if (date != null && offset != null) {
            up = (date.value().local().toEpochSecond(offset) - begin) * SECOND;
        }
        return new ClockPair(
                boot, 0, begin * SECOND, SECOND, shown(begin, offset, zone), Math.max(ClockPair.UNKNOWN, up));
    }

    private static ZoneOffset shown(long epochSecond, @Nullable ZoneOffset offset, @Nullable ZoneRules zone) {
        if (zone != null) {
            return zone.getOffset(Instant.ofEpochSecond(epochSecond));
        }
        return offset == null ? ZoneOffset.UTC : offset;
    }

    /** date(1) beside /proc/uptime or uptime(1). That counts the time asleep too, so that it tells the boot's begin. */
    private static @Nullable ClockPair byUptime(@Nullable String boot, HostClues clues, @Nullable ZoneRules zone) {
        Clue<Uptime> uptime = clues.uptime();
        Clue<WallClock> date = clues.date();
        if (uptime == null || date == null) {
            return null;
        }
        LocalDateTime local = date.value().local();
        ZoneOffset offset = offset(date.value(), zone);
        long up = uptime.value().seconds();
        // cut off, so that the middle of what it can be is later
        long half = uptime.value().plusSeconds() * SECOND / 2;
        long begin = (local.toEpochSecond(offset == null ? ZoneOffset.UTC : offset) - up) * SECOND - half;
        return new ClockPair(boot, 0, begin, CAPTURE + half, offset, up * SECOND);
    }

    /** The offset of a captured clock, by its own text or by the host's zone; none in the hour that a zone has twice. */
    private static @Nullable ZoneOffset offset(WallClock clock, @Nullable ZoneRules zone) {
        if (clock.offset() != null || zone == null) {
            return clock.offset();
        }
        List<ZoneOffset> valid = zone.getValidOffsets(clock.local());
        return valid.size() == 1 ? valid.get(0) : null;
    }
}

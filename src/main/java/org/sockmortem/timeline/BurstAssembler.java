package org.sockmortem.timeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.Signal;

/**
 * Windows of one limiter in one boot to bursts. Works one window behind, since what the neighbours on both sides hold decides which
 * signals a window is reached by and how its note is shared out. Mutable.
 */
final class BurstAssembler {
    private final long gapMicros;
    private final long intervalMicros;
    private final int boot;
    private final Map<Signal, OpenBurst> latest = new EnumMap<>(Signal.class);
    private final List<Burst> finished = new ArrayList<>();
    private final NoteLedger unattributed;
    private @Nullable LimiterWindow before;
    private @Nullable LimiterWindow pending;
    /**
     * Refused calls that all notes have told of. Any signal visible in the boot may have been among them. Where a burst of it reaches
     * the window of a note, that burst bears the possibility; elsewhere its latest burst does, or else its first.
     */
    private long notedSoFar;

    /**
     * An assembler.
     *
     * @param intervalMicros length of a window, or 0 where nothing is limited
     * @param boot index of the boot
     * @param unattributed takes what belongs to no signal
     */
    BurstAssembler(long gapMicros, long intervalMicros, int boot, NoteLedger unattributed) {
        this.gapMicros = gapMicros;
        this.intervalMicros = intervalMicros;
        this.boot = boot;
        this.unattributed = unattributed;
    }

    /** The next closed window. */
    void accept(LimiterWindow window) {
        LimiterWindow ready = pending;
        if (ready != null) {
            place(before, ready, window);
            before = ready;
        }
        pending = window;
    }

    /** A note before which nothing of its limiter is visible in this boot. */
    void withoutSubject(LimiterWindow.Note note) {
        unattributed.add(note.event().at(), note.callbacks());
        noted(note.callbacks());
    }

    /** No window follows. */
    void finish() {
        LimiterWindow ready = pending;
        if (ready != null) {
            place(before, ready, null);
            pending = null;
        }
        latest.values().forEach(this::finish);
        latest.clear();
    }

    /** A later burst of its signal began, or nothing follows. Finished it takes less room, and there may be thousands. */
    private void finish(OpenBurst burst) {
        burst.noted(notedSoFar);
        finished.add(burst.finish(boot));
    }

    /** The bursts, those of one signal in order. */
    List<Burst> bursts() {
        return finished;
    }

    private void place(@Nullable LimiterWindow left, LimiterWindow window, @Nullable LimiterWindow right) {
        LimiterWindow near = left != null && touches(left, window) ? left : null;
        LimiterWindow next = right != null && touches(window, right) ? right : null;
        NoteShares shares = NoteShares.of(near, window, next);
        for (long rest = shares.reached(); rest != 0; rest = SignalShares.rest(rest)) {
            Signal signal = SignalShares.first(rest);
            extend(signal, window, shares.of(signal));
        }
        if (window.suppressed() > 0) {
            if (shares.unattributed() > 0) {
                unattributed.add(window.silenceFrom(), shares.unattributed());
            }
            noted(window.suppressed());
        }
    }

    private boolean touches(LimiterWindow earlier, LimiterWindow later) {
        return later.first().axisMicros() - earlier.silenceFrom().axisMicros() <= gapMicros;
    }

    private void extend(Signal signal, LimiterWindow window, long likely) {
        SignalShare share = window.shares().get(signal);
        OpenBurst burst = latest.get(signal);
        if (share == null) {
            if (burst != null) {
                burst.reachOver(window, likely);
            }
            return;
        }
        SignalShare.Stretch first = share.first();
        for (SignalShare.Stretch stretch = first; stretch != null; stretch = stretch.next()) {
            if (burst == null || burst.silenceBefore(stretch.first()) > gapMicros) {
                if (burst != null) {
                    finish(burst);
                }
                burst = new OpenBurst(signal, stretch.first(), intervalMicros, burst == null ? 0 : notedSoFar);
                latest.put(signal, burst);
            }
            burst.add(window, stretch, stretch == first, stretch.next() == null, likely);
        }
    }

    private void noted(long callbacks) {
        notedSoFar = Math.addExact(notedSoFar, callbacks);
    }
}

package org.sockmortem.timeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.LimiterEra;
import org.sockmortem.event.Wording;

/**
 * The kernel's rate limiters, written after their own rules and counting in jiffies as they do, with the truth that no log shows: when
 * each refused call was and what it wanted to say. The models never see this code.
 */
public final class KernelSimulator {
    /** How long other CPUs may print ahead of a note. */
    private static final long OUTRUN_MICROS = 5_000;

    private final LimiterEra era;
    private final LimiterSettings settings;
    private final long tickMicros;
    private final List<Line> log = new ArrayList<>();
    private final List<Call> waiting = new ArrayList<>();
    private final List<List<Call>> refusedByNote = new ArrayList<>();
    private long begin;
    private long printed;
    private long tokens;
    private long lastMessage;
    private boolean rolledOnce;
    private @Nullable Call owedSince;
    private int outrun;

    /** A call that wanted to say something. */
    public record Call(long micros, Wording wording) {}

    /** What the log shows: a wording, or a note's number where that is not negative. */
    public record Line(long micros, Wording wording, long note) {}

    /** A limiter of that era. */
    public KernelSimulator(LimiterEra era, LimiterSettings settings, int hertz) {
        this.era = era;
        this.settings = settings;
        this.tickMicros = 1_000_000 / hertz;
        this.tokens = settings.burst() * interval();
    }

    private long interval() {
        return settings.intervalMicros() / tickMicros;
    }

    /** One call; calls come in the order of time. */
    public void call(Call call) {
        long jiffies = 1 + call.micros / tickMicros;
        if (owedSince != null && call.micros - owedSince.micros > OUTRUN_MICROS) {
            printOwed();
        }
        boolean allowed = switch (era) {
            case KERNEL_2_4, TOKEN_BUCKET -> takesToken(jiffies, call);
            case OLD_WINDOW -> passesOldWindow(jiffies, call);
            default -> passesNewWindow(jiffies, call);
        };
        if (allowed) {
            if (outrun-- == 0) {
                printOwed();
            }
            log.add(new Line(call.micros + 3, call.wording, -1));
        } else {
            waiting.add(call);
        }
    }

    // __printk_ratelimit(), kernel/printk.c, 2.6.18
    private boolean takesToken(long jiffies, Call call) {
        tokens = Math.min(settings.burst() * interval(), tokens + jiffies - lastMessage);
        lastMessage = jiffies;
        if (tokens < interval()) {
            return false;
        }
        tokens -= interval();
        tell(call);
        return true;
    }

    // ___ratelimit(), lib/ratelimit.c, 2.6.37: a roll leaves begin at 0
    private boolean passesOldWindow(long jiffies, Call call) {
        if (begin == 0) {
            begin = jiffies;
        }
        if (jiffies > begin + interval()) {
            tell(call);
            begin = 0;
            printed = 0;
        }
        return spend();
    }

    // ___ratelimit(), lib/ratelimit.c, 4.9: a roll begins the next window
    private boolean passesNewWindow(long jiffies, Call call) {
        if (!rolledOnce) {
            begin = jiffies;
            rolledOnce = true;
        }
        if (jiffies > begin + interval()) {
            tell(call);
            begin = jiffies;
            printed = 0;
        }
        return spend();
    }

    private boolean spend() {
        if (printed >= settings.burst()) {
            return false;
        }
        printed++;
        return true;
    }

    private void tell(Call call) {
        if (waiting.isEmpty()) {
            return;
        }
        printOwed();
        refusedByNote.add(List.copyOf(waiting));
        waiting.clear();
        owedSince = call;
        // from 6.16 the budget is there again before the note is printed: other CPUs' lines of the new window may come
        // first
        outrun = era == LimiterEra.EXACT ? refusedByNote.size() % 4 : 0;
    }

    private void printOwed() {
        Call owed = owedSince;
        if (owed != null) {
            long last = log.isEmpty() ? 0 : log.get(log.size() - 1).micros;
            long callbacks = refusedByNote.get(refusedByNote.size() - 1).size();
            log.add(new Line(Math.max(owed.micros, last) + 1, owed.wording, callbacks));
            owedSince = null;
        }
    }

    /** What a reader of the log sees. */
    public List<Line> log() {
        printOwed();
        return log;
    }

    /** The refused calls of each note, in the order of the notes. */
    public List<List<Call>> refusedByNote() {
        return refusedByNote;
    }

    /** The refused calls that no note tells of. */
    public List<Call> untold() {
        return waiting;
    }
}

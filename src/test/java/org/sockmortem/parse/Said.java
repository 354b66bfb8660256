package org.sockmortem.parse;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelEvent;

/** Events in the words of the sample tables, such as {@code signal FILE_MAX 65536}. */
final class Said {
    /** A line that the grammar does not know. */
    static final String NOTHING = "unrecognised";

    private Said() {}

    /** What a line says. */
    static String by(LineParser parser, byte[] line) {
        return of(parser.parse(line, 0, line.length));
    }

    /** What a parse says. */
    static String of(Parsed parsed) {
        return parsed instanceof Parsed.Recognised recognised ? of(recognised.event()) : NOTHING;
    }

    private static String of(KernelEvent event) {
        if (event instanceof KernelEvent.SignalLine signal) {
            return "signal " + wording(signal);
        }
        if (event instanceof KernelEvent.ContextLine context) {
            return "context " + context.signal().id() + " " + context.step() + more(context.detail());
        }
        if (event instanceof KernelEvent.SuppressionNote note) {
            return "suppression " + note.function() + " " + note.callbacks();
        }
        if (event instanceof KernelEvent.RepetitionNote note) {
            return "repetition " + note.times() + more(quoted(note.repeated()));
        }
        if (event instanceof KernelEvent.LossNote loss) {
            return "loss " + loss.lost() + " " + loss.layer().name().toLowerCase(Locale.ROOT);
        }
        if (event instanceof KernelEvent.ReplayNote) {
            return "replay";
        }
        if (event instanceof KernelEvent.BootLine boot) {
            return "boot " + boot.release();
        }
        if (event instanceof KernelEvent.EstablishedHash hash) {
            return "hash " + hash.entries();
        }
        if (event instanceof KernelEvent.BootMemory memory) {
            return "memory " + memory.bytes();
        }
        if (event instanceof KernelEvent.ClockReading clock) {
            return "clock " + clock.epochMicros();
        }
        if (event instanceof KernelEvent.BootMark mark) {
            return "mark" + more(mark.bootId());
        }
        if (event instanceof KernelEvent.LogSpan span) {
            return "span " + span.begin();
        }
        return "other " + ((KernelEvent.OtherLimited) event).what();
    }

    private static @Nullable String quoted(@Nullable KernelEvent event) {
        if (event == null) {
            return null;
        }
        return event instanceof KernelEvent.SignalLine signal ? wording(signal) : of(event);
    }

    private static String wording(KernelEvent.SignalLine signal) {
        return signal.wording().name() + more(signal.detail());
    }

    private static String more(@Nullable String detail) {
        return detail == null ? "" : " " + detail;
    }
}

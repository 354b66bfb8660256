package org.sockmortem.postmortem;

import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Boot;
import org.sockmortem.clock.ClockModel;
import org.sockmortem.clock.Moment;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.parse.Parsed;
import org.sockmortem.parse.Stamp;
import org.sockmortem.source.SourceRef;
import org.sockmortem.timeline.TimedEvent;
import org.sockmortem.timeline.Timeline;

/** One host while its logs are read: its clock and its timeline. Mutable. */
final class HostAnalysis {
    private final ClockModel clock;
    private final Timeline timeline;
    private int boot = -1;
    private boolean newLog;
    private boolean bootMark;
    private boolean spoken;
    private @Nullable String nextBootId;
    private @Nullable Moment last;

    HostAnalysis(PostMortemOptions options, CapturedState state) {
        this.clock = new ClockModel(options.year(), options.zone());
        boolean byOption = options.kernel() != null;
        this.timeline = new Timeline(
                options.gapMicros(),
                state.limiter().settings(),
                byOption ? options.kernel() : state.kernel(),
                byOption);
    }

    /** A log begins; what it says need not follow on what was read before. */
    void beginLog() {
        newLog = boot >= 0;
    }

    /** The next event of the log. */
    void accept(Parsed.Recognised line, KernelEvent event, SourceRef ref) {
        Stamp stamp = line.header().stamp();
        if (event instanceof KernelEvent.BootMark mark) {
            bootMark = boot >= 0 || spoken;
            nextBootId = spoken ? null : mark.bootId();
            return;
        }
        if (event instanceof KernelEvent.LogSpan span) {
            clock.notBefore(span.begin());
            return;
        }
        spoken = true;
        boolean bootLine = event instanceof KernelEvent.BootLine;
        boolean elsewhere = newLog && !clock.continues(stamp);
        newLog = false;
        if (elsewhere || bootMark || clock.beginsBoot(stamp, bootLine)) {
            boot = clock.beginBoot();
            Moment start = clock.place(stamp);
            timeline.begin(new Boot(boot, bootLine ? start : null, nextBootId));
            bootMark = false;
            nextBootId = null;
        }
        if (event instanceof KernelEvent.ClockReading reading) {
            clock.read(stamp, reading.epochMicros(), reading.plusMinusMicros());
        }
        Moment at = clock.place(stamp);
        last = at.isTimed() ? at : last;
        timeline.accept(new TimedEvent(event, at, boot, ref, line.text()));
    }

    /** The moment of a line that says nothing of ours, such as the log's first and last. */
    @Nullable
    Moment momentOf(Stamp stamp) {
        Moment at = clock.place(stamp);
        if (!at.isTimed()) {
            return null;
        }
        last = at;
        return at;
    }

    /** The last moment of the host's logs, or {@code null}. */
    @Nullable
    Moment last() {
        return last == null ? null : clock.dated(last);
    }

    ClockModel clock() {
        return clock;
    }

    Timeline timeline() {
        return timeline;
    }
}

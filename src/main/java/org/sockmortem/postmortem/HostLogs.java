package org.sockmortem.postmortem;

import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Boot;
import org.sockmortem.clock.Moment;
import org.sockmortem.join.JoinSink;
import org.sockmortem.join.JoinedEvent;
import org.sockmortem.join.Joining;
import org.sockmortem.timeline.TimedEvent;
import org.sockmortem.timeline.Timeline;

/**
 * One host's logs, laid beside each other.
 *
 * @param name of the host
 * @param joining its logs
 */
record HostLogs(String name, Joining joining) {

    /** The host's timeline. */
    Timeline.Result timeline(PostMortemOptions options, CapturedState state) {
        boolean byOption = options.kernel() != null;
        Timeline timeline = new Timeline(
                options.gapMicros(),
                state.limiter().settings(),
                byOption ? options.kernel() : state.kernel(),
                byOption);
        joining.play(new JoinSink() {
            private int boot;

            @Override
            public void begin(Boot next) {
                boot = next.index();
                timeline.begin(next);
            }

            @Override
            public void event(JoinedEvent event) {
                timeline.accept(
                        new TimedEvent(event.event(), event.at(), boot, event.refs(), event.text(), event.caller()));
            }
        });
        return timeline.finish(name, new Cut(options.since(), options.until(), last()));
    }

    /** The last moment of its logs, or {@code null}. */
    @Nullable
    Moment last() {
        return joining.last();
    }
}

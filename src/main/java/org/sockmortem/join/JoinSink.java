package org.sockmortem.join;

import org.sockmortem.clock.Boot;

/** Takes a host's events, boot after boot. */
public interface JoinSink {
    /** A boot begins; the events that follow are of it. */
    void begin(Boot boot);

    /** The next event of the boot that was begun last. */
    void event(JoinedEvent event);
}

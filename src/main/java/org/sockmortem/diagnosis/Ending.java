package org.sockmortem.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.Citation;
import org.sockmortem.timeline.ContextEvent;

/**
 * A program that ended, as the kernel or systemd tells it: with it all its connections are closed at one moment (do_exit() in kernel/exit.c, by way of sock_close() in
 * net/socket.c).
 *
 * @param event what was logged
 * @param kind how it ended
 */
record Ending(ContextEvent event, Kind kind) {
    /** A process that is killed is gone, with its sockets closed, within about two seconds of the line that announces it. */
    private static final double SECONDS = 2;

    private static final Pattern PROCESS = Pattern.compile("^[^\\[]{1,24}\\[(\\d{1,10})]|^Process (\\d{1,10}) ");

    /** How a program ended, the plainest first. */
    enum Kind {
        /** The kernel killed it for want of memory. */
        KILL("mass.kill"),
        /** It broke a rule of the processor or of memory, and was ended by a signal. */
        CRASH("mass.crash"),
        /** systemd saw a service's main process gone, or restarts it. */
        EXIT("mass.exit"),
        /** systemd began to stop a service: somebody wanted it. */
        STOP("mass.stop");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }
    }

    /** Everything that is known to have ended, in order of time. */
    static List<ContextEvent> all(Case c) {
        return c.context(Signal.MEMORY_OOM_KILL, Signal.PROCESS_CRASH, Signal.SERVICE_STOP);
    }

    /** What of all that ended did so within two seconds of the burst's first line, the plainest kind first, then in order of time. */
    static List<Ending> beside(List<ContextEvent> all, Burst burst) {
        return all.stream()
                .filter(e -> e.boot() == burst.boot()
                        && e.at().isTimed()
                        && burst.start().isTimed())
                .filter(e -> Math.abs(burst.start().secondsSince(e.at()))
                        <= SECONDS + (e.at().plusMinusMicros() + burst.start().plusMinusMicros()) / 1e6)
                .map(e -> new Ending(e, kindOf(e)))
                .sorted(Comparator.comparing(Ending::kind))
                .toList();
    }

    private static Kind kindOf(ContextEvent event) {
        if (event.signal() == Signal.MEMORY_OOM_KILL) {
            return Kind.KILL;
        }
        return event.signal() == Signal.PROCESS_CRASH
                ? Kind.CRASH
                : event.citation().text().startsWith("Stopping") ? Kind.STOP : Kind.EXIT;
    }

    /** Says that it ended. */
    void describe(Draft draft) {
        Citation line = kind == Kind.KILL ? new OomKill(event).foremost() : event.citation();
        draft.because(line.ref(), kind.sentence, line.text());
    }

    /** Whether the lines of the burst were printed in the time of the very process that ended. */
    boolean isOf(Burst burst) {
        Iterable<Long> threads = burst.callers().threads().keySet();
        if (kind == Kind.KILL) {
            return new OomKill(event).isOf(threads);
        }
        Matcher process = PROCESS.matcher(event.citation().text());
        if (kind != Kind.CRASH || !process.find()) {
            return false;
        }
        long pid = Long.parseLong(process.group(1) == null ? process.group(2) : process.group(1));
        return burst.callers().threads().containsKey(pid);
    }
}

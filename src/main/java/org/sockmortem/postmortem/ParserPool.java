package org.sockmortem.postmortem;

import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.LineParser;
import org.sockmortem.scan.Workers;

/** The threads of a run, and a parser for each of them. */
final class ParserPool implements AutoCloseable {
    private final Workers workers;

    @SuppressWarnings("ThreadLocalUsage") // a run's own, given up with its threads
    private final ThreadLocal<@Nullable LineParser> parsers = new ThreadLocal<>();

    private final boolean remembers;

    /** So many threads, and parsers that remember lines or do not. */
    ParserPool(int jobs, boolean remembers) {
        workers = new Workers(jobs);
        this.remembers = remembers;
    }

    /** The parser of the thread that asks, made at its first line. */
    LineParser get() {
        LineParser own = parsers.get();
        if (own == null) {
            own = new LineParser(remembers);
            parsers.set(own);
        }
        return own;
    }

    /** The parser of the thread that asks, or {@code null} while it has had nothing to parse. */
    @Nullable
    LineParser atHand() {
        return parsers.get();
    }

    /** The threads. */
    Workers workers() {
        return workers;
    }

    @Override
    public void close() {
        workers.close();
    }
}

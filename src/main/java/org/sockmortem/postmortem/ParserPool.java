package org.sockmortem.postmortem;

import org.sockmortem.parse.LineParser;
import org.sockmortem.scan.Workers;

/** The threads of a run, and a parser for each of them. */
final class ParserPool implements AutoCloseable {
    private final Workers workers;
    private final ThreadLocal<LineParser> parsers;

    /** So many threads, and parsers that remember lines or do not. */
    ParserPool(int jobs, boolean remembers) {
        workers = new Workers(jobs);
        parsers = ThreadLocal.withInitial(() -> new LineParser(remembers));
    }

    /** The parser of the thread that asks. */
    LineParser get() {
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

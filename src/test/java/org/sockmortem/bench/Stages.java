package org.sockmortem.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.sockmortem.parse.LineParser;
import org.sockmortem.postmortem.PostMortem;
import org.sockmortem.postmortem.PostMortemOptions;
import org.sockmortem.postmortem.Report;
import org.sockmortem.scan.CandidateScanner;
import org.sockmortem.scan.ScanSummary;
import org.sockmortem.source.ReadProgress;
import org.sockmortem.source.Source;
import org.sockmortem.source.Sources;

/** Logs made for timing, and the stages that are timed; each gives an answer that can be checked. */
public final class Stages {
    private static final PostMortemOptions OPTIONS = new PostMortemOptions(
            PostMortemOptions.DEFAULT_GAP_MICROS, null, null, null, 2025, null, null, null, null, "bench");

    private Stages() {}

    /**
     * A syslog file of a busy server.
     *
     * @param lines how many
     * @param every one line of so many is of the kernel's limits, the others are of programs
     */
    public static byte[] log(int lines, int every) {
        Random random = new Random(7);
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < lines; i++) {
            log.append("Oct ")
                    .append(10 + i / 86_400 % 18)
                    .append(' ')
                    .append(two(i / 3_600 % 24))
                    .append(':');
            log.append(two(i / 60 % 60)).append(':').append(two(i % 60)).append(" web01 ");
            if (i % every == 0) {
                log.append(
                        i / every % 8 == 7
                                ? "kernel: net_ratelimit: " + random.nextInt(300) + " callbacks suppressed"
                                : "kernel: TCP: too many orphaned sockets");
            } else {
                log.append("app[")
                        .append(random.nextInt(30_000))
                        .append("]: GET /items/")
                        .append(random.nextInt());
                log.append(" 200 ").append(random.nextInt(5_000)).append(" by a client that goes on and on");
            }
            log.append('\n');
        }
        return log.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }

    /** Bytes to candidate lines, on one thread. */
    public static ScanSummary scan(byte[] log) {
        try {
            return new CandidateScanner().scan(new ByteArrayInputStream(log), (bytes, start, from, to, line) -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Candidate lines to events: how many there are. */
    public static long parse(byte[] log, LineParser parser) {
        long[] events = {0};
        try {
            new CandidateScanner()
                    .scan(
                            new ByteArrayInputStream(log),
                            (bytes, start, from, to, line) ->
                                    events[0] += parser.records(bytes, from, to).size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return events[0];
    }

    /** The whole way. */
    public static Report report(byte[] log, int jobs) {
        Sources sources = Sources.under(List.of(Source.STANDARD_INPUT), new ByteArrayInputStream(log));
        return PostMortem.of(sources, OPTIONS, ReadProgress.NONE, jobs);
    }
}

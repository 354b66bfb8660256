package org.sockmortem.postmortem;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.parse.LineParser;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.parse.Parsed;
import org.sockmortem.scan.CandidateScanner;
import org.sockmortem.scan.LineSink;
import org.sockmortem.scan.ScanSummary;
import org.sockmortem.source.ProblemText;
import org.sockmortem.source.Source;
import org.sockmortem.source.SourceRef;

/**
 * One log on its way from bytes to its hosts' timelines. Knows which host a line is of and which line a repetition note means; both
 * need the lines around it. Mutable, for one reading.
 */
final class LogReading implements LineSink {
    private static final int HELD_LIMIT = 4_096;
    private static final int PEEK = 1 << 16;

    private final Source source;
    private final Hosts hosts;
    private final LineParser parser;
    private final @Nullable String defaultHost;
    private final Set<LogFormat> formats = EnumSet.noneOf(LogFormat.class);
    private final Map<String, Previous> previous = new HashMap<>();
    private final List<Held> held = new ArrayList<>();
    private final Set<String> named = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private @Nullable String currentHost;
    private @Nullable HostAnalysis nameless;
    private @Nullable Moment first;
    private long recognised;
    private long unrecognised;

    private record Previous(long line, KernelEvent event) {}

    private record Held(Parsed.Recognised line, KernelEvent event, SourceRef ref) {}

    /**
     * A reading.
     *
     * @param defaultHost whose lines are that name no host, or {@code null} to leave it open
     */
    LogReading(Source source, Hosts hosts, LineParser parser, @Nullable String defaultHost) {
        this.source = source;
        this.hosts = hosts;
        this.parser = parser;
        this.defaultHost = defaultHost;
    }

    /** Reads it all; a failure on the way is told in the result, and what came before it counts. */
    LogOutcome read() {
        ScanSummary summary = null;
        String problem = null;
        try (InputStream in = new BufferedInputStream(source.opener().open(), PEEK)) {
            Parsed.Header head = peek(in);
            open(head);
            summary = new CandidateScanner().scan(in, this);
        } catch (IOException e) {
            problem = ProblemText.of(e);
        }
        settleHeld();
        Moment last = summary == null ? null : last(summary);
        return new LogOutcome(
                source,
                currentHost,
                List.copyOf(named),
                nameless,
                format(),
                summary,
                recognised,
                unrecognised,
                first,
                last,
                problem);
    }

    private Parsed.Header peek(InputStream in) throws IOException {
        in.mark(PEEK);
        byte[] start = in.readNBytes(PEEK - 1);
        in.reset();
        int from = 0;
        while (from < start.length && start[from] <= ' ' && start[from] >= 0) {
            from++;
        }
        int to = from;
        while (to < start.length && start[to] != '\n') {
            to++;
        }
        return from == to ? Parsed.Header.NONE : parser.header(start, from, to);
    }

    private void open(Parsed.Header head) {
        String host = head.host();
        if (host == null) {
            host = defaultHost;
        }
        HostAnalysis analysis;
        if (host == null) {
            analysis = hosts.nameless();
            nameless = analysis;
        } else {
            name(host);
            analysis = hosts.named(host);
        }
        analysis.beginLog();
        seeFormat(head);
        first = analysis.momentOf(head.stamp());
    }

    private void name(String host) {
        currentHost = host;
        if (named.add(Hosts.normal(host)) && named.size() > 1) {
            hosts.named(host).beginLog();
        }
    }

    private void seeFormat(Parsed.Header header) {
        if (header.format() != LogFormat.UNKNOWN) {
            formats.add(header.format());
        }
    }

    private LogFormat format() {
        if (formats.size() > 1) {
            formats.remove(LogFormat.DMESG_NOTIME);
        }
        return formats.isEmpty()
                ? LogFormat.UNKNOWN
                : formats.size() == 1 ? formats.iterator().next() : LogFormat.MIXED;
    }

    @Override
    public void line(byte[] bytes, int bufferStart, int from, int to, long number) {
        if (!(parser.parse(bytes, from, to) instanceof Parsed.Recognised line)) {
            unrecognised++;
            return;
        }
        recognised++;
        seeFormat(line.header());
        String host = line.header().host();
        if (host != null && !host.equals(currentHost)) {
            name(host);
            flushHeld(hosts.named(host));
        }
        KernelEvent event = line.event();
        String key = currentHost == null ? "" : Hosts.normal(currentHost);
        if (event instanceof KernelEvent.RepetitionNote note && note.repeated() == null) {
            long meant = new LookBack(parser, bytes, bufferStart)
                    .lineBefore(from, number, line.header().host());
            event = new KernelEvent.RepetitionNote(note.times(), repeatedAt(key, meant));
        } else if (!(event instanceof KernelEvent.RepetitionNote)) {
            previous.put(key, new Previous(number, event));
        }
        long cited = line.header().citedLine();
        deliver(new Held(line, event, new SourceRef(source.path(), cited > 0 ? cited : number)));
    }

    private @Nullable KernelEvent repeatedAt(String key, long line) {
        Previous before = previous.get(key);
        return before != null && before.line == line ? before.event : null;
    }

    private void deliver(Held line) {
        if (currentHost != null) {
            hosts.named(currentHost).accept(line.line, line.event, line.ref);
        } else {
            // who speaks may show on a later line
            held.add(line);
            if (held.size() >= HELD_LIMIT) {
                settleHeld();
            }
        }
    }

    private void flushHeld(HostAnalysis analysis) {
        held.forEach(h -> analysis.accept(h.line, h.event, h.ref));
        held.clear();
    }

    private void settleHeld() {
        if (!held.isEmpty() && nameless != null) {
            flushHeld(nameless);
        }
    }

    private @Nullable Moment last(ScanSummary summary) {
        if (summary.last().length == 0) {
            return null;
        }
        Parsed.Header tail = parser.header(summary.last(), 0, summary.last().length);
        seeFormat(tail);
        HostAnalysis analysis = currentHost == null ? nameless : hosts.find(currentHost);
        return analysis == null ? null : analysis.momentOf(tail.stamp());
    }
}

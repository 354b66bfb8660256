package org.sockmortem.postmortem;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.parse.LineParser;
import org.sockmortem.parse.Parsed;
import org.sockmortem.record.RecordForms;
import org.sockmortem.record.RecordReader;
import org.sockmortem.record.RecordSummary;
import org.sockmortem.scan.CandidateScanner;
import org.sockmortem.scan.LineSink;
import org.sockmortem.scan.ScanSummary;
import org.sockmortem.source.ProblemText;
import org.sockmortem.source.RotatedName;
import org.sockmortem.source.Source;
import org.sockmortem.source.SourceRef;
import org.sockmortem.source.TextStream;

/**
 * One log on its way from bytes to its hosts' timelines. Knows which host a line is of and which line a repetition note means; both
 * need the lines around it. Mutable, for one reading.
 */
final class LogReading implements LineSink {
    private static final int HELD_LIMIT = 4_096;
    private static final int PEEK = 1 << 16;
    private static final byte[] NOTHING = new byte[0];

    private final Source source;
    private final Hosts hosts;
    private final LineParser parser;
    private final @Nullable String defaultHost;
    private final FormatVotes formats = new FormatVotes();
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
        Parsed.Header tail = Parsed.Header.NONE;
        CandidateScanner scanner = new CandidateScanner();
        try (InputStream bytes = source.opener().open()) {
            InputStream in = new BufferedInputStream(TextStream.of(bytes), PEEK);
            byte[] head = peek(in);
            Optional<RecordReader> form = RecordForms.sniff(head, head.length);
            if (form.isPresent()) {
                open(Parsed.Header.NONE);
                RecordSummary records = form.get().read(in, this::record);
                summary = new ScanSummary(
                        records.bytes(), records.lines(), recognised + unrecognised, NOTHING, NOTHING, false);
                settleHeld();
                first = moment(records.first());
                tail = records.last();
            } else {
                formats.sample(head, parser);
                open(firstHeader(head));
                summary = scanner.scan(new BufferedInputStream(new WrappedLines(parser).joined(in), PEEK), this);
            }
        } catch (IOException e) {
            problem = ProblemText.of(e);
            summary = scanner.summary();
        }
        settleHeld();
        if (summary.last().length > 0) {
            tail = parser.header(summary.last(), 0, summary.last().length);
        }
        Moment last = moment(tail);
        LocalDate rotated = RotatedName.dateOf(source.path());
        HostAnalysis analysis = currentHost == null ? nameless : hosts.find(currentHost);
        if (rotated != null && analysis != null) {
            analysis.clock().lastNotAfter(rotated);
        }
        return new LogOutcome(
                source,
                currentHost,
                List.copyOf(named),
                nameless,
                formats.result(),
                summary,
                recognised,
                unrecognised,
                first,
                last,
                problem);
    }

    private static byte[] peek(InputStream in) throws IOException {
        in.mark(PEEK);
        byte[] start = in.readNBytes(PEEK - 1);
        in.reset();
        return start;
    }

    private Parsed.Header firstHeader(byte[] start) {
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
        formats.add(header.format());
    }

    @Override
    public void line(byte[] bytes, int bufferStart, int from, int to, long number) {
        List<Parsed.Recognised> records = parser.records(bytes, from, to);
        if (records.isEmpty()) {
            unrecognised++;
            return;
        }
        recognised++;
        for (Parsed.Recognised record : records) {
            accept(
                    record,
                    number,
                    () -> new LookBack(parser, bytes, bufferStart)
                            .lineBefore(from, number, record.header().host()));
        }
    }

    /** A record of a form in which the text alone is the kernel's. */
    private void record(Parsed.Header header, String text, long number) {
        if (!CandidateScanner.isCandidate(text)) {
            return;
        }
        if (parser.parse(header, text) instanceof Parsed.Recognised line) {
            recognised++;
            accept(line, number, () -> number - 1);
        } else {
            unrecognised++;
        }
    }

    private void accept(Parsed.Recognised line, long number, LongSupplier lineBefore) {
        seeFormat(line.header());
        String host = line.header().host();
        if (host != null && !host.equals(currentHost)) {
            name(host);
            flushHeld(hosts.named(host));
        }
        KernelEvent event = line.event();
        String key = currentHost == null ? "" : Hosts.normal(currentHost);
        if (event instanceof KernelEvent.RepetitionNote note && note.repeated() == null) {
            event = new KernelEvent.RepetitionNote(note.times(), repeatedAt(key, lineBefore.getAsLong()));
        } else if (!(event instanceof KernelEvent.RepetitionNote)) {
            previous.put(key, new Previous(number, event));
        }
        if (event instanceof KernelEvent.BootMark || event instanceof KernelEvent.LogSpan) {
            formats.sawJournal();
        }
        long cited = line.header().citedLine();
        String path = line.header().citedPath();
        deliver(new Held(line, event, new SourceRef(path == null ? source.path() : path, cited > 0 ? cited : number)));
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

    private @Nullable Moment moment(Parsed.Header header) {
        seeFormat(header);
        HostAnalysis analysis = currentHost == null ? nameless : hosts.find(currentHost);
        return analysis == null ? null : analysis.momentOf(header.stamp());
    }
}

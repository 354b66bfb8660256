package org.sockmortem.postmortem;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.join.Log;
import org.sockmortem.join.Tape;
import org.sockmortem.join.TapedEvent;
import org.sockmortem.parse.LineParser;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.parse.Parsed;
import org.sockmortem.record.RecordForms;
import org.sockmortem.record.RecordReader;
import org.sockmortem.record.RecordSummary;
import org.sockmortem.scan.CandidateScanner;
import org.sockmortem.scan.LineSink;
import org.sockmortem.scan.ScanSummary;
import org.sockmortem.source.ProblemText;
import org.sockmortem.source.Source;
import org.sockmortem.source.SourceRef;
import org.sockmortem.source.TextStream;

/**
 * One log on its way from bytes to a tape for each host that it names. Knows which host a line is of and which line a repetition note
 * means; both need the lines around it. Mutable, for one reading.
 */
final class LogReading implements LineSink {
    private static final int PEEK = 1 << 16;
    private static final byte[] NOTHING = new byte[0];

    private final Source source;
    private final LineParser parser;
    private final FormatVotes formats = new FormatVotes();
    private final Map<String, Previous> previous = new HashMap<>();
    private final Map<String, Tape> tapes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private @Nullable Tape nameless;
    private @Nullable String currentHost;
    private boolean inRecords;
    private long recognised;
    private long unrecognised;

    private record Previous(long line, KernelEvent event) {}

    /** A reading. */
    LogReading(Source source, LineParser parser) {
        this.source = source;
        this.parser = parser;
    }

    /** Reads it all; a failure on the way is told in the result, and what came before it counts. */
    LogOutcome read() {
        ScanSummary summary = null;
        String problem = null;
        Parsed.Header head = Parsed.Header.NONE;
        Parsed.Header tail = Parsed.Header.NONE;
        CandidateScanner scanner = new CandidateScanner();
        try (InputStream bytes = source.opener().open()) {
            InputStream in = new BufferedInputStream(TextStream.of(bytes), PEEK);
            byte[] start = peek(in);
            Optional<RecordReader> form = RecordForms.sniff(start, start.length);
            inRecords = form.isPresent();
            if (form.isPresent()) {
                RecordSummary records = form.get().read(in, this::record);
                summary = new ScanSummary(
                        records.bytes(), records.lines(), recognised + unrecognised, NOTHING, NOTHING, false);
                head = records.first();
                tail = records.last();
            } else {
                formats.sample(start, parser);
                head = firstHeader(start);
                begin(head);
                summary = scanner.scan(new BufferedInputStream(new WrappedLines(parser).joined(in), PEEK), this);
            }
        } catch (IOException e) {
            problem = ProblemText.of(e);
            summary = scanner.summary();
        }
        if (problem == null) {
            // a damaged source ends where the damage begins
            problem = source.damage().problem();
        }
        if (summary.last().length > 0) {
            tail = parser.header(summary.last(), 0, summary.last().length);
        }
        formats.add(head.format());
        formats.add(tail.format());
        LogFormat format = formats.result();
        return new LogOutcome(
                source,
                tapes,
                nameless,
                format,
                clock(format),
                summary,
                recognised,
                unrecognised,
                head.stamp(),
                tail.stamp(),
                problem);
    }

    private Log.Clock clock(LogFormat format) {
        return switch (format) {
            case DMESG_CTIME, DMESG_ISO, DMESG_RELTIME -> Log.Clock.RECKONED;
            case DMESG_DELTA -> inRecords ? Log.Clock.RELATIVE : Log.Clock.OWN;
            default -> Log.Clock.OWN;
        };
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

    /** Whose log it is shows with its first line, also where that says nothing of ours. */
    private void begin(Parsed.Header head) {
        if (head.host() != null) {
            name(head.host());
        }
    }

    /** A line names a host, and is of it, as are those after it until one names another. */
    private void name(String host) {
        currentHost = host;
        Tape before = nameless;
        nameless = null;
        // who spoke at the beginning of a log shows on a later line
        tapes.computeIfAbsent(HostNames.normal(host), h -> before == null ? new Tape(source.path()) : before);
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
        formats.add(line.header().format());
        String host = line.header().host();
        if (host != null && !host.equals(currentHost)) {
            name(host);
        }
        KernelEvent event = line.event();
        String key = currentHost == null ? "" : HostNames.normal(currentHost);
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
        SourceRef ref = new SourceRef(path == null ? source.path() : path, cited > 0 ? cited : number);
        tape(key).add(new TapedEvent(event, line.text(), line.header().stamp(), ref));
    }

    private Tape tape(String host) {
        Tape named = currentHost == null ? null : tapes.get(host);
        if (named != null) {
            return named;
        }
        Tape own = nameless;
        if (own == null) {
            own = new Tape(source.path());
            nameless = own;
        }
        return own;
    }

    private @Nullable KernelEvent repeatedAt(String key, long line) {
        Previous before = previous.get(key);
        return before != null && before.line == line ? before.event : null;
    }
}

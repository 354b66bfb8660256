package org.sockmortem.postmortem;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.io.input.TeeInputStream;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.join.Log;
import org.sockmortem.join.Tape;
import org.sockmortem.join.TapedEvent;
import org.sockmortem.parse.HostNotice;
import org.sockmortem.parse.LineParser;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.parse.Parsed;
import org.sockmortem.record.NewestFirst;
import org.sockmortem.record.RecordForms;
import org.sockmortem.record.RecordReader;
import org.sockmortem.record.RecordSummary;
import org.sockmortem.scan.CandidateScanner;
import org.sockmortem.scan.ScanSummary;
import org.sockmortem.source.ProblemText;
import org.sockmortem.source.Source;
import org.sockmortem.source.SourceRef;
import org.sockmortem.source.TextStream;

/**
 * One log on its way from bytes to a tape for each host that it names. Knows which host a line is of and which line a repetition note
 * means; both need the lines around it. Mutable, for one reading.
 */
final class LogReading {
    private static final int PEEK = 1 << 16;
    private static final byte[] NOTHING = new byte[0];

    private final Source source;
    private final ParserPool parsers;
    private final LineParser parser;
    private final FormatVotes formats = new FormatVotes();
    private final LineOrder lines = new LineOrder(this::accept);
    private final NewestFirst<Told> records = new NewestFirst<>(this::record, 1);
    private final Replays replays = new Replays();
    private final Map<String, Previous> previous = new HashMap<>();
    private final Map<String, Tape> tapes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private @Nullable Tape nameless;
    private @Nullable String currentHost;
    private @Nullable Tape currentTape;
    private @Nullable Previous currentPrevious;
    private @Nullable CrashPart part;
    private Parsed.@Nullable Recognised torn;
    private @Nullable TextStream text;
    private boolean inRecords;
    private boolean numbered;
    private long recognised;
    private long unrecognised;
    private long said;

    /** A record of a form in which the text alone is the kernel's. */
    private record Told(Parsed.Header header, String text, long number) {}

    /** The last event of a host, and its line. */
    private static final class Previous {
        long line = -1;

        /** How many lines had said something with it. */
        long said;

        @Nullable
        KernelEvent event;

        void at(long number, long saidSoFar, KernelEvent what) {
            line = number;
            said = saidSoFar;
            event = what;
        }
    }

    /** A reading. */
    LogReading(Source source, ParserPool parsers) {
        this.source = source;
        this.parsers = parsers;
        this.parser = parsers.get();
    }

    /** Reads it all; a failure on the way is told in the result, and what came before it counts. */
    LogOutcome read() {
        ScanSummary summary = null;
        String problem = null;
        Parsed.Header head = Parsed.Header.NONE;
        Parsed.Header tail = Parsed.Header.NONE;
        CandidateScanner scanner = new CandidateScanner();
        PastedText pasted = new PastedText();
        byte[] start = NOTHING;
        try (InputStream bytes = source.opener().open()) {
            TextStream decoded = TextStream.of(bytes);
            text = decoded;
            InputStream in = new BufferedInputStream(new TeeInputStream(decoded, pasted), PEEK);
            start = peek(in);
            Optional<RecordReader> form = RecordForms.sniff(start, start.length);
            inRecords = form.isPresent();
            part = CrashPart.of(start, source.name());
            if (form.isPresent()) {
                RecordSummary read = form.get().read(in, this::take);
                records.end();
                summary =
                        new ScanSummary(read.bytes(), read.lines(), recognised + unrecognised, NOTHING, NOTHING, false);
                head = read.first();
                tail = read.last();
            } else {
                formats.sample(start, parser, lines);
                numbered = LineNumbers.areIn(start);
                torn = TornHead.of(start, parser);
                head = torn == null ? firstHeader(start) : torn.header();
                begin(head);
                summary = scanner.scan(
                        new WrappedLines(parser).joined(in),
                        parsers.workers(),
                        () -> new BlockLines(parsers),
                        this::accept);
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
        lines.end();
        problem = problem == null ? lines.problem() : problem;
        if (numbered) {
            head = LineNumbers.sorted(head);
            tail = LineNumbers.sorted(tail);
        }
        closeTapes(summary.lines());
        boolean backwards = lines.isBackwards() || records.isBackwards();
        if (backwards) {
            tapes.values().forEach(Tape::wasTurnedRound);
        }
        String mark = formats.hostMark();
        if (tapes.isEmpty() && mark != null) {
            name(mark);
        }
        formats.add(head.format());
        formats.add(tail.format());
        LogFormat format = formats.result();
        return new LogOutcome(
                source,
                tapes,
                nameless,
                tapes.isEmpty() ? HostNotice.in(start) : null,
                format,
                clock(format),
                summary,
                recognised,
                unrecognised,
                (backwards ? tail : head).stamp(),
                (backwards ? head : tail).stamp(),
                tail.citedPath(),
                inRecords || recognised == 0
                        ? List.of()
                        : pasted.readings(source.path(), source.facts().linesBefore()),
                part,
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
        currentTape = null;
        currentPrevious = null;
        Tape before = nameless;
        nameless = null;
        // who spoke at the beginning of a log shows on a later line
        tapes.computeIfAbsent(HostNames.normal(host), h -> before == null ? new Tape(source.path()) : before);
    }

    /** What a block of the log says, and how many lines are before it. */
    private void accept(BlockLines block, long before) {
        if (before == 0 && torn != null) {
            block.beginWith(torn);
        }
        unrecognised += block.unrecognised();
        recognised += block.recognised();
        block.forEach((line, number, times, lineBefore) ->
                lines.take(numbered ? sorted(line) : line, before + number, times, before + lineBefore));
    }

    private static Parsed.Recognised sorted(Parsed.Recognised line) {
        return new Parsed.Recognised(LineNumbers.sorted(line.header()), line.event(), line.text());
    }

    private void take(Parsed.Header header, String text, long number) {
        if (CandidateScanner.isCandidate(text)) {
            records.take(header.stamp(), new Told(header, text, number));
        } else {
            records.pass(header.stamp());
        }
    }

    private void record(Told told) {
        if (parser.parse(told.header, told.text) instanceof Parsed.Recognised line) {
            // a journal's ids of boots are fields, not lines
            recognised += line.event() instanceof KernelEvent.BootMark ? 0 : 1;
            accept(line, told.number, 1, told.number - 1);
        } else {
            unrecognised++;
        }
    }

    /** One line, or the first of several that say the same, one after the other. */
    private void accept(Parsed.Recognised line, long number, int times, long lineBefore) {
        formats.add(line.header().format(), times);
        if (replays.take(line, number)) {
            if (times > 1) {
                accept(line, number + 1, times - 1, number);
            }
            return;
        }
        String host = line.header().host();
        if (host != null && !host.equals(currentHost)) {
            name(host);
        }
        KernelEvent event = line.event();
        if (event instanceof KernelEvent.ContextLine beside
                && beside.signal().isCompanion()
                && beside.detail() == null) {
            // a session that ends, as some do each minute
            return;
        }
        said++;
        if (event instanceof KernelEvent.RepetitionNote note && note.repeated() == null) {
            KernelEvent repeated = repeatedAt(lineBefore);
            event = new KernelEvent.RepetitionNote(note.times(), repeated);
            if (repeated != null) {
                // of a long flood a daemon tells in one note after the other
                previous().at(number, said, repeated);
            } else if (lineBefore == 0) {
                tape().opensWithRepetition();
            }
        } else if (!(event instanceof KernelEvent.RepetitionNote)) {
            said += times - 1;
            previous().at(number + times - 1, said, event);
        }
        if (event instanceof KernelEvent.BootMark || event instanceof KernelEvent.LogSpan) {
            formats.sawJournal();
        }
        long cited = line.header().citedLine();
        String path = line.header().citedPath();
        TextStream decoded = text;
        boolean inFile = cited > 0 || decoded == null || decoded.hasFileLines();
        for (int i = 0; i < (inFile ? 1 : times); i++) {
            long at = cited > 0 ? cited : source.facts().linesBefore() + fileLine(number + i);
            SourceRef ref = new SourceRef(path == null ? source.path() : path, at);
            tape().add(new TapedEvent(event, line.text(), line.header().stamp(), ref), inFile ? times : 1);
        }
    }

    private long fileLine(long number) {
        TextStream decoded = text;
        return decoded == null ? number : decoded.fileLine(number);
    }

    /** Tells each tape what its host's last line says, where all lines after it are known to be of others. */
    private void closeTapes(long lines) {
        previous.forEach((host, before) -> {
            Tape tape = host.isEmpty() ? nameless : tapes.get(host);
            if (tape != null && before.event != null && lines - before.line == said - before.said) {
                tape.closesWith(before.event);
            }
        });
    }

    private Tape tape() {
        Tape tape = currentTape;
        if (tape == null) {
            String host = currentHost;
            tape = host == null ? null : tapes.get(HostNames.normal(host));
            if (tape == null) {
                tape = new Tape(source.path());
                nameless = tape;
            }
            currentTape = tape;
        }
        return tape;
    }

    private Previous previous() {
        Previous before = currentPrevious;
        if (before == null) {
            String host = currentHost;
            before = previous.computeIfAbsent(host == null ? "" : HostNames.normal(host), h -> new Previous());
            currentPrevious = before;
        }
        return before;
    }

    private @Nullable KernelEvent repeatedAt(long line) {
        Previous before = previous();
        return before.line == line ? before.event : null;
    }
}

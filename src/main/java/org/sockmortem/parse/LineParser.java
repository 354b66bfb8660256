package org.sockmortem.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.grammar.KernelLogLexer;
import org.sockmortem.parse.grammar.KernelLogParser;

/**
 * Reads lines by the grammar in {@code grammar/}. The only door to ANTLR: what comes out are our own values.
 *
 * <p>SLL prediction first, and full LL for the few lines that it rejects; no tree, one recogniser reused for all lines. A line that does
 * not fit is a value, not an error, so there is nothing to recover. What the recognisers learned is shared by all instances and never thrown away. Not for use by several threads.
 *
 * <p>A line that does not fit is tried again without what copying may have put on it: marks of quoting, then a path before it.
 */
public final class LineParser {
    /** No header is longer than this, in bytes. */
    private static final int HEADER_LIMIT = 512;

    /** The kernel's records end at about a thousand bytes (LOG_LINE_MAX, kernel/printk/printk.c); envelopes add a few hundred. */
    private static final int LONGEST_TEXT = 4_096;

    private static final List<PredictionMode> QUICK_THEN_FULL = List.of(PredictionMode.SLL, PredictionMode.LL);

    private final KernelLogLexer lexer = new KernelLogLexer(CharStreams.fromString(""));
    private final CommonTokenStream tokens = new CommonTokenStream(lexer);
    private final KernelLogParser parser = new KernelLogParser(tokens);

    /** A parser. */
    public LineParser() {
        lexer.removeErrorListeners();
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        parser.setBuildParseTree(false);
    }

    /**
     * What the line says; nothing, if the grammar does not know it.
     *
     * @param bytes a buffer that holds the line
     * @param from index of its first byte
     * @param to index after its last byte
     */
    public Parsed parse(byte[] bytes, int from, int to) {
        return parse(LineText.decode(bytes, from, to));
    }

    /**
     * All that a line says: one record, or none, or several where a page's line breaks stand in place of the text's.
     *
     * @param bytes a buffer that holds the line
     */
    public List<Parsed.Recognised> records(byte[] bytes, int from, int to) {
        List<Parsed.Recognised> records = new ArrayList<>(1);
        for (String record : Artefacts.records(LineText.decode(bytes, from, to))) {
            if (parse(record) instanceof Parsed.Recognised line) {
                records.add(line);
            }
        }
        return records;
    }

    /** What a line says, already decoded. */
    public Parsed parse(String line) {
        if (line.length() > LONGEST_TEXT) {
            return new Parsed.Unrecognised();
        }
        String text = Artefacts.isSuspicious(line) ? Artefacts.clean(line) : line;
        String unquoted = Artefacts.unquoted(text);
        Parsed parsed = tryLine(unquoted);
        if (parsed == null) {
            Artefacts.Cited cited = Artefacts.withoutPath(unquoted.strip());
            parsed = cited == null ? null : at(cited, tryLine(cited.text()));
        }
        return parsed == null ? new Parsed.Unrecognised() : parsed;
    }

    /**
     * What a text says whose header is told from elsewhere, as by the fields around it in a record.
     *
     * @param header what is told
     * @param text the kernel's text; it may carry a stamp or a whole envelope of its own, which then adds to the header
     */
    public Parsed parse(Parsed.Header header, String text) {
        if (!(parse(text) instanceof Parsed.Recognised line)) {
            return new Parsed.Unrecognised();
        }
        Parsed.Header own = line.header();
        Stamp outer = header.stamp();
        Stamp inner = own.stamp();
        Stamp both = new Stamp(
                outer.wall() == null || inner.wall() != null ? inner.wall() : outer.wall(),
                inner.hasUptime() ? inner.uptimeMicros() : outer.uptimeMicros(),
                inner.caller() == null ? outer.caller() : inner.caller());
        String host = own.host() == null ? header.host() : own.host();
        LogFormat format = header.format() == LogFormat.UNKNOWN ? own.format() : header.format();
        return new Parsed.Recognised(
                new Parsed.Header(format, both, host, own.citedLine(), own.citedPath()), line.event(), line.text());
    }

    private static Parsed.@Nullable Recognised at(Artefacts.Cited cited, Parsed.@Nullable Recognised line) {
        if (line == null) {
            return null;
        }
        Parsed.Header own = line.header();
        long number = cited.line() > 0 ? cited.line() : own.citedLine();
        return new Parsed.Recognised(
                new Parsed.Header(own.format(), own.stamp(), own.host(), number, cited.path()),
                line.event(),
                line.text());
    }

    private Parsed.@Nullable Recognised tryLine(String text) {
        KernelLogParser.LineContext line = predicted(text, KernelLogParser::line);
        return line == null ? null : Lines.read(line, text);
    }

    /** The quick prediction's parse, else the full one's, else nothing. */
    private <T> @Nullable T predicted(String text, Function<KernelLogParser, T> rule) {
        for (PredictionMode mode : QUICK_THEN_FULL) {
            begin(text);
            parser.getInterpreter().setPredictionMode(mode);
            try {
                return rule.apply(parser);
            } catch (ParseCancellationException rejected) {
                // the quick prediction forgets where it came from, and so rejects some lines that the grammar knows
            }
        }
        return null;
    }

    /** What stands before the text of any line, whatever the text. */
    public Parsed.Header header(byte[] bytes, int from, int to) {
        String line = LineText.decode(bytes, from, Math.min(to, from + HEADER_LIMIT));
        String text = Artefacts.unquoted(Artefacts.isSuspicious(line) ? Artefacts.clean(line) : line);
        Parsed.Header header = tryHeader(text);
        if (header.format() == LogFormat.UNKNOWN) {
            Artefacts.Cited cited = Artefacts.withoutPath(text.strip());
            header = cited == null ? header : tryHeader(cited.text());
        }
        return header;
    }

    private Parsed.Header tryHeader(String text) {
        KernelLogParser.HeaderContext header = predicted(text, KernelLogParser::header);
        return header == null ? Parsed.Header.NONE : Headers.of(header, text);
    }

    private void begin(String text) {
        lexer.setInputStream(CharStreams.fromString(text));
        tokens.setTokenSource(lexer);
        parser.setTokenStream(tokens);
    }
}

package org.sockmortem.parse;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.grammar.KernelLogParser;
import org.sockmortem.parse.words.Words;

/**
 * Reads lines by the grammar in {@code grammar/}. The only door to ANTLR: what comes out are our own values.
 *
 * <p>SLL prediction first, and full LL for the few lines that it rejects; no tree, one recogniser reused for all lines. A line that does
 * not fit is a value, not an error, so there is nothing to recover. What the recognisers learned is shared by all instances and never thrown away. Not for use by several threads.
 *
 * <p>A line that does not fit is tried again without what copying and tools may have put before it, a few layers deep.
 */
public final class LineParser {
    /** No header is longer than this, in bytes. */
    private static final int HEADER_LIMIT = 512;

    /** The kernel's records end at about a thousand bytes (LOG_LINE_MAX, kernel/printk/printk.c); envelopes add a few hundred. */
    private static final int LONGEST_TEXT = 4_096;

    /** A number, in a mail, in a table, found by grep: nobody is known to have gone further. */
    private static final int LAYERS = 3;

    private static final int LONGEST_PEELED = 1_500;

    /** A short log is read without learning from it: that would take longer than it saves. */
    private static final int PARSED_ALWAYS = 64;

    private static final int VARIANTS = 3;

    /** Numbers with which a note is tried, short and long. */
    private static final long[] NUMBERS = {7, 4_321, 987_654_321};

    private static final List<PredictionMode> QUICK_THEN_FULL = List.of(PredictionMode.SLL, PredictionMode.LL);

    private final KernelLogParser parser = new KernelLogParser(new Words(""));
    private final Recall recall = new Recall();
    private final boolean remembers;
    private int parsed;

    /** A parser that remembers lines. */
    public LineParser() {
        this(true);
    }

    /**
     * A parser.
     *
     * @param remembers whether lines that differ in their times alone are parsed once
     */
    public LineParser(boolean remembers) {
        this.remembers = remembers;
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
     * What a line says that differs from one which was read in its times and numbers alone, always one record; {@code null} where it has to
     * be read.
     */
    public @Nullable List<Parsed.Recognised> known(byte[] bytes, int from, int to) {
        return parsed < PARSED_ALWAYS ? null : recall.of(bytes, from, to);
    }

    /**
     * All that a line says: one record, or none, or several where a page's line breaks stand in place of the text's.
     *
     * @param bytes a buffer that holds the line
     */
    public List<Parsed.Recognised> records(byte[] bytes, int from, int to) {
        List<Parsed.Recognised> known = known(bytes, from, to);
        if (known != null) {
            return known;
        }
        String text = LineText.decode(bytes, from, to);
        List<String> all = Records.of(text);
        List<Parsed.Recognised> records = new ArrayList<>(1);
        for (String record : all) {
            if (parse(record) instanceof Parsed.Recognised line) {
                records.add(line);
            }
        }
        if (remembers && records.size() == 1 && all.size() == 1 && ++parsed >= PARSED_ALWAYS) {
            remember(text, records.get(0));
        }
        return records;
    }

    /** A line that says what it says without any cleaning, and what the grammar says of it with other digits in its times. */
    private void remember(String text, Parsed.Recognised line) {
        boolean plain =
                !Artefacts.isSuspicious(text) && text.endsWith(line.text()) && text.equals(Artefacts.unquoted(text));
        if (!plain) {
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        HeaderMould mould = recall.known(bytes, line);
        if (mould == null) {
            mould = Recall.fresh(bytes, line);
            if (mould == null || !isRight(mould, bytes, line)) {
                return;
            }
            recall.keep(mould, bytes);
        }
        NoteMould note = NoteMould.of(mould, line);
        if (note != null && isRight(note, text.substring(0, mould.length()), line)) {
            recall.keep(note);
        } else {
            recall.keep(mould, bytes, line);
        }
    }

    private boolean isRight(NoteMould note, String head, Parsed.Recognised line) {
        for (long number : NUMBERS) {
            String text = note.text(number);
            if (!new Parsed.Recognised(line.header(), note.event(number), text).equals(parse(head + text))) {
                return false;
            }
        }
        return true;
    }

    private boolean isRight(HeaderMould mould, byte[] bytes, Parsed.Recognised line) {
        for (int step = 1; step <= VARIANTS; step++) {
            byte[] variant = mould.variant(bytes, step);
            Parsed.Header expected = mould.of(variant, 0, variant.length);
            Parsed read = parse(variant, 0, variant.length);
            boolean same = expected != null && new Parsed.Recognised(expected, line.event(), line.text()).equals(read);
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /** What a line says, already decoded. */
    public Parsed parse(String line) {
        if (line.length() > LONGEST_TEXT) {
            return new Parsed.Unrecognised();
        }
        String text = Artefacts.isSuspicious(line) ? Artefacts.clean(line) : line;
        String unquoted = Artefacts.unquoted(text);
        Parsed.Recognised whole = tryLine(unquoted, false);
        Parsed.Recognised found = whole == null ? peeled(unquoted, LAYERS) : whole;
        return found == null ? new Parsed.Unrecognised() : found;
    }

    private Parsed.@Nullable Recognised peeled(String text, int layers) {
        if (text.length() > LONGEST_PEELED) {
            return null;
        }
        List<Peel> ways = Peel.off(text);
        for (Peel way : ways) {
            Parsed.Recognised below = tryLine(Artefacts.unquoted(way.rest()), true);
            if (below != null && isStamped(below.header())) {
                return below(way, below);
            }
        }
        for (Peel way : layers > 1 ? deeper(ways) : List.<Peel>of()) {
            Parsed.Recognised below = peeled(Artefacts.unquoted(way.rest()), layers - 1);
            if (below != null) {
                return below(way, below);
            }
        }
        return null;
    }

    /** A name stands directly before the line: what names two is a program that speaks of a line. */
    private static List<Peel> deeper(List<Peel> ways) {
        return ways.stream().filter(w -> w.host() == null).toList();
    }

    private static boolean isStamped(Parsed.Header header) {
        return header.stamp().hasUptime() || header.stamp().wall() != null || header.host() != null;
    }

    private static Parsed.Recognised below(Peel way, Parsed.Recognised line) {
        return new Parsed.Recognised(way.over(line.header()), line.event(), line.text());
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
                inner.within(outer.wall()).wall(),
                inner.hasUptime() ? inner.uptimeMicros() : outer.uptimeMicros(),
                inner.caller() == null ? outer.caller() : inner.caller());
        String host = own.host() == null ? header.host() : own.host();
        LogFormat format = header.format() == LogFormat.UNKNOWN ? own.format() : header.format();
        return new Parsed.Recognised(
                new Parsed.Header(format, both, host, own.citedLine(), own.citedPath()), line.event(), line.text());
    }

    private Parsed.@Nullable Recognised tryLine(String text, boolean below) {
        KernelLogParser.LineContext line = predicted(text, KernelLogParser::line);
        return line == null ? null : Lines.read(line, text, below);
    }

    /** The quick prediction's parse, else the full one's, else nothing. */
    private <T> @Nullable T predicted(String text, Function<KernelLogParser, T> rule) {
        Words words = new Words(text);
        for (PredictionMode mode : QUICK_THEN_FULL) {
            words.seek(0);
            parser.setTokenStream(words);
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
            return peeledHeader(text, LAYERS);
        }
        // a clock without a date in brackets is a chat's, a capturing tool's or a terminal's
        Parsed.Header below =
                header.stamp().isNone() && text.startsWith("[") ? peeledHeader(text, LAYERS) : Parsed.Header.NONE;
        return below.format() == LogFormat.UNKNOWN ? header : below;
    }

    private Parsed.Header peeledHeader(String text, int layers) {
        List<Peel> ways = text.length() > LONGEST_PEELED ? List.of() : Peel.off(text);
        for (Peel way : ways) {
            Parsed.Header header = tryHeader(Artefacts.unquoted(way.rest()));
            if (header.format() != LogFormat.UNKNOWN && isStamped(header)) {
                return way.over(header);
            }
        }
        for (Peel way : layers > 1 ? deeper(ways) : List.<Peel>of()) {
            Parsed.Header header = peeledHeader(Artefacts.unquoted(way.rest()), layers - 1);
            if (header.format() != LogFormat.UNKNOWN) {
                return way.over(header);
            }
        }
        return Parsed.Header.NONE;
    }

    private Parsed.Header tryHeader(String text) {
        KernelLogParser.HeaderContext header = predicted(text, KernelLogParser::header);
        return header == null ? Parsed.Header.NONE : Headers.of(header, text);
    }
}

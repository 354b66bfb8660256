package org.sockmortem.parse;

import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.parse.grammar.KernelLogLexer;
import org.sockmortem.parse.grammar.KernelLogParser;

/**
 * Reads lines by the grammar in {@code grammar/}. The only door to ANTLR: what comes out are our own values.
 *
 * <p>SLL prediction alone, no tree, one recogniser reused for all lines: a line that does not fit is a value, not an error, so there is
 * nothing to recover. What the recognisers learned is shared by all instances and never thrown away. Not for use by several threads.
 */
public final class LineParser {
    private final KernelLogLexer lexer = new KernelLogLexer(CharStreams.fromString(""));
    private final CommonTokenStream tokens = new CommonTokenStream(lexer);
    private final KernelLogParser parser = new KernelLogParser(tokens);

    /** A parser. */
    public LineParser() {
        lexer.removeErrorListeners();
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        parser.setBuildParseTree(false);
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    }

    /**
     * What the line says; nothing, if the grammar does not know it.
     *
     * @param bytes a buffer that holds the line
     * @param from index of its first byte
     * @param to index after its last byte
     */
    public Parsed parse(byte[] bytes, int from, int to) {
        String text = LineText.decode(bytes, from, to);
        begin(text);
        try {
            Parsed parsed = read(parser.line(), text);
            return parsed == null ? new Parsed.Unrecognised() : parsed;
        } catch (ParseCancellationException e) {
            return new Parsed.Unrecognised();
        }
    }

    /** What stands before the text of any line, whatever the text. */
    public Parsed.Header header(byte[] bytes, int from, int to) {
        String text = LineText.decode(bytes, from, Math.min(to, from + HEADER_LIMIT));
        begin(text);
        try {
            return Headers.of(parser.header(), text);
        } catch (ParseCancellationException e) {
            return Parsed.Header.NONE;
        }
    }

    /** No header is longer than this, in bytes. */
    private static final int HEADER_LIMIT = 512;

    private void begin(String text) {
        lexer.setInputStream(CharStreams.fromString(text));
        tokens.setTokenSource(lexer);
        parser.setTokenStream(tokens);
    }

    private static @Nullable Parsed read(KernelLogParser.LineContext line, String text) {
        Parsed.Header header = Headers.of(line, text);
        if (line instanceof KernelLogParser.KernelLineContext kernel) {
            return recognised(header, Messages.read(kernel.body, text), text, kernel.body.start);
        }
        if (line instanceof KernelLogParser.QuotedRepetitionContext quote) {
            KernelEvent again = Messages.read(quote.again.quoted, text);
            long times = Numbers.parse(quote.again.count);
            KernelEvent event = again == null || times < 0 ? null : new KernelEvent.RepetitionNote(times, again);
            return recognised(header, event, text, quote.again.start);
        }
        if (line instanceof KernelLogParser.RepetitionContext repetition) {
            long times = Numbers.parse(repetition.same.count);
            KernelEvent event = times < 0 ? null : new KernelEvent.RepetitionNote(times, null);
            return recognised(header, event, text, repetition.same.start);
        }
        if (line instanceof KernelLogParser.DaemonLineContext daemon) {
            return recognised(header, loss(daemon.gone.count), text, daemon.gone.start);
        }
        KernelLogParser.ConsoleLineContext console = (KernelLogParser.ConsoleLineContext) line;
        return recognised(header, loss(console.gone.count), text, console.gone.start);
    }

    private static @Nullable KernelEvent loss(@Nullable Token count) {
        if (count == null) {
            return new KernelEvent.LossNote(-1);
        }
        long lost = Numbers.parse(count);
        return lost < 0 ? null : new KernelEvent.LossNote(lost);
    }

    private static @Nullable Parsed recognised(
            Parsed.Header header, @Nullable KernelEvent event, String text, Token first) {
        return event == null
                ? null
                : new Parsed.Recognised(
                        header, event, text.substring(first.getStartIndex()).strip());
    }
}

package org.sockmortem.parse;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.parse.grammar.KernelLogParser;

/** Whole lines of the grammar to values; {@code null} where a number in them cannot be one. */
final class Lines {
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final int LONGEST_NUMBER = 18;

    private Lines() {}

    /**
     * What a line says.
     *
     * @param below whether it stood behind something that was taken off
     */
    static Parsed.@Nullable Recognised read(KernelLogParser.LineContext line, String text, boolean below) {
        Parsed.Header header = Headers.of(line, text);
        if (line instanceof KernelLogParser.KernelLineContext kernel) {
            KernelEvent event = Messages.read(kernel.body, text);
            return isProse(kernel, event) ? null : recognised(header, event, text, kernel.body.start);
        }
        if (line instanceof KernelLogParser.TaglessLineContext tagless) {
            // what ends as a tag does is a program that quotes the kernel
            boolean quoted = tagless.host != null && header.host() == null;
            return quoted || isTyped(tagless, below)
                    ? null
                    : recognised(header, Messages.read(tagless.text, text), text, tagless.text.start);
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
            return recognised(header, loss(daemon.gone), text, daemon.gone.start);
        }
        if (line instanceof KernelLogParser.ManagerLineContext manager) {
            return recognised(header, Ends.service(manager.said, text), text, manager.said.start);
        }
        if (line instanceof KernelLogParser.ConsoleLineContext console) {
            return console.replay == null
                    ? recognised(header, loss(console.gone), text, console.gone.start)
                    : recognised(header, new KernelEvent.ReplayNote(), text, console.replay.start);
        }
        KernelLogParser.JournalLineContext journal = (KernelLogParser.JournalLineContext) line;
        return recognised(header, mark(journal.mark), text, journal.mark.start);
    }

    /**
     * A shell's history: a number and a time, or a time in seconds, before a command where netconsole has its host. {@code echo TCP: too many
     * orphaned sockets} is none of the kernel's.
     */
    private static boolean isTyped(KernelLogParser.TaglessLineContext line, boolean below) {
        return line.host != null && (below || line.lineNumber != null || isOfPrograms(line.wall.stamp));
    }

    /** Seconds since 1970, and a blank between date and time, which syslog and netconsole do not write. */
    private static boolean isOfPrograms(Token stamp) {
        return stamp.getType() == KernelLogParser.EPOCH_STAMP
                || (stamp.getType() == KernelLogParser.RFC3339_STAMP
                        && stamp.getText().indexOf(' ') >= 0);
    }

    /** Several words before the phrase, and nothing before them: a sentence about the kernel rather than a process's name. */
    private static boolean isProse(KernelLogParser.KernelLineContext line, @Nullable KernelEvent event) {
        return line.head == null
                && Messages.beginsFreely(line.body)
                && event instanceof KernelEvent.ContextLine context
                && context.detail() != null
                && context.detail().indexOf(' ') >= 0;
    }

    private static @Nullable KernelEvent mark(KernelLogParser.JournalMarkContext mark) {
        if (mark instanceof KernelLogParser.BootMarkContext boot) {
            return new KernelEvent.BootMark(boot.id.getText());
        }
        if (mark instanceof KernelLogParser.RebootMarkContext) {
            return new KernelEvent.BootMark(null);
        }
        WallStamp begin = StampReader.wall(((KernelLogParser.SpanMarkContext) mark).begin.getText());
        return begin == null ? null : new KernelEvent.LogSpan(LocalDate.of(begin.year(), begin.month(), begin.day()));
    }

    private static @Nullable KernelEvent loss(KernelLogParser.ConsoleLossContext note) {
        return loss(
                Numbers.parse(note.count),
                note.atBoot == null ? KernelEvent.LossNote.Layer.CONSOLE : KernelEvent.LossNote.Layer.RING);
    }

    private static @Nullable KernelEvent loss(KernelLogParser.DaemonLossContext note) {
        if (note instanceof KernelLogParser.MissedByJournalContext missed) {
            return loss(Numbers.parse(missed.count), KernelEvent.LossNote.Layer.JOURNAL);
        }
        if (note instanceof KernelLogParser.OverrunContext) {
            return new KernelEvent.LossNote(-1, KernelEvent.LossNote.Layer.JOURNAL);
        }
        if (note instanceof KernelLogParser.OfServiceContext service) {
            return loss(number(service.words.getText()), KernelEvent.LossNote.Layer.SERVICE);
        }
        if (note instanceof KernelLogParser.ForwardedContext forwarded) {
            return loss(number(forwarded.words.getText()), KernelEvent.LossNote.Layer.SYSLOG);
        }
        if (note instanceof KernelLogParser.LimitedContext limited) {
            return loss(Numbers.parse(limited.count), KernelEvent.LossNote.Layer.SYSLOG);
        }
        Token ofPid = ((KernelLogParser.LimitedByPidContext) note).fromPid;
        return ofPid == null
                ? new KernelEvent.LossNote(-1, KernelEvent.LossNote.Layer.SYSLOG)
                : loss(number(ofPid.getText()), KernelEvent.LossNote.Layer.SYSLOG);
    }

    private static @Nullable KernelEvent loss(long lost, KernelEvent.LossNote.Layer layer) {
        return lost < 0 ? null : new KernelEvent.LossNote(lost, layer);
    }

    /** The first number in a note that is one token. */
    private static long number(String text) {
        Matcher digits = DIGITS.matcher(text);
        return digits.find() && digits.group().length() <= LONGEST_NUMBER ? Long.parseLong(digits.group()) : -1;
    }

    private static Parsed.@Nullable Recognised recognised(
            Parsed.Header header, @Nullable KernelEvent event, String text, Token first) {
        return event == null
                ? null
                : new Parsed.Recognised(
                        header, event, text.substring(first.getStartIndex()).strip());
    }
}

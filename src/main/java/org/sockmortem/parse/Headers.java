package org.sockmortem.parse;

import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.grammar.KernelLogParser;

/** What the grammar found before a line's text, as values. */
final class Headers {
    private Headers() {}

    /** Of a line that says something. */
    static Parsed.Header of(KernelLogParser.LineContext line, String text) {
        if (line instanceof KernelLogParser.KernelLineContext kernel) {
            return envelope(kernel.head, kernel.lineNumber, text);
        }
        if (line instanceof KernelLogParser.QuotedRepetitionContext quote) {
            return envelope(quote.head, quote.lineNumber, text);
        }
        if (line instanceof KernelLogParser.RepetitionContext repetition) {
            return syslog(repetition.wall, repetition.host, repetition.lineNumber, text);
        }
        if (line instanceof KernelLogParser.DaemonLineContext daemon) {
            return syslog(daemon.from.wall, daemon.from.host, daemon.lineNumber, text);
        }
        KernelLogParser.ConsoleLineContext console = (KernelLogParser.ConsoleLineContext) line;
        return dmesg(console.stamps, console.lineNumber);
    }

    /** Of any line. */
    static Parsed.Header of(KernelLogParser.HeaderContext line, String text) {
        if (line instanceof KernelLogParser.KernelHeaderContext kernel) {
            return envelope(kernel.head, kernel.lineNumber, text);
        }
        if (line instanceof KernelLogParser.OtherHeaderContext other) {
            return syslog(other.wall, other.host, other.lineNumber, text);
        }
        return Parsed.Header.NONE;
    }

    private static Parsed.Header envelope(
            KernelLogParser.@Nullable EnvelopeContext envelope,
            KernelLogParser.@Nullable CitedContext number,
            String text) {
        if (envelope == null) {
            return new Parsed.Header(LogFormat.DMESG_NOTIME, Stamp.NONE, null, cited(number));
        }
        if (envelope instanceof KernelLogParser.DmesgEnvelopeContext dmesg) {
            return dmesg(dmesg.stamps, number);
        }
        KernelLogParser.SyslogEnvelopeContext syslog = (KernelLogParser.SyslogEnvelopeContext) envelope;
        Parsed.Header outer = syslog(syslog.wall, syslog.host, number, text);
        KernelLogParser.KernelStampsContext stamps = syslog.stamps;
        Stamp inner = stamps == null ? Stamp.NONE : StampReader.kernel(stamps.uptime, stamps.caller);
        Stamp both = new Stamp(outer.stamp().wall(), inner.uptimeMicros(), inner.caller());
        LogFormat format =
                outer.format() == LogFormat.DMESG_NOTIME && both.hasUptime() ? LogFormat.DMESG : outer.format();
        return new Parsed.Header(format, both, outer.host(), outer.citedLine());
    }

    private static Parsed.Header dmesg(
            KernelLogParser.@Nullable KernelStampsContext stamps, KernelLogParser.@Nullable CitedContext number) {
        Stamp stamp = stamps == null ? Stamp.NONE : StampReader.kernel(stamps.uptime, stamps.caller);
        LogFormat format = stamp.hasUptime() ? LogFormat.DMESG : LogFormat.DMESG_NOTIME;
        return new Parsed.Header(format, stamp, null, cited(number));
    }

    private static Parsed.Header syslog(
            KernelLogParser.@Nullable SyslogHeadContext head,
            KernelLogParser.@Nullable HostNameContext host,
            KernelLogParser.@Nullable CitedContext number,
            String text) {
        String name = host == null ? null : name(host, text);
        if (head == null) {
            return new Parsed.Header(LogFormat.DMESG_NOTIME, Stamp.NONE, name, cited(number));
        }
        boolean rfc3339 = head.stamp.getType() == KernelLogParser.RFC3339_STAMP;
        WallStamp wall =
                rfc3339 ? StampReader.rfc3339(head.stamp.getText()) : StampReader.rfc3164(head.stamp.getText());
        Stamp stamp = new Stamp(wall, Stamp.NO_UPTIME, null);
        return new Parsed.Header(rfc3339 ? LogFormat.RFC3339 : LogFormat.RFC3164, stamp, name, cited(number));
    }

    /** The host's name; {@code null} where what stands in its place ends as a tag does, so that the host is missing. */
    private static @Nullable String name(ParserRuleContext host, String text) {
        String name = text.substring(host.start.getStartIndex(), host.stop.getStopIndex() + 1);
        return name.endsWith(":") || name.equals("---") ? null : name;
    }

    private static long cited(KernelLogParser.@Nullable CitedContext number) {
        return number == null ? 0 : Math.max(0, Numbers.parse(number.number));
    }
}

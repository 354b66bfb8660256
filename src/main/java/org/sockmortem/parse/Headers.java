package org.sockmortem.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.grammar.KernelLogParser;

/** What the grammar found before a line's text, as values. */
final class Headers {
    /** Under which labels of a stream agents put the machine's name. */
    private static final Pattern HOST_LABEL =
            Pattern.compile("[{ ,](?:host|hostname|node_name|nodename|node|instance)=\"([\\w.-]{1,100})\"");

    /** An offset from UTC without a colon at the end, {@code +0100}. */
    private static final Pattern COMPACT_OFFSET = Pattern.compile(".*[+-][0-9]{4}");

    private Headers() {}

    /** Of a line that says something. */
    static Parsed.Header of(KernelLogParser.LineContext line, String text) {
        if (line instanceof KernelLogParser.KernelLineContext kernel) {
            return within(kernel.outer, envelope(kernel.head, kernel.lineNumber, text), text);
        }
        if (line instanceof KernelLogParser.QuotedRepetitionContext quote) {
            return envelope(quote.head, quote.lineNumber, text);
        }
        if (line instanceof KernelLogParser.RepetitionContext repetition) {
            return syslog(repetition.wall, repetition.host, repetition.lineNumber, text);
        }
        if (line instanceof KernelLogParser.TaglessLineContext tagless) {
            return syslog(tagless.wall, tagless.host, tagless.lineNumber, text);
        }
        if (line instanceof KernelLogParser.DaemonLineContext daemon) {
            Parsed.Header outer = syslog(daemon.from.wall, daemon.from.host, daemon.lineNumber, text);
            return daemon.from.stamps == null ? outer : joined(outer, kernel(daemon.from.stamps));
        }
        if (line instanceof KernelLogParser.ManagerLineContext manager) {
            Parsed.Header outer = syslog(manager.by.wall, manager.by.host, manager.lineNumber, text);
            return manager.by.stamps == null ? outer : joined(outer, kernel(manager.by.stamps));
        }
        if (line instanceof KernelLogParser.ConsoleLineContext console) {
            return envelope(console.head, console.lineNumber, text);
        }
        return Parsed.Header.NONE;
    }

    /** Of any line. */
    static Parsed.Header of(KernelLogParser.HeaderContext line, String text) {
        if (line instanceof KernelLogParser.KernelHeaderContext kernel) {
            return within(kernel.outer, envelope(kernel.head, kernel.lineNumber, text), text);
        }
        if (line instanceof KernelLogParser.ContainerHeaderContext container) {
            Parsed.Header inner =
                    new Parsed.Header(LogFormat.DMESG_NOTIME, Stamp.NONE, null, cited(container.lineNumber));
            return within(container.outer, inner, text);
        }
        if (line instanceof KernelLogParser.OtherHeaderContext other) {
            return withFacility(
                    syslog(other.wall, other.host, other.lineNumber, text), other.early != null || other.late != null);
        }
        return Parsed.Header.NONE;
    }

    private static Parsed.Header within(
            KernelLogParser.@Nullable ContainerHeadContext outer, Parsed.Header inner, String text) {
        if (outer == null) {
            return inner;
        }
        Parsed.Header container = syslog(outer.wall, null, null, text);
        Stamp stamp = inner.stamp().within(container.stamp().wall());
        String host = inner.host() == null && outer.labels != null ? labelled(outer.labels.getText()) : inner.host();
        return new Parsed.Header(LogFormat.CONTAINER_JSON, stamp, host, inner.citedLine());
    }

    private static @Nullable String labelled(String labels) {
        Matcher host = HOST_LABEL.matcher(labels);
        return host.find() ? host.group(1) : null;
    }

    private static Parsed.Header envelope(
            KernelLogParser.@Nullable EnvelopeContext envelope,
            KernelLogParser.@Nullable CitedContext number,
            String text) {
        if (envelope instanceof KernelLogParser.DmesgEnvelopeContext dmesg) {
            return dmesg(dmesg.stamps, number);
        }
        if (envelope instanceof KernelLogParser.TornEnvelopeContext torn) {
            return dmesg(torn.stamps, number);
        }
        if (envelope instanceof KernelLogParser.MaskedEnvelopeContext masked) {
            return dmesg(masked.stamps, number);
        }
        if (envelope instanceof KernelLogParser.MonotonicEnvelopeContext monotonic) {
            return monotonic(monotonic, number, text);
        }
        if (envelope instanceof KernelLogParser.SyslogEnvelopeContext syslog) {
            return tagged(syslog, number, text);
        }
        if (envelope instanceof KernelLogParser.Rfc5424EnvelopeContext structured) {
            Parsed.Header outer = syslog(structured.wall, structured.host, null, text);
            return as(LogFormat.RFC5424, joined(outer, kernel(structured.stamps)));
        }
        if (envelope instanceof KernelLogParser.StampedEnvelopeContext stamped) {
            return joined(syslog(stamped.wall, null, number, text), kernel(stamped.stamps));
        }
        if (envelope instanceof KernelLogParser.KmsgEnvelopeContext kmsg) {
            return new Parsed.Header(LogFormat.KMSG, StampReader.record(kmsg.record), null, cited(number));
        }
        if (envelope instanceof KernelLogParser.DmesgIsoEnvelopeContext iso) {
            Stamp wall = new Stamp(StampReader.wall(iso.iso.getText()), Stamp.NO_UPTIME, null);
            Parsed.Header outer = new Parsed.Header(LogFormat.DMESG_ISO, wall, null, cited(number));
            Parsed.Header before = iso.stamps == null ? outer : joined(outer, kernel(iso.stamps));
            return iso.inner == null ? before : joined(before, kernel(iso.inner));
        }
        return new Parsed.Header(LogFormat.DMESG_NOTIME, Stamp.NONE, null, cited(number));
    }

    private static Parsed.Header tagged(
            KernelLogParser.SyslogEnvelopeContext syslog, KernelLogParser.@Nullable CitedContext number, String text) {
        Parsed.Header outer = joined(syslog(syslog.wall, syslog.host, number, text), kernel(syslog.stamps));
        boolean bare = outer.format() == LogFormat.DMESG_NOTIME && outer.stamp().hasUptime();
        return withFacility(bare ? as(LogFormat.DMESG, outer) : outer, syslog.early != null || syslog.late != null);
    }

    /** Facility and priority beside the host tell busybox from other syslog daemons. */
    private static Parsed.Header withFacility(Parsed.Header header, boolean facility) {
        return facility && header.format() != LogFormat.OPENWRT ? as(LogFormat.BUSYBOX, header) : header;
    }

    private static Parsed.Header monotonic(
            KernelLogParser.MonotonicEnvelopeContext line, KernelLogParser.@Nullable CitedContext number, String text) {
        Parsed.Header outer = dmesg(line.stamps, number);
        String host = line.host == null ? null : name(line.host, text);
        LogFormat format = host != null && outer.stamp().hasUptime() ? LogFormat.JOURNAL_MONOTONIC : outer.format();
        Parsed.Header header = new Parsed.Header(format, outer.stamp(), host, outer.citedLine());
        return line.inner == null ? header : joined(header, kernel(line.inner));
    }

    /** The outer wall clock with the kernel's own stamp within, which wins where it tells something. */
    private static Parsed.Header joined(Parsed.Header outer, Stamp inner) {
        WallStamp wall =
                outer.stamp().wall() == null ? inner.wall() : outer.stamp().wall();
        long uptime = inner.hasUptime() ? inner.uptimeMicros() : outer.stamp().uptimeMicros();
        String caller = inner.caller() == null ? outer.stamp().caller() : inner.caller();
        return new Parsed.Header(outer.format(), new Stamp(wall, uptime, caller), outer.host(), outer.citedLine());
    }

    private static Parsed.Header as(LogFormat format, Parsed.Header header) {
        return new Parsed.Header(format, header.stamp(), header.host(), header.citedLine());
    }

    private static Stamp kernel(KernelLogParser.@Nullable KernelStampsContext stamps) {
        if (stamps == null) {
            return Stamp.NONE;
        }
        WallStamp wall = stamps.other == null || stamps.other.text.getType() != KernelLogParser.CTIME_STAMP
                ? null
                : StampReader.wall(stamps.other.text.getText());
        return new Stamp(
                wall,
                stamps.uptime == null ? Stamp.NO_UPTIME : StampReader.uptime(stamps.uptime),
                stamps.caller == null ? null : StampReader.caller(stamps.caller));
    }

    private static Parsed.Header dmesg(
            KernelLogParser.@Nullable KernelStampsContext stamps, KernelLogParser.@Nullable CitedContext number) {
        Stamp stamp = kernel(stamps);
        Token other = stamps == null || stamps.other == null ? null : stamps.other.text;
        LogFormat format = LogFormat.DMESG_NOTIME;
        if (stamp.hasUptime()) {
            format = LogFormat.DMESG;
        } else if (other != null) {
            format = other.getType() == KernelLogParser.CTIME_STAMP
                    ? LogFormat.DMESG_CTIME
                    : other.getText().startsWith("[<") ? LogFormat.DMESG_DELTA : LogFormat.DMESG_RELTIME;
        }
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
        String stamp = head.stamp.getText();
        boolean epoch = head.stamp.getType() == KernelLogParser.EPOCH_STAMP;
        WallStamp wall = epoch ? StampReader.epoch(stamp) : StampReader.wall(stamp);
        return new Parsed.Header(
                format(head.stamp.getType(), stamp), new Stamp(wall, Stamp.NO_UPTIME, null), name, cited(number));
    }

    private static LogFormat format(int token, String stamp) {
        return switch (token) {
            case KernelLogParser.RFC3339_STAMP ->
                COMPACT_OFFSET.matcher(stamp).matches() && stamp.indexOf(',') < 0
                        ? LogFormat.JOURNAL_ISO
                        : LogFormat.RFC3339;
            case KernelLogParser.DMESG_ISO_STAMP -> LogFormat.RFC3339;
            case KernelLogParser.FULL_STAMP -> LogFormat.JOURNAL_FULL;
            case KernelLogParser.PLAIN_CTIME_STAMP -> LogFormat.OPENWRT;
            case KernelLogParser.EPOCH_STAMP -> LogFormat.JOURNAL_UNIX;
            default -> LogFormat.RFC3164;
        };
    }

    /** The host's name; {@code null} where what stands in its place ends as a tag does, so that the host is missing. */
    private static @Nullable String name(ParserRuleContext host, String text) {
        String name = text.substring(host.start.getStartIndex(), host.stop.getStopIndex() + 1);
        boolean mask = host.start.getType() == KernelLogParser.MASK;
        // RFC 5424 6.2.4 writes "-" where it is not known; "I |" is how some daemons write a level
        boolean level = name.length() == 1 && text.startsWith(" | ", host.stop.getStopIndex() + 1);
        boolean named = name.codePoints().anyMatch(Character::isLetterOrDigit)
                && name.indexOf('=') < 0
                && name.indexOf('{') < 0
                && name.indexOf(' ') < 0;
        return !named || name.endsWith(":") || mask || level ? null : name;
    }

    private static long cited(KernelLogParser.@Nullable CitedContext number) {
        return number == null ? 0 : Math.max(0, Numbers.parse(number.number));
    }
}

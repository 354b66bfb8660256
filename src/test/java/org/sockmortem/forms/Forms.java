package org.sockmortem.forms;

import static org.sockmortem.parse.LogFormat.BUSYBOX;
import static org.sockmortem.parse.LogFormat.CONTAINER_JSON;
import static org.sockmortem.parse.LogFormat.DMESG;
import static org.sockmortem.parse.LogFormat.DMESG_CTIME;
import static org.sockmortem.parse.LogFormat.DMESG_DELTA;
import static org.sockmortem.parse.LogFormat.DMESG_ISO;
import static org.sockmortem.parse.LogFormat.DMESG_JSON;
import static org.sockmortem.parse.LogFormat.DMESG_NOTIME;
import static org.sockmortem.parse.LogFormat.DMESG_RELTIME;
import static org.sockmortem.parse.LogFormat.JOURNAL_EXPORT;
import static org.sockmortem.parse.LogFormat.JOURNAL_FULL;
import static org.sockmortem.parse.LogFormat.JOURNAL_ISO;
import static org.sockmortem.parse.LogFormat.JOURNAL_JSON;
import static org.sockmortem.parse.LogFormat.JOURNAL_MONOTONIC;
import static org.sockmortem.parse.LogFormat.JOURNAL_SHORT;
import static org.sockmortem.parse.LogFormat.JOURNAL_UNIX;
import static org.sockmortem.parse.LogFormat.JOURNAL_VERBOSE;
import static org.sockmortem.parse.LogFormat.KMSG;
import static org.sockmortem.parse.LogFormat.MIXED;
import static org.sockmortem.parse.LogFormat.OPENWRT;
import static org.sockmortem.parse.LogFormat.RFC3164;
import static org.sockmortem.parse.LogFormat.RFC3339;
import static org.sockmortem.parse.LogFormat.RFC5424;
import static org.sockmortem.parse.LogFormat.SUPPORTCONFIG;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The list of forms. */
final class Forms {
    private static final String SECONDS_AND_OFFSET = "yyyy-MM-dd'T'HH:mm:ssxx";
    private static final String MICROS_UTC = "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'";

    private Forms() {}

    static List<Form> all() {
        return Stream.of(
                        dmesg(),
                        syslog(),
                        journal(),
                        wrapped(),
                        StoreForms.all(),
                        DatabaseForms.all(),
                        MailForms.all(),
                        ReversedForms.all(),
                        pasted("dmesg", DmesgForms::plain),
                        pastedSyslog())
                .flatMap(s -> s)
                .toList();
    }

    private static Stream<Form> dmesg() {
        return Stream.of(
                Form.text("dmesg", DmesgForms::plain, Sight.UPTIME, DMESG),
                Form.text("dmesg -r", DmesgForms::level, Sight.UPTIME, DMESG),
                Form.text("/proc/kmsg with caller", DmesgForms::callerAdjacent, Sight.UPTIME, DMESG),
                Form.text("caller spaced", DmesgForms::callerSpaced, Sight.UPTIME, DMESG),
                Form.text("dmesg -x", DmesgForms::decoded, Sight.UPTIME, DMESG),
                Form.text("dmesg -d", DmesgForms::delta, Sight.UPTIME, DMESG, DMESG_DELTA),
                Form.text("dmesg -d -t", DmesgForms::deltaAlone, Sight.DELTA, DMESG_DELTA),
                Form.text("dmesg -T", DmesgForms::ctime, Sight.CTIME, DMESG_CTIME),
                Form.text("dmesg -T, two-digit day", DmesgForms::ctime, Sight.CTIME, DMESG_CTIME)
                        .at(Place.NOVEMBER),
                Form.text("dmesg -T, German", LocalForms::german, Sight.CTIME, DMESG_CTIME),
                Form.text("dmesg -T, German, two-digit day", LocalForms::german, Sight.CTIME, DMESG_CTIME)
                        .at(Place.OCTOBER),
                Form.text("dmesg -T, French", LocalForms::french, Sight.CTIME, DMESG_CTIME),
                Form.text("dmesg -T, Swedish", LocalForms::swedish, Sight.CTIME, DMESG_CTIME),
                Form.text("dmesg -T, Japanese", LocalForms::japanese, Sight.CTIME, DMESG_CTIME),
                Form.text("dmesg -T, Japanese, two-digit day", LocalForms::japanese, Sight.CTIME, DMESG_CTIME)
                        .at(Place.NOVEMBER),
                Form.text("dmesg -T, Russian", LocalForms::russian, Sight.CTIME, DMESG_CTIME),
                Form.text("dmesg -T, Swedish, order untranslated", LocalForms::swedishOrder, Sight.CTIME, DMESG_CTIME)
                        .at(Place.NOVEMBER),
                Form.text("dmesg -T, Swedish, Monday", LocalForms::swedish, Sight.CTIME, DMESG_CTIME)
                        .at(Place.NOVEMBER),
                Form.text("dmesg -x iso", DmesgForms::decodedIso, Sight.ISO, DMESG_ISO),
                Form.text("dmesg -e, decimal comma", DmesgForms::reltimeComma, Sight.RELTIME, DMESG_RELTIME),
                Form.text("dmesg -d, decimal comma", DmesgForms::deltaComma, Sight.UPTIME, DMESG, DMESG_DELTA),
                Form.text("dmesg -x -T", DmesgForms::decodedCtime, Sight.CTIME, DMESG_CTIME),
                Form.text("dmesg -d -T", DmesgForms::deltaCtime, Sight.CTIME, DMESG_CTIME, DMESG_DELTA),
                Form.text("dmesg iso", DmesgForms::iso, Sight.ISO, DMESG_ISO),
                Form.text("dmesg iso, UTC", DmesgForms::iso, Sight.ISO, DMESG_ISO)
                        .at(Place.UTC),
                Form.text("dmesg iso, old", DmesgForms::oldIso, Sight.ISO, DMESG_ISO),
                Form.text("dmesg -e", DmesgForms::reltime, Sight.RELTIME, DMESG_RELTIME),
                Form.text("dmesg -e, two-digit day", DmesgForms::reltime, Sight.RELTIME, DMESG_RELTIME)
                        .at(Place.NOVEMBER),
                Form.text(
                        "dmesg, stacked stamps",
                        DmesgForms::stacked,
                        Sight.CTIME_AND_UPTIME,
                        DMESG,
                        DMESG_CTIME,
                        DMESG_ISO,
                        MIXED),
                Form.text("dmesg -t", DmesgForms::notime, Sight.NONE, DMESG_NOTIME),
                Form.text("dmesg -J", DmesgForms::json, Sight.UPTIME, DMESG_JSON),
                Form.text("dmesg -J with caller", DmesgForms::jsonCaller, Sight.UPTIME, DMESG_JSON),
                Form.text("dmesg -J of a file, 2.38", DmesgForms::jsonDefect, Sight.UPTIME, DMESG_JSON),
                Form.text("/dev/kmsg", DmesgForms::devKmsg, Sight.UPTIME, KMSG),
                Form.text("/dev/kmsg of 3.5", DmesgForms::oldDevKmsg, Sight.UPTIME, KMSG),
                Form.text("/dev/kmsg in a mail", s -> PastedForms.between(DmesgForms.devKmsg(s)), Sight.UPTIME, KMSG),
                Form.text(
                        "/dev/kmsg, quoted", s -> PastedForms.quoted(DmesgForms.devKmsg(s), "> "), Sight.UPTIME, KMSG),
                Form.text("colours", s -> DmesgForms.colours(s, "\u001b"), Sight.UPTIME, DMESG),
                Form.text("colours, ESC lost", s -> DmesgForms.colours(s, ""), Sight.UPTIME, DMESG),
                Form.text("colours, ESC as #033", s -> DmesgForms.colours(s, "#033"), Sight.UPTIME, DMESG),
                Form.text("colours, ESC as ^[", s -> DmesgForms.colours(s, "^["), Sight.UPTIME, DMESG),
                Form.text("serial console", DmesgForms::console, Sight.UPTIME, DMESG));
    }

    private static Stream<Form> syslog() {
        return Stream.of(
                Form.text("rfc3164", SyslogForms::rfc3164, Sight.SECONDS, RFC3164)
                        .hosted(),
                Form.text("rfc3164, two-digit day", SyslogForms::rfc3164, Sight.SECONDS, RFC3164)
                        .at(Place.NOVEMBER)
                        .hosted(),
                Form.text("rfc3164 with uptime", SyslogForms::rfc3164WithUptime, Sight.UPTIME_AND_SECONDS, RFC3164)
                        .hosted(),
                Form.text("rfc3164 with caller", SyslogForms::rfc3164WithCaller, Sight.UPTIME_AND_SECONDS, RFC3164)
                        .hosted(),
                Form.text("rfc3164, no host", SyslogForms::nameless, Sight.SECONDS, RFC3164),
                Form.text("rfc3164, FQDN", SyslogForms::rfc3164, Sight.SECONDS, RFC3164)
                        .hosted("web01.example.com"),
                Form.text("rfc3164, IPv6", SyslogForms::rfc3164, Sight.SECONDS, RFC3164)
                        .hosted("2001:db8::17"),
                Form.text("rfc3164, kernel[0]", SyslogForms::kernelZero, Sight.SECONDS, RFC3164)
                        .hosted(),
                Form.text("rfc3164, day 03", SyslogForms::zeroPadded, Sight.SECONDS, RFC3164, JOURNAL_SHORT)
                        .hosted(),
                Form.text("rfc3164, year first", SyslogForms::yearFirst, Sight.SECONDS, RFC3164)
                        .hosted(),
                Form.text("rfc3164, year last", SyslogForms::yearLast, Sight.SECONDS, RFC3164)
                        .hosted(),
                Form.text("rfc3164, fraction", SyslogForms::fraction, Sight.MICROS, RFC3164, JOURNAL_SHORT)
                        .hosted(),
                Form.text("rfc3164, priority", SyslogForms::withPriority, Sight.SECONDS, RFC3164)
                        .hosted(),
                Form.text("rfc3164, #012", SyslogForms::escapedFeeds, Sight.SECONDS, RFC3164)
                        .hosted(),
                rfc3339("rfc3339", SyslogForms.MICROS_AND_OFFSET, Sight.MICROS_AND_OFFSET)
                        .hosted(),
                Form.text("rfc3339 with uptime", SyslogForms::rfc3339WithUptime, Sight.UPTIME_AND_MICROS, RFC3339)
                        .hosted(),
                rfc3339("rfc3339, Z", MICROS_UTC, Sight.MICROS_AND_OFFSET)
                        .at(Place.UTC)
                        .hosted(),
                rfc3339("rfc3339, -04:00", SyslogForms.MICROS_AND_OFFSET, Sight.MICROS_AND_OFFSET)
                        .at(Place.OCTOBER)
                        .hosted(),
                rfc3339("rfc3339, blank for T", "yyyy-MM-dd HH:mm:ss.SSSSSS", Sight.MICROS)
                        .hosted(),
                Form.text("rfc5424", SyslogForms::rfc5424, Sight.MICROS_AND_OFFSET, RFC5424)
                        .hosted(),
                Form.text("rfc5424, data", SyslogForms::rfc5424Structured, Sight.MICROS_AND_OFFSET, RFC5424)
                        .hosted(),
                Form.text("forward format", SyslogForms::forward, Sight.MICROS_AND_OFFSET, RFC3339)
                        .hosted(),
                Form.text("busybox", SyslogForms::busybox, Sight.SECONDS, BUSYBOX)
                        .hosted(),
                Form.text("OpenWrt", SyslogForms::openwrt, Sight.UPTIME_AND_SECONDS, OPENWRT));
    }

    private static Form rfc3339(String name, String pattern, Sight sight) {
        return Form.text(name, s -> SyslogForms.rfc3339(s, pattern), sight, RFC3339);
    }

    private static Stream<Form> journal() {
        return Stream.of(
                        Form.text("short, header", JournalForms::shortWithHeader, Sight.SECONDS, JOURNAL_SHORT),
                        Form.text("short, boot marker", JournalForms::shortWithBoot, Sight.SECONDS, JOURNAL_SHORT),
                        Form.text("short-precise", JournalForms::shortPrecise, Sight.MICROS, JOURNAL_SHORT),
                        Form.text(
                                        "short-iso",
                                        s -> SyslogForms.rfc3339(s, SECONDS_AND_OFFSET),
                                        Sight.SECONDS_AND_OFFSET,
                                        JOURNAL_ISO)
                                .at(Place.OCTOBER),
                        Form.text("short-full", JournalForms::shortFull, Sight.SECONDS, JOURNAL_FULL),
                        Form.text("short-full, EDT", JournalForms::shortFull, Sight.SECONDS, JOURNAL_FULL)
                                .at(Place.OCTOBER),
                        Form.text("short-full, UTC", JournalForms::shortFull, Sight.SECONDS_AND_OFFSET, JOURNAL_FULL)
                                .at(Place.UTC),
                        Form.text("short-monotonic", JournalForms::shortMonotonic, Sight.UPTIME, JOURNAL_MONOTONIC),
                        Form.text("short-delta", JournalForms::shortDelta, Sight.UPTIME, JOURNAL_MONOTONIC),
                        Form.text("short-unix", JournalForms::shortUnix, Sight.MICROS_AND_OFFSET, JOURNAL_UNIX)
                                .at(Place.UTC),
                        epoch("seconds since 1970", r -> "", Sight.SECONDS_AND_OFFSET),
                        epoch("milliseconds since 1970", r -> Stamps.digits("SSS", r), Sight.MILLIS_AND_OFFSET),
                        epoch("nanoseconds since 1970", r -> Stamps.digits("SSSSSSSSS", r), Sight.MICROS_AND_OFFSET),
                        Form.text("verbose", JournalForms::verbose, Sight.UPTIME_AND_MICROS, JOURNAL_VERBOSE)
                                .at(Place.UTC),
                        Form.text("export", JournalForms::export, Sight.UPTIME_AND_MICROS, JOURNAL_EXPORT)
                                .at(Place.UTC),
                        Form.bytes(
                                        "export, binary",
                                        JournalForms::exportBinary,
                                        Sight.UPTIME_AND_MICROS,
                                        JOURNAL_EXPORT)
                                .at(Place.UTC),
                        journalJson("json", JournalForms::json),
                        journalJson("json, bytes", JournalForms::jsonBytes),
                        journalJson("json-pretty", JournalForms::jsonPretty),
                        journalJson("json-sse", JournalForms::jsonEvents),
                        journalJson("json-seq", JournalForms::jsonSequence))
                .map(Form::hosted)
                .map(f -> new Form(
                        "journal " + f.name(), f.renderer(), f.formats(), f.sight(), f.place(), f.host(), f.shown()));
    }

    private static Form epoch(
            String name, java.util.function.Function<java.time.ZonedDateTime, String> more, Sight sight) {
        return Form.text(
                        name,
                        s -> s.lines(r -> s.wall(r).toEpochSecond() + more.apply(s.wall(r)) + " " + s.host()
                                + " kernel: " + r.text()),
                        sight,
                        JOURNAL_UNIX)
                .at(Place.UTC);
    }

    private static Form journalJson(String name, java.util.function.Function<Scene, String> renderer) {
        return Form.text(name, renderer, Sight.UPTIME_AND_MICROS, JOURNAL_JSON).at(Place.UTC);
    }

    private static Stream<Form> wrapped() {
        return Stream.of(
                Form.text("docker json-file", WrapperForms::docker, Sight.UPTIME, CONTAINER_JSON)
                        .at(Place.UTC),
                Form.text("CRI", WrapperForms::cri, Sight.UPTIME, CONTAINER_JSON, DMESG, RFC3339)
                        .at(Place.UTC),
                Form.text("CloudWatch", WrapperForms::cloudWatch, Sight.UPTIME, CONTAINER_JSON, DMESG, RFC3339)
                        .at(Place.UTC),
                Form.text("CloudWatch events", WrapperForms::cloudWatchEvents, Sight.UPTIME, CONTAINER_JSON)
                        .at(Place.UTC),
                Form.text("Elastic", WrapperForms::elastic, Sight.MILLIS_AND_OFFSET, CONTAINER_JSON)
                        .at(Place.UTC)
                        .perhapsHosted(),
                Form.text("Elastic, whole line", WrapperForms::elasticLine, Sight.UPTIME, CONTAINER_JSON)
                        .at(Place.UTC)
                        .hosted(),
                Form.text("supportconfig boot.txt", WrapperForms::supportconfigBoot, Sight.CTIME, SUPPORTCONFIG)
                        .perhapsHosted(),
                Form.text(
                                "supportconfig messages.txt",
                                WrapperForms::supportconfigMessages,
                                Sight.UPTIME_AND_MICROS,
                                SUPPORTCONFIG)
                        .hosted());
    }

    private static Stream<Form> pastedSyslog() {
        return pasted("rfc3164", SyslogForms::rfc3164)
                .map(f -> new Form(
                                f.name(),
                                f.renderer(),
                                java.util.Set.of(RFC3164),
                                Sight.SECONDS,
                                f.place(),
                                f.host(),
                                f.shown())
                        .hosted());
    }

    private static Stream<Form> pasted(String base, java.util.function.Function<Scene, String> log) {
        return Stream.of(
                pasted(base, "grep -Hn", log, PastedForms::grepFiles),
                pasted(base, "grep -H", log, PastedForms::grepPaths),
                pasted(base, "grep -n", log, PastedForms::grepNumbers),
                pasted(base, "cat -n", log, PastedForms::catNumbers),
                pasted(base, "vim", log, PastedForms::vimNumbers),
                pasted(base, "mail", log, t -> PastedForms.quoted(t, "> ")),
                pasted(base, "mail twice", log, t -> PastedForms.quoted(t, ">> ")),
                pasted(base, "fence", log, PastedForms::fence),
                pasted(base, "indented", log, PastedForms::indented),
                pasted(base, "backticks", log, PastedForms::backticks),
                pasted(base, "HTML", log, PastedForms::html),
                pasted(base, "quoted-printable", log, PastedForms::quotedPrintable),
                pasted(base, "CRLF and BOM", log, PastedForms::windows),
                pasted(base, "terminal", log, PastedForms::terminal),
                pasted(base, "NULs", log, PastedForms::nuls),
                pasted(base, "Python list", log, PastedForms::pythonList),
                pasted(base, "Python lines", log, PastedForms::pythonLines),
                pasted(base, "broken at 40", log, t -> PastedForms.hard(t, 40, "")),
                pasted(base, "broken at 72, indented", log, t -> PastedForms.hard(t, 72, "    ")),
                pasted(base, "broken at 80", log, t -> PastedForms.hard(t, 80, "")),
                pasted(base, "broken at 40, quoted", log, t -> PastedForms.quoted(PastedForms.hard(t, 40, ""), "> ")),
                pasted(base, "wrapped at 40", log, t -> PastedForms.soft(t, 40)),
                pasted(base, "wrapped at 76", log, t -> PastedForms.soft(t, 76)),
                pasted(base, "wrapped at 72, quoted", log, t -> PastedForms.quoted(PastedForms.soft(t, 72), "> > ")),
                pasted(base, "table", log, PastedForms::table),
                pasted(base, "cat -A", log, t -> t.replace("\n", "^M$\n")),
                pasted(base, "chat", log, t -> t.replaceAll("(?m)^(?=.)", "[21:58:11] bob: ")),
                pasted(base, "written feeds", log, t -> t.replace("\n", "\\n")),
                pasted(base, "logfmt", log, t -> t.replaceAll("(?m)^(.+)$", "level=info source=k msg=\"$1\"")),
                Form.bytes(
                        base + ", UTF-16LE",
                        s -> PastedForms.wide(log.apply(s), StandardCharsets.UTF_16LE),
                        Sight.UPTIME,
                        DMESG),
                Form.bytes(
                        base + ", UTF-16BE",
                        s -> PastedForms.wide(log.apply(s), StandardCharsets.UTF_16BE),
                        Sight.UPTIME,
                        DMESG),
                Form.bytes(
                        base + ", UTF-32",
                        s -> PastedForms.wide(log.apply(s), Charset.forName("UTF-32LE")),
                        Sight.UPTIME,
                        DMESG),
                Form.bytes(
                        base + ", UTF-32 without a mark",
                        s -> log.apply(s).getBytes(Charset.forName("UTF-32BE")),
                        Sight.UPTIME,
                        DMESG));
    }

    private static Form pasted(
            String base, String name, java.util.function.Function<Scene, String> log, UnaryOperator<String> damage) {
        return Form.text(base + ", " + name, log.andThen(damage), Sight.UPTIME, DMESG);
    }
}

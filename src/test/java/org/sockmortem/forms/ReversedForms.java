package org.sockmortem.forms;

import static org.sockmortem.parse.LogFormat.DMESG;
import static org.sockmortem.parse.LogFormat.DMESG_CTIME;
import static org.sockmortem.parse.LogFormat.JOURNAL_ISO;
import static org.sockmortem.parse.LogFormat.JOURNAL_JSON;
import static org.sockmortem.parse.LogFormat.JOURNAL_MONOTONIC;
import static org.sockmortem.parse.LogFormat.JOURNAL_SHORT;
import static org.sockmortem.parse.LogFormat.RFC3164;
import static org.sockmortem.parse.LogFormat.RFC3339;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Logs whose last line stands first: tac(1), {@code journalctl -r}, what a web page shows. */
final class ReversedForms {
    private ReversedForms() {}

    static Stream<Form> all() {
        return Stream.of(
                        Form.text("dmesg", tac(DmesgForms::plain), Sight.UPTIME, DMESG),
                        Form.text("dmesg -T", tac(DmesgForms::ctime), Sight.CTIME, DMESG_CTIME),
                        Form.text("rfc3164", tac(SyslogForms::rfc3164), Sight.SECONDS, RFC3164)
                                .hosted(),
                        Form.text(
                                        "rfc3164 with uptime",
                                        tac(SyslogForms::rfc3164WithUptime),
                                        Sight.UPTIME_AND_SECONDS,
                                        RFC3164)
                                .hosted(),
                        Form.text(
                                        "rfc3339",
                                        tac(s -> SyslogForms.rfc3339(s, SyslogForms.MICROS_AND_OFFSET)),
                                        Sight.MICROS_AND_OFFSET,
                                        RFC3339)
                                .hosted(),
                        Form.text(
                                        "rfc3164, cat -n before",
                                        tac(s -> PastedForms.catNumbers(SyslogForms.rfc3164(s))),
                                        Sight.SECONDS,
                                        RFC3164)
                                .hosted(),
                        Form.text(
                                        "rfc3164, cat -n after",
                                        s -> PastedForms.catNumbers(
                                                tac(SyslogForms::rfc3164).apply(s)),
                                        Sight.SECONDS,
                                        RFC3164)
                                .hosted(),
                        Form.text("short", JournalForms::shortNewestFirst, Sight.SECONDS, JOURNAL_SHORT)
                                .hosted(),
                        Form.text(
                                        "short-iso",
                                        tac(s -> SyslogForms.rfc3339(s, "yyyy-MM-dd'T'HH:mm:ssxx")),
                                        Sight.SECONDS_AND_OFFSET,
                                        JOURNAL_ISO)
                                .at(Place.OCTOBER)
                                .hosted(),
                        Form.text("short-monotonic", tac(JournalForms::shortMonotonic), Sight.UPTIME, JOURNAL_MONOTONIC)
                                .hosted(),
                        Form.text("journal json", tac(JournalForms::json), Sight.UPTIME_AND_MICROS, JOURNAL_JSON)
                                .at(Place.UTC)
                                .hosted())
                .map(f -> new Form(
                        f.name() + ", newest first",
                        f.renderer(),
                        f.formats(),
                        f.sight(),
                        f.place(),
                        f.host(),
                        f.shown()));
    }

    /** The lines of a form, the last one first. */
    static Function<Scene, String> tac(Function<Scene, String> log) {
        return s -> {
            List<String> lines = new ArrayList<>(log.apply(s).lines().toList());
            Collections.reverse(lines);
            return String.join("\n", lines) + "\n";
        };
    }
}

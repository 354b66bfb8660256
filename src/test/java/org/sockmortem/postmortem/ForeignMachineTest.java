package org.sockmortem.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The machine on which a log is read has a zone and a language of its own; neither is the log's. */
@Isolated
class ForeignMachineTest {
    private static final List<String> INPUTS = List.of(
            "samples/web-server",
            "samples/conntrack-then-orphans",
            "samples/el6-socket-memory",
            "src/test/resources/org/sockmortem/lab/orphans-and-memory-6.1");
    private static final String PASTED = """
            Dec 31 23:59:58 web01 kernel: TCP: too many orphaned sockets
            Jan  1 00:00:03 web01 kernel: TCP: too many orphaned sockets
            [Mon Mar 30 02:30:00 2026] TCP: out of memory -- consider tuning tcp_mem
            """;

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();
    private String here = "";

    @BeforeEach
    void readHere() {
        here = read();
    }

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    private static String read() {
        StringBuilder all = new StringBuilder();
        INPUTS.forEach(path -> all.append(facts(Analysis.of(List.of(path), Analysis.PLAIN))));
        return all.append(facts(Analysis.of(PASTED))).toString();
    }

    private static String facts(Report report) {
        StringBuilder facts = new StringBuilder();
        for (HostReport host : report.hosts()) {
            facts.append(host.boots())
                    .append(host.totals())
                    .append(host.bursts())
                    .append(host.uncovered());
        }
        return facts.toString();
    }

    @Test
    void neitherZoneNorLanguageMatters() {
        assertThat(here).contains("tcp.orphans");
        // summer time at midnight, a zone of half an hour, digits and letters that are not Latin, an I without a dot
        for (String other : List.of("America/Santiago", "Asia/Kolkata", "Pacific/Apia", "Europe/Berlin")) {
            for (String language : List.of("ar-EG-u-nu-arab", "tr-TR", "th-TH-u-ca-buddhist", "de-DE")) {
                TimeZone.setDefault(TimeZone.getTimeZone(other));
                Locale.setDefault(Locale.forLanguageTag(language));
                assertThat(read()).as("%s in %s", language, other).isEqualTo(here);
            }
        }
    }
}

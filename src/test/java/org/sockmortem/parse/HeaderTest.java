package org.sockmortem.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Stamps, hosts, formats and cited line numbers are read as {@code headers.txt} says, whether or not the text is known. */
class HeaderTest {
    private final LineParser parser = new LineParser();

    @Test
    void aKnownLineHasTheHeaderOfItsTable() {
        Differences all = new Differences();
        for (Sample sample : Sample.in("headers.txt")) {
            Parsed parsed = parser.parse(sample.bytes(), 0, sample.bytes().length);
            String header = parsed instanceof Parsed.Recognised known ? HeaderText.of(known.header()) : Said.NOTHING;
            all.expect(sample, sample.expected(), header);
        }
        all.areNone();
    }

    @Test
    void theHeaderOfAnUnknownTextIsReadAllTheSame() {
        Differences all = new Differences();
        for (Sample sample : Sample.in("headers.txt")) {
            String line = sample.line();
            int at = line.indexOf("TCP: too many");
            if (at > 0 && !sample.expected().startsWith("dmesg-notime")) {
                all.expect(sample, sample.expected(), HeaderText.of(header(line.substring(0, at) + "eth0: link up")));
            }
        }
        for (Sample sample : Sample.in("other-headers.txt")) {
            all.expect(sample, sample.expected(), HeaderText.of(header(sample.line())));
        }
        all.areNone();
    }

    @Test
    void aLineWithinABufferIsReadAlone() {
        for (Sample sample : Sample.in("headers.txt").subList(0, 10)) {
            byte[] line = ("kernel: [" + sample.line() + "]\n").getBytes(StandardCharsets.UTF_8);
            Parsed parsed = parser.parse(line, 9, line.length - 2);
            assertThat(parsed).isInstanceOf(Parsed.Recognised.class);
            assertThat(HeaderText.of(((Parsed.Recognised) parsed).header())).isEqualTo(sample.expected());
        }
    }

    @Test
    void aPathThatGrepPutBeforeTheLineIsCited() {
        Parsed.Header unknown = header("logs/messages:14:Oct 28 21:58:48 web01 kernel: eth0: link up");
        assertThat(unknown.stamp())
                .isEqualTo(header("Oct 28 21:58:48 web01 kernel: eth0: link up").stamp());
        assertThat(unknown.host()).isEqualTo("web01");
        byte[] line = new Sample("", "", "logs/messages:14:[    1.000000] TCP: too many orphaned sockets").bytes();
        Parsed parsed = parser.parse(line, 0, line.length);
        assertThat(parsed).isInstanceOf(Parsed.Recognised.class);
        Parsed.Header header = ((Parsed.Recognised) parsed).header();
        assertThat(header.citedPath()).isEqualTo("logs/messages");
        assertThat(header.citedLine()).isEqualTo(14);
    }

    @Test
    void aHeaderIsReadFromTheBeginningOfALongLine() {
        String line = "Oct 28 21:58:48 web01 kernel: [   12.345678] " + "x".repeat(70_000);
        assertThat(HeaderText.of(header(line))).isEqualTo("rfc3164 --10-28T21:58:48/1000000 12345678 - web01 0");
        String wide = "Oct 28 21:58:48 web01 kernel: " + "é".repeat(70_000);
        assertThat(HeaderText.of(header(wide))).isEqualTo("rfc3164 --10-28T21:58:48/1000000 - - web01 0");
    }

    /** Forms that take several lines, or are told by more than a line: record/ and postmortem/ find them. */
    private static final Set<LogFormat> OF_MORE_THAN_A_LINE = EnumSet.of(
            LogFormat.DMESG_JSON,
            LogFormat.KMSG,
            LogFormat.JOURNAL_SHORT,
            LogFormat.JOURNAL_VERBOSE,
            LogFormat.JOURNAL_EXPORT,
            LogFormat.JOURNAL_JSON,
            LogFormat.SUPPORTCONFIG,
            LogFormat.MIXED,
            LogFormat.UNKNOWN);

    @Test
    void everyFormatThatALineCanHaveOccurs() {
        List<String> formats = Sample.in("headers.txt").stream()
                .map(s -> s.expected().split(" ", 2)[0])
                .distinct()
                .toList();
        for (LogFormat format : LogFormat.values()) {
            if (!OF_MORE_THAN_A_LINE.contains(format)) {
                assertThat(formats).contains(format.id());
            }
        }
    }

    private Parsed.Header header(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return parser.header(bytes, 0, bytes.length);
    }
}

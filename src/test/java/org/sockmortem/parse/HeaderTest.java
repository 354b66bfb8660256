package org.sockmortem.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Stamps, hosts, formats and cited line numbers are read as {@code headers.txt} says, whether or not the text is known. */
class HeaderTest {
    private final LineParser parser = new LineParser();

    @Test
    void aKnownLineHasTheHeaderOfItsTable() {
        SoftAssertions all = new SoftAssertions();
        for (Sample sample : Sample.in("headers.txt")) {
            Parsed parsed = parser.parse(sample.bytes(), 0, sample.bytes().length);
            String header = parsed instanceof Parsed.Recognised known ? text(known.header()) : Said.NOTHING;
            all.assertThat(header).as("%s", sample).isEqualTo(sample.expected());
        }
        all.assertAll();
    }

    @Test
    void theHeaderOfAnUnknownTextIsReadAllTheSame() {
        SoftAssertions all = new SoftAssertions();
        for (Sample sample : Sample.in("headers.txt")) {
            String line = sample.line();
            int at = line.indexOf("TCP: too many");
            if (at > 0 && !sample.expected().startsWith("dmesg-notime")) {
                all.assertThat(text(header(line.substring(0, at) + "eth0: link up")))
                        .as("%s", sample)
                        .isEqualTo(sample.expected());
            }
        }
        for (Sample sample : Sample.in("other-headers.txt")) {
            all.assertThat(text(header(sample.line()))).as("%s", sample).isEqualTo(sample.expected());
        }
        all.assertAll();
    }

    @Test
    void aLineWithinABufferIsReadAlone() {
        for (Sample sample : Sample.in("headers.txt").subList(0, 10)) {
            byte[] line = ("kernel: [" + sample.line() + "]\n").getBytes(StandardCharsets.UTF_8);
            Parsed parsed = parser.parse(line, 9, line.length - 2);
            assertThat(parsed).isInstanceOf(Parsed.Recognised.class);
            assertThat(text(((Parsed.Recognised) parsed).header())).isEqualTo(sample.expected());
        }
    }

    @Test
    void aHeaderIsReadFromTheBeginningOfALongLine() {
        String line = "Oct 28 21:58:48 web01 kernel: [   12.345678] " + "x".repeat(70_000);
        assertThat(text(header(line))).isEqualTo("rfc3164 --10-28T21:58:48/1000000 12345678 - web01 0");
        String wide = "Oct 28 21:58:48 web01 kernel: " + "é".repeat(70_000);
        assertThat(text(header(wide))).isEqualTo("rfc3164 --10-28T21:58:48/1000000 - - web01 0");
    }

    @Test
    void everyFormatThatALineCanHaveOccurs() {
        List<String> formats = Sample.in("headers.txt").stream()
                .map(s -> s.expected().split(" ", 2)[0])
                .distinct()
                .toList();
        // the others are of many lines a record, or are told by more than one line
        EnumSet<LogFormat> elsewhere = EnumSet.of(
                LogFormat.MIXED,
                LogFormat.UNKNOWN,
                LogFormat.DMESG_JSON,
                LogFormat.KMSG,
                LogFormat.JOURNAL_SHORT,
                LogFormat.JOURNAL_VERBOSE,
                LogFormat.JOURNAL_EXPORT,
                LogFormat.JOURNAL_JSON,
                LogFormat.SUPPORTCONFIG);
        for (LogFormat format : EnumSet.complementOf(elsewhere)) {
            assertThat(formats).contains(format.id());
        }
    }

    private Parsed.Header header(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return parser.header(bytes, 0, bytes.length);
    }

    private static String text(Parsed.Header header) {
        Stamp stamp = header.stamp();
        return String.join(
                " ",
                header.format().id(),
                wall(stamp.wall()),
                stamp.hasUptime() ? Long.toString(stamp.uptimeMicros()) : "-",
                orDash(stamp.caller()),
                orDash(header.host()),
                Long.toString(header.citedLine()));
    }

    private static String wall(@Nullable WallStamp wall) {
        if (wall == null) {
            return "-";
        }
        LocalTime time = LocalTime.ofSecondOfDay(wall.secondOfDay()).plusNanos(wall.micros() * 1_000L);
        String year = wall.year() == 0 ? "-" : String.format(Locale.ROOT, "%04d", wall.year());
        String date = String.format(Locale.ROOT, "%s-%02d-%02d", year, wall.month(), wall.day());
        String offset = wall.offset() == null ? "" : wall.offset().getId();
        return date + "T" + seconds(time) + offset + "/" + wall.resolutionMicros();
    }

    private static String seconds(LocalTime time) {
        String whole = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).format(time);
        String fraction = time.toString();
        return fraction.indexOf('.') < 0 ? whole : whole + fraction.substring(fraction.indexOf('.'));
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "-" : text;
    }
}

package org.sockmortem.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockmortem.postmortem.PostMortem;
import org.sockmortem.postmortem.PostMortemOptions;
import org.sockmortem.postmortem.Report;
import org.sockmortem.source.Sources;

/**
 * What samples and kernel captures come out as, the whole way and in every format, as it was last approved. {@code -Dgolden.update=true}
 * writes what is written now, and fails, so that nobody approves without looking.
 */
class CapturesGoldenTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "org", "sockmortem", "report", "captures");
    private static final String LAB = "src/test/resources/org/sockmortem/lab/";
    private static final ReportOptions SUMMARY = new ReportOptions(false, 80, true);

    /** Inputs, by the names of their goldens. They lie apart from each other: a report of a log reads like a log. */
    private static final List<String> INPUTS = List.of(
            "samples/web-server/messages",
            "samples/web-server/dmesg",
            "samples/el6-socket-memory",
            "samples/lab-orphans-6.12",
            "samples/conntrack-then-orphans",
            LAB + "orphans-and-memory-6.1",
            LAB + "orphans-cost2-burst4-6.1",
            LAB + "orphans-cost8-burst3-6.12");

    record Case(String input, Format format, boolean summary) {
        String file() {
            String name = input.substring(input.lastIndexOf('/') + 1);
            return name + (summary ? ".summary." : ".") + format.extension();
        }

        @Override
        public String toString() {
            return file();
        }
    }

    static Stream<Case> cases() {
        return INPUTS.stream()
                .flatMap(input -> Stream.of(Format.values())
                        .flatMap(format -> format.hasSummary()
                                ? Stream.of(new Case(input, format, false), new Case(input, format, true))
                                : Stream.of(new Case(input, format, false))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isAsApproved(Case wanted) throws IOException {
        StringWriter out = new StringWriter();
        wanted.format().reporter().write(report(wanted.input()), wanted.summary() ? SUMMARY : ReportOptions.PLAIN, out);
        String written = wanted.format() == Format.HTML ? HtmlText.withoutCode(out.toString()) : out.toString();
        if (wanted.format() == Format.JSON) {
            assertThat(SchemaTest.problems(written)).isEmpty();
        }
        Path golden = GOLDEN.resolve(wanted.file());
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, written, StandardCharsets.UTF_8);
            fail("written anew, now look at it: " + golden);
        }
        assertThat(written).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    }

    private static Report report(String input) {
        return PostMortem.of(
                Sources.under(List.of(input), InputStream.nullInputStream()),
                new PostMortemOptions(
                        PostMortemOptions.DEFAULT_GAP_MICROS, null, null, null, null, null, null, null, null, "0.1.0"));
    }
}

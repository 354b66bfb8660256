package org.sockmortem.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.postmortem.Report;

class PageReporterTest {
    private static final int MOST_SUMMARY_LINES = 15;

    static Set<String> samples() {
        return SampleReports.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void nothingButColourComesFromColour(String sample) throws IOException {
        Report report = SampleReports.sample(sample);
        String plain = written(report, Format.TEXT, ReportOptions.PLAIN);
        String coloured = written(report, Format.TEXT, new ReportOptions(true, 80, false));
        assertThat(coloured).contains("\u001b[").isNotEqualTo(plain);
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]+m", "")).isEqualTo(plain);
        assertThat(plain).doesNotContain("\u001b");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void linesFitTheWidthAndEndWithoutBlanks(String sample) throws IOException {
        for (int width : new int[] {60, 80, 132}) {
            String page = written(SampleReports.sample(sample), Format.TEXT, new ReportOptions(false, width, false));
            assertThat(page.split("\n", -1)).allSatisfy(line -> {
                assertThat(line).isEqualTo(line.stripTrailing());
                boolean single = line.strip().indexOf(' ') < 0 || line.contains(" = ");
                assertThat(line.codePointCount(0, line.length()) <= width || single)
                        .as(line)
                        .isTrue();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void noBlankEndsALineOfMarkdown(String sample) throws IOException {
        assertThat(written(SampleReports.sample(sample), Format.MARKDOWN, ReportOptions.PLAIN))
                .doesNotContain(" \n")
                .doesNotContain("\r");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSummaryHasFifteenLinesAtMost(String sample) throws IOException {
        summaryFits(SampleReports.sample(sample));
    }

    @Test
    void aSummaryOfManyHostsHasFifteenLinesAtMost() throws IOException {
        Report two = SampleReports.twoHosts();
        HostReport speaking = two.hosts().get(0);
        for (int hosts = 2; hosts < 40; hosts++) {
            List<HostReport> many = new ArrayList<>(Collections.nCopies(hosts, speaking));
            many.add(two.hosts().get(2));
            summaryFits(new Report("0.1.0", SampleReports.unreadable().coverage(), many));
        }
    }

    private static void summaryFits(Report report) throws IOException {
        for (int width : new int[] {40, 80, 200}) {
            for (Format format : new Format[] {Format.TEXT, Format.MARKDOWN, Format.JIRA}) {
                String summary = written(report, format, new ReportOptions(false, width, true));
                assertThat(summary.split("\n")).hasSizeLessThanOrEqualTo(MOST_SUMMARY_LINES);
                assertThat(summary).endsWith("\n").isNotBlank();
            }
        }
    }

    @Test
    void anEmptyReportSaysSo() throws IOException {
        Report empty = SampleValues.report(List.of());
        assertThat(written(empty, Format.TEXT, ReportOptions.PLAIN)).contains("no kernel log");
        assertThat(written(empty, Format.TEXT, new ReportOptions(false, 80, true)))
                .contains("no kernel log");
    }

    @ParameterizedTest
    @EnumSource
    void surroundingsChangeNothing(Format format) throws IOException {
        String before = written(SampleReports.tailUnknown(), format, ReportOptions.PLAIN);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            assertThat(written(SampleReports.tailUnknown(), format, ReportOptions.PLAIN))
                    .isEqualTo(before);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClosedPipeIsTheWritersOwnException(Format format) {
        IOException closed = new IOException("Broken pipe");
        Writer pipe = new Writer() {
            @Override
            public void write(char[] text, int from, int length) throws IOException {
                throw closed;
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        assertThatThrownBy(() -> format.reporter().write(SampleReports.tailUnknown(), ReportOptions.PLAIN, pipe))
                .isSameAs(closed);
    }

    private static String written(Report report, Format format, ReportOptions options) throws IOException {
        StringWriter out = new StringWriter();
        format.reporter().write(report, options, out);
        return out.toString();
    }
}

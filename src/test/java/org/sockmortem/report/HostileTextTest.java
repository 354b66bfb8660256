package org.sockmortem.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockmortem.postmortem.PostMortem;
import org.sockmortem.postmortem.PostMortemOptions;
import org.sockmortem.postmortem.Report;
import org.sockmortem.source.Sources;

/** A log by somebody who wants to steer whoever reads the report: nothing that steers comes out, in any format. */
class HostileTextTest {
    /** Hosts, paths and details that a log can bring. */
    private static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "</script><img/src=x/onerror=alert(1)>",
            // a name that holds an equals sign is no host, so that one does not come far
            "</script><img/src/onerror>",
            "<!--<script>",
            "\u001b[31mred",
            "\u001b]0;title\u0007",
            "\u009b2J",
            "\u202eright\u2066left\u200f",
            "`code`",
            "```",
            "**b**[l](javascript:x)",
            "{code}",
            "{noformat}{{x}}",
            "[~admin]!x.png!",
            "=HYPERLINK(1)",
            "@SUM(1)",
            "+cmd|x",
            "a;=1",
            "\u2028\u2029",
            "$\\{1}${2}{0}",
            "&lt;&#60;",
            "x".repeat(5_000));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void staysText(Format format) throws IOException {
        for (boolean summary : new boolean[] {false, true}) {
            String page = written(format, hostile(), summary);
            page.codePoints().forEach(c -> assertThat(steers(c)).as("U+%04X", c).isFalse());
        }
    }

    /** Written out once more: the program's own list must not be its only judge. */
    private static boolean steers(int c) {
        return (c < 0x20 && c != '\n' && c != '\r')
                || (c >= 0x7f && c < 0xa0)
                || c == 0x61c
                || (c >= 0x200b && c <= 0x200f)
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xfeff;
    }

    @ParameterizedTest
    @EnumSource(names = "CSV")
    void isNoFormula(Format format) throws IOException {
        for (String row : written(format, hostile(), false).split("\r\n", 0)) {
            assertThat(row).doesNotMatch("(?s).*(^|[,;])\"?\\s*[=+@-].*");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "MARKDOWN")
    void isNoMarkdown(Format format) throws IOException {
        String page = written(format, hostile(), false).replaceAll("(?<![`\\\\])(`+)(?!`).*?(?<!`)\\1(?!`)", "");
        assertThat(page.replace("<!-- -->", ""))
                .doesNotContainPattern("(?<!\\\\)[<*]{3}|(?<!\\\\)<|\\]\\((?!\\\\)javascript");
    }

    @ParameterizedTest
    @EnumSource(names = "JIRA")
    void isNoWikiMarkup(Format format) throws IOException {
        String page = written(format, hostile(), false);
        assertThat(page).doesNotContainPattern("(?<!\\\\)\\[|(?<!\\\\)!\\w|(?<!\\\\)\\{code|\\{noformat\\}\\S");
    }

    @ParameterizedTest
    @EnumSource(names = "HTML")
    void isNoHtml(Format format) throws IOException {
        String page = written(format, hostile(), false);
        String ours = HtmlText.withoutCode(page).replaceAll("<script type=\"application/json\">[^<>&]*</script>", "");
        assertThat(ours)
                .doesNotContain("<script", "<img", "<b>", "<!--<", "&#60;&")
                .contains("&lt;img/src/onerror&gt;");
        assertThat(HtmlText.scripts(page)).isEqualTo(HtmlText.scripts(written(format, SampleReports.nothing(), false)));
    }

    private Report hostile() throws IOException {
        StringBuilder log = new StringBuilder();
        int second = 0;
        for (String text : HOSTILE) {
            String host = text.replace(' ', '_');
            String stamp = String.format(java.util.Locale.ROOT, "2026-03-01T10:%02d:00+01:00 ", second++);
            log.append(stamp).append(host).append(" kernel: TCP: request_sock_TCP: Possible SYN flooding on port 80. ");
            log.append("Sending cookies.  Check SNMP counters.\n");
            log.append(stamp)
                    .append(host)
                    .append(" kernel: ")
                    .append(text)
                    .append(" invoked oom-killer: gfp_mask=0x1, order=0\n");
            log.append(stamp).append(host).append(" kernel: TCP: too many orphaned sockets\n");
        }
        Path file = folder.resolve("=a`|<b>;=c.log");
        Files.writeString(file, log);
        Files.write(folder.resolve("invalid.log"), new byte[] {
            '[', '1', '.', '0', '0', '0', '0', '0', '0', ']', ' ', (byte) 0xff, (byte) 0xc0, (byte) 0x80, '\n'
        });
        return PostMortem.of(
                Sources.under(List.of(folder.toString()), new ByteArrayInputStream(new byte[0])),
                new PostMortemOptions(
                        PostMortemOptions.DEFAULT_GAP_MICROS, null, null, null, null, null, null, null, null, "0.1.0"));
    }

    private static String written(Format format, Report report, boolean summary) throws IOException {
        StringWriter out = new StringWriter();
        format.reporter().write(report, new ReportOptions(false, 80, summary), out);
        return out.toString();
    }
}

package org.sockmortem.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockmortem.report.words.Numbers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the JSON says of a burst or a finding, every format for people says too: numbers, places and moments. */
class SameFactsTest {
    /** More windows than these are a shape in prose. */
    private static final int MOST_WINDOWS = 12;

    private static final Pattern PLACES = Pattern.compile("\\d+(-\\d+)?(, \\d+(-\\d+)?)*");

    static Stream<String> samples() {
        // The hostile sample's names look different on every page, which is its point.
        return SampleReports.all().keySet().stream().filter(sample -> !sample.equals("hostile"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void standInEveryFormatForPeople(String sample) throws IOException {
        JsonNode json = JsonMapper.shared().readTree(page(sample, Format.JSON));
        for (Format prose : new Format[] {Format.TEXT, Format.MARKDOWN, Format.JIRA, Format.HTML}) {
            String page = words(sample, prose);
            for (JsonNode host : json.get("hosts")) {
                host.get("bursts").forEach(burst -> burst(burst, page));
                host.get("findings").forEach(finding -> finding(finding, page));
                host.get("incidents").forEach(incident -> {
                    moment(incident.get("start"), page);
                    moment(incident.get("end"), page);
                    assertThat(page).contains(incident.get("id").asString());
                });
            }
        }
    }

    /** The page without its markup, blanks folded. */
    private static String words(String sample, Format format) throws IOException {
        String page = page(sample, format);
        return format == Format.HTML
                ? HtmlText.read(page)
                : page.replaceAll("[`\\\\]|\\{\\{|\\}\\}", "").replaceAll("\\s+", " ");
    }

    private static void burst(JsonNode burst, String page) {
        assertThat(page)
                .contains(burst.get("id").asString(), burst.get("signal").asString());
        counted(burst.get("printed"), " printed", page);
        counted(burst.get("repeated"), " repeated", page);
        JsonNode suppressed = burst.get("suppressed");
        counted(suppressed.get("likely"), " suppressed", page);
        if (suppressed.get("min").asLong() != suppressed.get("max").asLong()) {
            assertThat(page)
                    .contains("at most " + grouped(suppressed.get("max")) + ", at least "
                            + grouped(suppressed.get("min")));
        }
        if (!burst.get("peakPerSecond").isNull()) {
            BigDecimal peak = burst.get("peakPerSecond").asDecimal().setScale(1, RoundingMode.HALF_UP);
            assertThat(page.replace(",", "")).contains(peak.toPlainString() + " a second");
        }
        counted(burst.get("evidenceOmitted"), " more line", page);
        Stream.of("start", "lastPrinted", "end").forEach(name -> moment(burst.get(name), page));
        if (burst.get("windows").size() <= MOST_WINDOWS) {
            burst.get("windows").forEach(window -> {
                moment(window.get("from"), page);
                moment(window.get("to"), page);
                counted(window.get("printed"), " printed", page);
                counted(window.get("suppressed"), " suppressed", page);
            });
        }
        burst.get("evidence").forEach(citation -> {
            place(citation, page);
            assertThat(page).contains(citation.get("text").asString());
            citation.get("also").forEach(also -> place(also, page));
        });
    }

    private static void finding(JsonNode finding, String page) {
        assertThat(page)
                .contains(finding.get("id").asString(), finding.get("cause").asString());
        finding.get("sysctls").forEach(name -> assertThat(page).contains(name.asString()));
        Stream.of("because", "against", "missing")
                .flatMap(name -> finding.get(name).valueStream())
                .forEach(evidence -> {
                    assertThat(page).contains(evidence.get("text").asString());
                    if (evidence.has("path") && !evidence.get("path").isNull()) {
                        place(evidence, page);
                    }
                });
        finding.get("actions").forEach(action -> {
            assertThat(page).contains(action.get("text").asString());
            if (action.has("set")) {
                action.get("set")
                        .properties()
                        .forEach(set -> assertThat(page)
                                .contains(set.getKey() + " = " + set.getValue().asString()));
            }
        });
    }

    private static void moment(JsonNode moment, String page) {
        if (!moment.get("wall").isNull()) {
            String wall = moment.get("wall").asString();
            assertThat(page).contains(wall.replace("--10-", "Oct ").replace('T', ' '));
        }
        if (!moment.get("uptime").isNull()) {
            assertThat(page)
                    .contains(moment.get("uptime").asDecimal().setScale(6).toPlainString() + " s");
        }
        BigDecimal plusMinus = moment.get("plusMinusSeconds").asDecimal();
        if (plusMinus.compareTo(new BigDecimal("0.000001")) > 0) {
            assertThat(page).contains("± " + plusMinus.toPlainString() + " s");
        }
    }

    private static void place(JsonNode place, String page) {
        String path = place.get("path").asString();
        Set<Long> lines = new HashSet<>();
        for (int at = page.indexOf(path + ":"); at >= 0; at = page.indexOf(path + ":", at + 1)) {
            Matcher places = PLACES.matcher(page).region(at + path.length() + 1, page.length());
            if (places.lookingAt()) {
                Stream.of(places.group().split(", ", -1)).forEach(range -> add(range, lines));
            }
        }
        assertThat(lines).contains(place.get("line").asLong());
    }

    private static void add(String range, Set<Long> lines) {
        String[] ends = range.split("-", -1);
        for (long line = Long.parseLong(ends[0]); line <= Long.parseLong(ends[ends.length - 1]); line++) {
            lines.add(line);
        }
    }

    private static void counted(JsonNode number, String what, String page) {
        if (number.asLong() > 0) {
            assertThat(page).contains(grouped(number) + what);
        }
    }

    private static String grouped(JsonNode number) {
        return Numbers.grouped(number.asLong());
    }

    private static String page(String sample, Format format) throws IOException {
        StringWriter out = new StringWriter();
        format.reporter().write(SampleReports.sample(sample), ReportOptions.PLAIN, out);
        return out.toString();
    }
}

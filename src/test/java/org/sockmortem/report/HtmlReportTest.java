package org.sockmortem.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An HTML report is whole in itself, and lets nothing run that is not ours. */
class HtmlReportTest {
    private static final int MOST_BYTES = 400_000;

    static Set<String> samples() {
        return SampleReports.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void fitsIntoATicket(String sample) throws IOException {
        assertThat(written(sample).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST_BYTES);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void fetchesNothing(String sample) throws IOException {
        String page = written(sample);
        assertThat(HtmlText.withoutCode(page))
                .doesNotContainPattern("<[^>]+\\s(src|srcset|action|data|poster)=")
                .doesNotContainPattern("<[^>]+href=\"(?!#|data:)");
        assertThat(HtmlText.styles(page)).allSatisfy(style -> assertThat(style).doesNotContain("url(", "@import"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void thePolicyAllowsWhatIsOursAndNothingElse(String sample) throws IOException, NoSuchAlgorithmException {
        String page = written(sample);
        Matcher policy = Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"")
                .matcher(page);
        assertThat(policy.find()).isTrue();
        String allowed = policy.group(1).replace("&#39;", "'");
        assertThat(allowed).startsWith("default-src 'none';").doesNotContain("unsafe", "http", "*");
        List<String> ours = new ArrayList<>(HtmlText.scripts(page));
        ours.addAll(HtmlText.styles(page));
        assertThat(ours).hasSizeGreaterThan(3);
        for (String code : ours) {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
            assertThat(allowed).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        }
        assertThat(page).doesNotContainPattern("<[^>]+\\s(on\\w+|style)=");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyLinkLeadsSomewhereAndEveryPlaceIsOne(String sample) throws IOException {
        String page = HtmlText.withoutCode(written(sample));
        List<String> places = all("\\sid=\"([^\"]+)\"", page);
        assertThat(places).doesNotHaveDuplicates();
        assertThat(places).containsAll(all("href=\"#([^\"]+)\"", page));
        assertThat(all("data-show=\"([^\"]+)\"", page))
                .allSatisfy(shown -> assertThat(places).contains(shown));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theTimelineHasTheNumbersOfTheReport(String sample) throws IOException {
        StringWriter out = new StringWriter();
        Format.JSON.reporter().write(SampleReports.sample(sample), ReportOptions.PLAIN, out);
        double events = 0;
        for (JsonNode host : JsonMapper.shared().readTree(out.toString()).get("hosts")) {
            for (JsonNode burst : host.get("bursts")) {
                events += burst.get("printed").asLong()
                        + burst.get("repeated").asLong()
                        + burst.at("/suppressed/likely").asLong();
            }
        }
        double drawn = 0;
        for (String data : HtmlText.data(written(sample))) {
            assertThat(data).doesNotContain("<", ">", "&");
            JsonNode rates = JsonMapper.shared().readTree(data).get("rates");
            for (int i = 0; rates != null && i + 1 < rates.get("x").size(); i++) {
                double seconds = rates.get("x").get(i + 1).asDouble()
                        - rates.get("x").get(i).asDouble();
                drawn += rates.get("likely").get(i).asDouble() * seconds;
                assertThat(rates.get("min").get(i).asDouble())
                        .isLessThanOrEqualTo(rates.get("likely").get(i).asDouble());
                assertThat(rates.get("likely").get(i).asDouble())
                        .isLessThanOrEqualTo(rates.get("max").get(i).asDouble());
            }
        }
        assertThat(drawn).isCloseTo(events, org.assertj.core.data.Percentage.withPercentage(1));
    }

    private static List<String> all(String pattern, String page) {
        List<String> all = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }

    private static String written(String sample) throws IOException {
        StringWriter out = new StringWriter();
        Format.HTML.reporter().write(SampleReports.sample(sample), ReportOptions.PLAIN, out);
        return out.toString();
    }
}

package org.sockmortem.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The formats of rows say what the JSON report says, no more and no less. */
class RowsTest {
    static Set<String> samples() {
        return SampleReports.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void linesOfJsonAreTheBurstsWithTheirEventsAndTheContext(String sample) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : written(sample, Format.NDJSON).split("\n", 0)) {
            lines.add(JsonMapper.shared().readTree(line));
        }
        assertThat(lines.get(0).get("type").asString()).isEqualTo("report");
        assertThat(lines.get(0).get("schemaVersion").asString()).isEqualTo("1");
        List<JsonNode> expected = new ArrayList<>();
        for (JsonNode host : json(sample).get("hosts")) {
            for (JsonNode burst : host.get("bursts")) {
                ObjectNode facts = typed("burst", host).setAll((ObjectNode) burst);
                facts.remove("evidence");
                expected.add(facts);
                for (JsonNode line : burst.get("evidence")) {
                    ObjectNode event =
                            typed("event", host).put("burst", burst.get("id").asString());
                    event.set("signal", burst.get("signal"));
                    event.set("boot", burst.get("boot"));
                    expected.add(event.setAll((ObjectNode) line));
                }
            }
            host.get("context")
                    .forEach(event -> expected.add(typed("context", host).setAll((ObjectNode) event)));
        }
        assertThat(lines.subList(1, lines.size())).isEqualTo(expected);
    }

    private static ObjectNode typed(String type, JsonNode host) {
        ObjectNode object = JsonMapper.shared().createObjectNode();
        return object.put("type", type).put("host", host.get("host").asString());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aRowOfCsvIsABurst(String sample) throws IOException {
        String csv = written(sample, Format.CSV);
        assertThat(csv).endsWith("\r\n").doesNotContain("\n\n");
        List<String> rows = List.of(csv.split("\r\n", 0));
        List<String> names = List.of(rows.get(0).split(",", 0));
        List<JsonNode> bursts = new ArrayList<>();
        json(sample).get("hosts").forEach(host -> host.get("bursts").forEach(bursts::add));
        assertThat(rows).hasSize(1 + bursts.size());
        for (int i = 0; i < bursts.size(); i++) {
            Map<String, String> row = row(names, rows.get(i + 1));
            JsonNode burst = bursts.get(i);
            if (!sample.equals("hostile")) {
                assertThat(row).containsEntry("id", burst.get("id").asString());
            }
            Stream.of(
                            "signal",
                            "boot",
                            "printed",
                            "repeated",
                            "headUnknown",
                            "tailUnknown",
                            "atLeast",
                            "evidenceOmitted")
                    .forEach(name ->
                            assertThat(row).containsEntry(name, burst.get(name).asString()));
            assertThat(row)
                    .containsEntry("suppressedMin", burst.at("/suppressed/min").asString())
                    .containsEntry(
                            "suppressedLikely", burst.at("/suppressed/likely").asString())
                    .containsEntry("suppressedMax", burst.at("/suppressed/max").asString())
                    .containsEntry("peakPerSecond", burst.get("peakPerSecond").asString(""));
            for (String moment : new String[] {"start", "lastPrinted", "end"}) {
                JsonNode wall = burst.at("/" + moment + "/wall");
                assertThat(row)
                        .containsEntry(moment + "Wall", wall.asString("").replace("--10", "XXXX-10"))
                        .containsEntry(
                                moment + "Uptime",
                                burst.at("/" + moment + "/uptime").asString(""));
            }
        }
    }

    /** Reads what RFC 4180 describes. */
    private static Map<String, String> row(List<String> names, String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        assertThat(cells).hasSameSizeAs(names);
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            row.put(names.get(i), cells.get(i));
        }
        return row;
    }

    private static JsonNode json(String sample) throws IOException {
        return JsonMapper.shared().readTree(written(sample, Format.JSON));
    }

    private static String written(String sample, Format format) throws IOException {
        StringWriter out = new StringWriter();
        format.reporter().write(SampleReports.sample(sample), ReportOptions.PLAIN, out);
        return out.toString();
    }
}

package org.sockmortem.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.parse.Parsed;

class JsonLogReaderTest {
    private static void assertOne(String sample, String text, String wall, String host) {
        Reading reading = Reading.of(sample);
        assertThat(reading.texts()).containsExactly(text);
        assertThat(reading.walls()).containsExactly(wall);
        assertThat(reading.header(0).host()).isEqualTo(host.isEmpty() ? null : host);
        assertThat(reading.header(0).format()).isEqualTo(LogFormat.CONTAINER_JSON);
    }

    @Test
    void docker() {
        assertOne(
                "{\"log\":\"[   12.000001] TCP: one\\n\",\"stream\":\"stdout\",\"time\":\"2023-11-14T22:13:20.123456789Z\"}\n",
                "[   12.000001] TCP: one",
                "2023-11-14T22:13:20.123456Z",
                "");
    }

    @Test
    void rsyslog() {
        String one = "{\"message\":\" TCP: one\",\"fromhost\":\"db7\",\"facility\":\"kern\",\"priority\":\"info\","
                + "\"timereported\":\"2023-11-14T22:13:20.5+01:00\",\"timegenerated\":\"2023-11-14T22:13:21+01:00\"}\n";
        assertOne(one + one.replace("kern", "daemon"), " TCP: one", "2023-11-14T22:13:20.500000+01:00", "db7");
    }

    @Test
    void cloudWatch() {
        assertOne("""
                {
                    "events": [
                        {
                            "logStreamName": "i-1",
                            "timestamp": 1700000000123,
                            "message": "TCP: one",
                            "ingestionTime": 1700000009123
                        }
                    ],
                    "searchedLogStreams": []
                }
                """, "TCP: one", "2023-11-14T22:13:20.123000Z", "i-1");
        assertOne(
                "{\"timestamp\":1700000000123,\"message\":\"TCP: one\"}",
                "TCP: one",
                "2023-11-14T22:13:20.123000Z",
                "");
    }

    @Test
    void wrappedRecords() {
        assertOne(
                "{\"_index\":\"x\",\"_source\":{\"@timestamp\":\"2023-11-14T22:13:20.000Z\",\"host\":{\"name\":\"db7\"},"
                        + "\"log\":{\"file\":{\"path\":\"/x\"}},\"message\":\"TCP: one\"}}\n",
                "TCP: one",
                "2023-11-14T22:13:20.000000Z",
                "db7");
        assertOne(
                "{\"preview\":false,\"result\":{\"_raw\":\"TCP: one\",\"_time\":\"2023-11-14 22:13:20.000 UTC\",\"host\":\"db7\"}}\n",
                "TCP: one",
                "2023-11-14T22:13:20.000000Z",
                "db7");
        assertOne(
                "[{\"jsonPayload\":{\"message\":\"TCP: one\"},\"timestamp\":\"2023-11-14T22:13:20Z\"}\n,{}]\n",
                "TCP: one",
                "2023-11-14T22:13:20.000000Z",
                "");
    }

    @Test
    void lokiAndNanoseconds() {
        assertOne(
                "{\"labels\":{\"host\":\"db7\"},\"line\":\"TCP: one\",\"timestamp\":\"1700000000123456789\"}\n",
                "TCP: one",
                "2023-11-14T22:13:20.123456Z",
                "db7");
        assertOne("{\"msg\":\"TCP: one\",\"ts\":1700000000.25}\n", "TCP: one", "2023-11-14T22:13:20.250000Z", "");
    }

    @Test
    void fluentd() {
        String one = "2023-11-14T22:13:20+00:00\tkern.log\t{\"host\":\"db7\",\"message\":\"TCP: one\"}\n";
        Reading reading = Reading.of(one + one);
        assertThat(reading.walls()).containsOnly("2023-11-14T22:13:20.000000Z").hasSize(2);
        assertThat(reading.lines()).containsExactly(1L, 2L);
    }

    @Test
    void severalObjectsInOneLine() {
        String one = "{\"time\":1700000000,\"log\":\"}one{\"}";
        assertThat(Reading.of("[" + one + "," + one + "]" + one).texts())
                .hasSize(3)
                .containsOnly("}one{");
    }

    @Test
    void handsOnLinesThatAreNoJson() {
        String one = "{\"time\":1700000000,\"log\":\"one\"}\n";
        Reading reading = Reading.of(one + "[   12.000001] TCP: plain\n" + one + "{ not json\n");
        assertThat(reading.texts()).containsExactly("one", "[   12.000001] TCP: plain", "one", "{ not json");
        assertThat(reading.header(1)).isEqualTo(Parsed.Header.NONE);
        assertThat(reading.lines()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void isNotTakenForJsonOfAnotherKind() {
        assertThat(Reading.isSniffed("{\n  \"name\": \"x\",\n  \"message\": \"no time\"\n}\n"))
                .isFalse();
        assertThat(Reading.isSniffed("{\"a\":1}\n{\"b\":[1,2]}\n")).isFalse();
        assertThat(Reading.isSniffed("one\ntwo\n{\"time\":1700000000,\"log\":\"one\"}\n"))
                .isFalse();
        assertThat(Reading.isSniffed("[1.000000] {\"time\":1700000000,\"log\":\"one\"}\n"))
                .isFalse();
    }

    @Test
    void recordsInsideAnAnswerComeOneByOne() {
        String hits =
                "{\"took\":5,\"hits\":{\"total\":{\"value\":2},\"hits\":[{\"_source\":{\"@timestamp\":\"2023-11-14T22:13:20Z\","
                        + "\"host\":{\"name\":\"db7\"},\"message\":\"TCP: one\"},\"sort\":[1]},\n{\"_source\":{\"message\":\"TCP: two\"}}]}}\n";
        Reading elastic = Reading.of(hits);
        assertThat(elastic.texts()).containsExactly("TCP: one", "TCP: two");
        assertThat(elastic.header(0).host()).isEqualTo("db7");
        assertThat(elastic.header(1).host()).isNull();
        String events =
                "{\"events\":[{\"timestamp\":1700000000000,\"message\":\"TCP: one\"},{\"timestamp\":1700000001000,"
                        + "\"message\":\"TCP: two\"}],\"nextForwardToken\":\"f/1\"}";
        assertThat(Reading.of(events).walls())
                .containsExactly("2023-11-14T22:13:20.000000Z", "2023-11-14T22:13:21.000000Z");
    }

    @Test
    void rowsAreNamedByWhatStandsBeforeThem() {
        Reading loki = Reading.of(
                "{\"status\":\"success\",\"data\":{\"resultType\":\"streams\",\"result\":[{\"stream\":{\"host\":\"db7\"},"
                        + "\"values\":[[\"1700000000000000000\",\"TCP: one\"],[\"1700000001000000000\",\"TCP: two\",{\"x\":\"y\"}]]}]}}");
        assertThat(loki.texts()).containsExactly("TCP: one", "TCP: two");
        assertThat(loki.walls()).containsExactly("2023-11-14T22:13:20.000000Z", "2023-11-14T22:13:21.000000Z");
        assertThat(loki.header(1).host()).isEqualTo("db7");
        Reading splunk = Reading.of(
                "{\"fields\":[\"_raw\",\"_time\",\"host\"],\"rows\":[[\"TCP: one\",\"2023-11-14T22:13:20Z\",\"db7\"]]}");
        assertThat(splunk.texts()).containsExactly("TCP: one");
        assertThat(splunk.header(0).host()).isEqualTo("db7");
        Reading azure = Reading.of("{\"tables\":[{\"columns\":[{\"name\":\"TimeGenerated\"},{\"name\":\"Computer\"},"
                + "{\"name\":\"SyslogMessage\"}],\"rows\":[[\"2023-11-14T22:13:20Z\",\"db7\",\"TCP: one\"]]}]}");
        assertThat(azure.texts()).containsExactly("TCP: one");
        assertThat(azure.header(0).host()).isEqualTo("db7");
        Reading insights = Reading.of("{\"results\":[[{\"field\":\"@timestamp\",\"value\":\"2023-11-14 22:13:20.000\"},"
                + "{\"field\":\"@message\",\"value\":\"TCP: one\"}]],\"status\":\"Complete\"}");
        assertThat(insights.texts()).containsExactly("TCP: one");
    }

    @Test
    void whatAProgramLoggedIsNotTheKernels() {
        String one = "{\"time\":1700000000,\"program\":\"watcher\",\"message\":\"TCP: one\"}\n";
        String both = one + one.replace("watcher", "kernel");
        assertThat(Reading.of(both).lines()).containsExactly(2L);
    }

    @Test
    void aLineThatDockerPartedIsOne() {
        String log = """
                {"log":"first\\n","stream":"stdout","time":"2023-11-14T22:13:20Z"}
                {"log":"TCP: o","stream":"stdout","time":"2023-11-14T22:13:21Z"}
                {"log":"ne\\n","stream":"stdout","time":"2023-11-14T22:13:21Z"}
                """;
        Reading reading = Reading.of(log);
        assertThat(reading.texts()).containsExactly("first", "TCP: one");
        assertThat(reading.lines()).containsExactly(1L, 2L);
    }

    @Test
    void theKernelsOwnClockInFluentBit() {
        Reading reading =
                Reading.of("{\"date\":1700000000.5,\"priority\":6,\"sec\":12,\"usec\":34,\"msg\":\"TCP: one\"}\n");
        assertThat(reading.header(0).stamp().uptimeMicros()).isEqualTo(12_000_034);
    }
}

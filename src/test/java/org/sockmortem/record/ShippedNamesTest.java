package org.sockmortem.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Under whichever of the usual names a store keeps a line, its moment, its host and its writer. */
class ShippedNamesTest {
    private static final String LINE = "[   12.000001] TCP: one";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MESSAGE",
                "message",
                "Message",
                "MSG",
                "log",
                "msg",
                "_raw",
                "line",
                "Line",
                "textPayload",
                "@message",
                "short_message",
                "SyslogMessage",
                "body",
                "Body",
                "content",
                "text",
                "event",
                "Output",
                "output",
                "data",
                "_msg",
                "full_message",
                "raw",
                "rawmsg",
                "raw_message",
                "rawMessage",
                "payload",
                "kmsg",
                "Log",
                "logMessage",
                "logmessage",
                "log_message",
                "event_message",
                "msg_text",
                "MessageText",
                "value"
            })
    void texts(String name) {
        Reading reading = Reading.of(
                "{\"@timestamp\":\"2023-11-14T22:13:20.000Z\",\"host\":\"db7\",\"" + name + "\":\"TCP: one\"}\n");
        assertThat(reading.texts()).containsExactly("TCP: one");
        assertThat(reading.walls()).containsExactly("2023-11-14T22:13:20.000000Z");
        assertThat(reading.header(0).host()).isEqualTo("db7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jsonPayload.message",
                "_source.message",
                "result._raw",
                "fields.message",
                "event.original",
                "log.message",
                "json.message",
                "data.message",
                "record.log",
                "attributes.message",
                "body.stringValue"
            })
    void textsInside(String name) {
        String[] names = name.split("\\.", -1);
        Reading reading = Reading.of("{\"timestamp\":\"2023-11-14T22:13:20.000Z\",\"" + names[0] + "\":{\"" + names[1]
                + "\":\"" + LINE + "\"}}\n");
        assertThat(reading.texts()).containsExactly(LINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "time",
                "ts",
                "timestamp",
                "@timestamp",
                "_time",
                "t",
                "_timestamp",
                "asctime",
                "eventTime",
                "event_time",
                "log_time",
                "receivedAt",
                "timeGenerated",
                "TimeGenerated",
                "date",
                "datetime",
                "ISODATE",
                "timereported"
            })
    void moments(String name) {
        Reading reading = Reading.of("{\"" + name + "\":\"2023-11-14T22:13:20.000Z\",\"message\":\"TCP: one\"}\n");
        assertThat(reading.walls()).containsExactly("2023-11-14T22:13:20.000000Z");
    }

    @Test
    void theNamesOfSyslogNg() {
        Reading reading =
                Reading.of("{\"PROGRAM\":\"kernel\",\"MESSAGE\":\"TCP: one\",\"HOST\":\"db7\",\"FACILITY\":\"kern\","
                        + "\"ISODATE\":\"2023-11-14T22:13:20+00:00\"}\n{\"PROGRAM\":\"sshd\",\"MESSAGE\":\"TCP: two\",\"HOST\":\"db7\","
                        + "\"FACILITY\":\"auth\",\"ISODATE\":\"2023-11-14T22:13:21+00:00\"}\n");
        assertThat(reading.texts()).containsExactly("TCP: one");
        assertThat(reading.header(0).host()).isEqualTo("db7");
    }

    @Test
    void aFieldOfAnyNameCountsWhereItsTextHasAStampOfItsOwn() {
        assertThat(Reading.of("{\"id\":7,\"what\":\"" + LINE + "\"}\n").texts()).containsExactly(LINE);
        String syslog = "Oct 28 21:58:48 db7 kernel: TCP: one";
        assertThat(Reading.of("{\"id\":7,\"what\":\"" + syslog + "\"}\n").texts())
                .containsExactly(syslog);
        String log = "{\"at\":\"2023-11-14T22:13:20Z\",\"what\":\"TCP: one\"}\n";
        assertThat(RecordForms.sniff(log.getBytes(java.nio.charset.StandardCharsets.UTF_8), log.length()))
                .isEmpty();
    }

    @Test
    void arraysOfOneAsKibanaAnswersThem() {
        Reading reading = Reading.of(
                "{\"hits\":{\"hits\":[{\"_index\":\"x\",\"fields\":{\"@timestamp\":[\"2023-11-14T22:13:20.000Z\"],"
                        + "\"message\":[\"TCP: one\"],\"host.name\":[\"db7\"]}}]}}\n");
        assertThat(reading.texts()).containsExactly("TCP: one");
        assertThat(reading.walls()).containsExactly("2023-11-14T22:13:20.000000Z");
        assertThat(reading.header(0).host()).isEqualTo("db7");
    }

    @Test
    void aLongPreludeMayStandBeforeTheFirstRecord() {
        String answer = "{\"aggregations\":\"" + "x".repeat(100_000)
                + "\",\"hits\":[{\"@timestamp\":\"2023-11-14T22:13:20Z\",\"message\":\"TCP: one\"}]}";
        byte[] head = answer.substring(0, 60_000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(RecordForms.sniff(head, head.length)).containsInstanceOf(JsonLogReader.class);
    }
}

package org.sockmortem.forms;

import static org.sockmortem.parse.LogFormat.CONTAINER_JSON;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What log stores answer and export: whole documents, tables, and the newest line first. */
final class StoreForms {
    private static final String MILLIS = "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'";
    private static final String NANOS = "yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'";

    private StoreForms() {}

    static Stream<Form> all() {
        return Stream.of(
                        form("CloudWatch get-log-events", StoreForms::cloudWatch),
                        form("CloudWatch Insights", StoreForms::insights),
                        form("CloudWatch, CSV", StoreForms::cloudWatchTable),
                        form("Loki's answer", s -> loki(s, s.records())),
                        form("Loki's answer, newest first", s -> loki(s, newestFirst(s))),
                        form("logcli", StoreForms::logcli),
                        form("logcli, newest first", ReversedForms.tac(StoreForms::logcli)),
                        form("logcli, JSON, newest first", ReversedForms.tac(StoreForms::logcliJson)),
                        form("Elasticsearch's answer", StoreForms::elastic),
                        form("Kibana, CSV", StoreForms::kibana),
                        form("Splunk, rows", StoreForms::splunkRows),
                        form("Splunk, CSV, newest first", StoreForms::splunkTable),
                        form("Google's entries", StoreForms::google),
                        form("Azure's tables", StoreForms::azure),
                        form("OpenTelemetry", StoreForms::telemetry),
                        form("CRI, parted", StoreForms::criParted),
                        form("docker, parted", StoreForms::dockerParted),
                        form("fluent-bit's kmsg", StoreForms::fluentBit),
                        form("fluent-bit's stdout", StoreForms::fluentBitPrinted),
                        form("fluentd's stdout", StoreForms::fluentdPrinted),
                        form("EC2's console", StoreForms::console),
                        form("TAB-separated", StoreForms::tabs))
                .map(f -> f.at(Place.UTC).perhapsHosted());
    }

    private static Form form(String name, Function<Scene, String> renderer) {
        return Form.text(name, renderer, Sight.UPTIME, CONTAINER_JSON);
    }

    private static String line(KernelRecord record) {
        return Json.string(Stamps.raw(record) + " " + record.text());
    }

    private static String millis(Scene scene, KernelRecord record) {
        return Long.toString(scene.wall(record).toInstant().toEpochMilli());
    }

    private static String nanos(Scene scene, KernelRecord record) {
        return scene.wall(record).toEpochSecond() + Stamps.digits("SSSSSSSSS", scene.wall(record));
    }

    private static String time(Scene scene, KernelRecord record) {
        return Stamps.digits(MILLIS, scene.wall(record));
    }

    private static List<KernelRecord> newestFirst(Scene scene) {
        List<KernelRecord> records = new ArrayList<>(scene.records());
        Collections.reverse(records);
        return records;
    }

    private static String list(List<KernelRecord> records, String separator, Function<KernelRecord, String> element) {
        return records.stream().map(element).collect(Collectors.joining(separator));
    }

    static String cloudWatch(Scene scene) {
        return "{\n    \"events\": [\n"
                + list(
                        scene.records(),
                        ",\n",
                        r -> "        {\n            \"timestamp\": " + millis(scene, r)
                                + ",\n            \"message\": " + line(r) + ",\n            \"ingestionTime\": "
                                + millis(scene, r) + "\n        }")
                + "\n    ],\n    \"nextForwardToken\": \"f/1\"\n}\n";
    }

    static String insights(Scene scene) {
        return "{\"results\":["
                + list(
                        scene.records(),
                        ",",
                        r -> "[{\"field\":\"@timestamp\",\"value\":\""
                                + Stamps.digits("yyyy-MM-dd HH:mm:ss.SSS", scene.wall(r))
                                + "\"},{\"field\":\"@message\",\"value\":" + line(r) + "}]")
                + "],\"status\":\"Complete\"}";
    }

    static String cloudWatchTable(Scene scene) {
        return "timestamp,message\n" + scene.lines(r -> millis(scene, r) + "," + cell(Stamps.raw(r) + " " + r.text()));
    }

    private static String cell(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }

    static String loki(Scene scene, List<KernelRecord> records) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"streams\",\"result\":[{\"stream\":{\"host\":\""
                + scene.host()
                + "\"},\"values\":["
                + list(records, ",", r -> "[\"" + nanos(scene, r) + "\"," + line(r) + "]")
                + "]}]}}\n";
    }

    /** What logcli prints unless told otherwise, but for the order: the newest comes first. */
    static String logcli(Scene scene) {
        return scene.lines(r -> Stamps.digits("yyyy-MM-dd'T'HH:mm:ssXXX", scene.wall(r)) + " {host=\"" + scene.host()
                + "\", job=\"kern\"} " + Stamps.raw(r) + " " + r.text());
    }

    static String logcliJson(Scene scene) {
        return scene.lines(r -> "{\"labels\":{\"host\":\"" + scene.host() + "\"},\"line\":" + line(r)
                + ",\"timestamp\":\"" + Stamps.digits(NANOS, scene.wall(r)) + "\"}");
    }

    static String elastic(Scene scene) {
        return "{\"took\":5,\"hits\":{\"total\":{\"value\":9},\"hits\":["
                + list(
                        scene.records(),
                        ",",
                        r -> "{\"_index\":\"log\",\"_source\":{\"@timestamp\":\"" + time(scene, r)
                                + "\",\"host\":{\"name\":\"" + scene.host() + "\"},\"message\":" + line(r)
                                + "},\"sort\":[" + millis(scene, r) + "]}")
                + "]}}\n";
    }

    static String kibana(Scene scene) {
        return "\"@timestamp\",\"host.name\",message\n"
                + scene.lines(r -> "\"" + Stamps.month(scene.wall(r))
                        + Stamps.digits(" d, yyyy @ HH:mm:ss.SSS", scene.wall(r)) + "\"," + scene.host() + ","
                        + cell(Stamps.raw(r) + " " + r.text()));
    }

    static String splunkRows(Scene scene) {
        return "{\"preview\":false,\"fields\":[\"_raw\",\"_time\",\"host\"],\"rows\":["
                + list(
                        scene.records(),
                        ",",
                        r -> "[" + line(r) + ",\"" + time(scene, r) + "\",\"" + scene.host() + "\"]")
                + "]}\n";
    }

    static String splunkTable(Scene scene) {
        return "\"_raw\",\"_time\",host,index\n"
                + list(
                        newestFirst(scene),
                        "\n",
                        r -> cell(Stamps.raw(r) + " " + r.text()) + ",\"" + time(scene, r) + "\"," + scene.host()
                                + ",main")
                + "\n";
    }

    static String google(Scene scene) {
        return "[\n"
                + list(
                        scene.records(),
                        ",\n",
                        r -> "  {\n    \"insertId\": \"x\",\n    \"textPayload\": " + line(r)
                                + ",\n    \"labels\": {\n      \"compute.googleapis.com/resource_name\": \""
                                + scene.host()
                                + "\"\n    },\n    \"timestamp\": \"" + Stamps.digits(NANOS, scene.wall(r))
                                + "\"\n  }")
                + "\n]\n";
    }

    static String azure(Scene scene) {
        return "{\"tables\":[{\"name\":\"PrimaryResult\",\"columns\":[{\"name\":\"TimeGenerated\"},{\"name\":\"Computer\"},"
                + "{\"name\":\"Facility\"},{\"name\":\"SyslogMessage\"}],\"rows\":["
                + list(
                        scene.records(),
                        ",",
                        r -> "[\"" + time(scene, r) + "\",\"" + scene.host() + "\",\"kern\"," + line(r) + "]")
                + "]}]}\n";
    }

    static String telemetry(Scene scene) {
        return "{\"resourceLogs\":[{\"resource\":{\"attributes\":[{\"key\":\"host.name\",\"value\":{\"stringValue\":\""
                + scene.host() + "\"}}]},\"scopeLogs\":[{\"scope\":{},\"logRecords\":["
                + list(
                        scene.records(),
                        ",",
                        r -> "{\"timeUnixNano\":\"" + nanos(scene, r) + "\",\"body\":{\"stringValue\":" + line(r)
                                + "}}")
                + "]}]}]}\n";
    }

    static String criParted(Scene scene) {
        return scene.lines(r -> {
            String line = Stamps.raw(r) + " " + r.text();
            String time = Stamps.digits(NANOS, scene.wall(r));
            int half = line.length() / 2;
            return time + " stdout P " + line.substring(0, half) + "\n" + time + " stdout F " + line.substring(half);
        });
    }

    static String dockerParted(Scene scene) {
        return scene.lines(r -> {
            String line = Stamps.raw(r) + " " + r.text() + "\n";
            String end = ",\"stream\":\"stdout\",\"time\":\"" + Stamps.digits(NANOS, scene.wall(r)) + "\"}";
            int half = line.length() / 2;
            boolean parted = r.micros() % 2 == 1;
            return parted
                    ? "{\"log\":" + Json.string(line.substring(0, half)) + end + "\n{\"log\":"
                            + Json.string(line.substring(half)) + end
                    : "{\"log\":" + Json.string(line) + end;
        });
    }

    static String fluentBit(Scene scene) {
        return scene.lines(r -> "{\"date\":" + scene.wall(r).toEpochSecond() + Stamps.digits(".SSSSSS", scene.wall(r))
                + ",\"priority\":" + r.level() + ",\"sec\":" + r.seconds() + ",\"usec\":" + r.micros() + ",\"msg\":"
                + Json.string(r.text()) + "}");
    }

    /** With what its kmsg input tells, and nothing of the host. */
    static String fluentBitPrinted(Scene scene) {
        int[] number = {0};
        return scene.lines(r -> "[" + number[0]++ + "] kernel: [["
                + scene.wall(r).toEpochSecond()
                + Stamps.digits(".SSSSSSSSS", scene.wall(r)) + ", {}], {\"priority\"=>" + r.level() + ", \"sequence\"=>"
                + number[0] + ", \"container\"=>nil, \"sec\"=>" + r.seconds() + ", \"usec\"=>" + r.micros()
                + ", \"msg\"=>" + Json.string(r.text()) + "}]");
    }

    static String fluentdPrinted(Scene scene) {
        return scene.lines(r -> Stamps.digits("yyyy-MM-dd HH:mm:ss.SSSSSSSSS xx", scene.wall(r))
                + " kern.info: {\"message\":" + line(r) + ",\"hostname\":\"" + scene.host() + "\"}");
    }

    static String console(Scene scene) {
        return "{\n    \"InstanceId\": \"" + scene.host() + "\",\n    \"Output\": "
                + Json.string(scene.lines(r -> Stamps.raw(r) + " " + r.text() + "\r")) + "\n}\n";
    }

    static String tabs(Scene scene) {
        return "time\thost\tmessage\n"
                + scene.lines(r -> time(scene, r) + "\t" + scene.host() + "\t" + Stamps.raw(r) + " " + r.text());
    }
}

package org.sockmortem.record;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.parse.Parsed;
import org.sockmortem.parse.Stamp;
import org.sockmortem.parse.WallStamp;

/** The names under which log shippers and stores keep a line, its moment, its host, and who wrote it; in JSON and in tables alike. */
final class Shipped {
    /** Where a record's fields are. */
    @FunctionalInterface
    interface Fields {
        /** The field's value, or {@code null}. */
        @Nullable
        String get(String name);
    }

    private static final List<String> TEXTS = List.of(
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
            "jsonPayload.message",
            "jsonPayload.MESSAGE",
            "event.original",
            "@message",
            "short_message",
            "SyslogMessage",
            "body",
            "Body",
            "body.stringValue",
            "attributes.message",
            "record.message",
            "record.log",
            "content",
            "text",
            "event",
            "Output",
            "output",
            "data",
            // VictoriaLogs; Graylog; what agents and their templates call it
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
            "value",
            "log.message",
            "fields.message",
            "json.message",
            "data.message",
            "event.message");
    private static final List<String> TIMES = List.of(
            "@timestamp",
            "time",
            "timestamp",
            "ts",
            "timereported",
            "timegenerated",
            "_time",
            "Time",
            "Timestamp",
            "timeUnixNano",
            "TimeGenerated",
            "attributes.timestamp",
            "date",
            "Date",
            "datetime",
            "t",
            "_timestamp",
            "asctime",
            "eventTime",
            "event_time",
            "log_time",
            "logTime",
            "event.created",
            "receivedAt",
            "ReceivedAt",
            "timeGenerated",
            "ISODATE",
            "UNIXTIME",
            "R_UNIXTIME",
            "DATE");
    private static final List<String> HOSTS = List.of(
            "_HOSTNAME",
            "hostname",
            "host",
            "fromhost",
            "host.name",
            "host.hostname",
            "kubernetes.host",
            "logStream",
            "logStreamName",
            "jsonPayload._HOSTNAME",
            "Hostname",
            "Host",
            "Computer",
            "@source_host",
            "attributes.host",
            "labels.host",
            "labels.hostname",
            "stream.host",
            "stream.hostname",
            "stream.node_name",
            "fields.host",
            "agent.hostname",
            "beat.hostname",
            "Resource.host.name",
            "resource.host.name",
            "labels.compute.googleapis.com/resource_name",
            "InstanceId",
            "HOST",
            "host_name",
            "hostName",
            "node",
            "nodename",
            "machine",
            "MachineName",
            "labels.node_name",
            "labels.instance",
            "source");
    // rsyslog's names, then those of the Elastic Common Schema
    private static final List<String> FACILITIES = List.of(
            "facility",
            "Facility",
            "SYSLOG_FACILITY",
            "syslogfacility-text",
            "syslogfacility",
            "FACILITY",
            "_facility",
            "log.syslog.facility.name");
    private static final List<String> PROGRAMS = List.of(
            "SYSLOG_IDENTIFIER",
            "jsonPayload.SYSLOG_IDENTIFIER",
            "program",
            "programname",
            "appname",
            "app-name",
            "syslogtag",
            "Syslogtag",
            "PROGRAM",
            "ident",
            "log.syslog.appname",
            "process.name",
            "ProcessName");
    private static final Set<String> KERNEL = Set.of("kern", "kernel", "0", "kmsg", "klogd", "vmunix");
    /** Objects in which Elasticsearch and Splunk wrap the record. */
    private static final List<String> WRAPPERS = List.of("", "_source.", "result.", "fields.");

    /** How a line begins that says itself where it is from. */
    private static final Pattern STAMPED = Pattern.compile(
            "\\s*(?:<[0-9]{1,3}>)?(?:\\[ {0,6}[0-9]{1,12}\\.[0-9]{6}\\]"
                    + "|(?:[A-Z][a-z]{2} [ 0-9][0-9] [0-9:]{8}|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.+Z-]{8,30})(?: \\S{1,255})? kernel: )");

    private Shipped() {}

    /** Whether a text is a line of a log by its own stamp. */
    static boolean isStamped(String text) {
        return STAMPED.matcher(text).lookingAt();
    }

    /** The name of the field that holds the line, or {@code null}. */
    static @Nullable String textName(Fields own) {
        for (String name : TEXTS) {
            for (String wrapper : WRAPPERS) {
                if (own.get(wrapper + name) != null) {
                    return wrapper + name;
                }
            }
        }
        return null;
    }

    /** What the fields say of the line. */
    static Parsed.Header header(Fields fields, String before) {
        Stamp stamp = new Stamp(time(fields, before), uptime(fields), null);
        return new Parsed.Header(LogFormat.CONTAINER_JSON, stamp, host(fields), 0);
    }

    private static long uptime(Fields fields) {
        long micros = Times.count(value(fields, "_SOURCE_MONOTONIC_TIMESTAMP"));
        if (micros >= 0) {
            return micros;
        }
        // fluent-bit's kmsg input
        long seconds = Times.count(value(fields, "sec"));
        long rest = Times.count(value(fields, "usec"));
        return seconds < 0 || rest < 0 || seconds > Integer.MAX_VALUE ? Stamp.NO_UPTIME : seconds * Times.SECOND + rest;
    }

    private static @Nullable String host(Fields fields) {
        String host = first(fields, HOSTS);
        // Splunk's source is a path
        return host == null || host.indexOf('/') >= 0 || host.indexOf(' ') >= 0 ? null : host;
    }

    /** The moment of a record, or {@code null}. */
    static @Nullable WallStamp time(Fields fields, String before) {
        for (String name : TIMES) {
            WallStamp wall = Times.moment(value(fields, name));
            if (wall != null) {
                return wall;
            }
        }
        return Times.moment(before);
    }

    /** Whether nothing says that somebody else than the kernel wrote it. */
    static boolean mayBeKernels(Fields fields) {
        String facility = first(fields, FACILITIES);
        String program = first(fields, PROGRAMS);
        String transport = value(fields, "_TRANSPORT");
        boolean byKernel = program != null && isKernel(program);
        return (facility == null || isKernel(facility))
                && (program == null || byKernel)
                && (transport == null || transport.equals("kernel") || byKernel);
    }

    private static boolean isKernel(String name) {
        String plain = name.endsWith(":") ? name.substring(0, name.length() - 1) : name;
        return KERNEL.contains(plain.strip().toLowerCase(Locale.ROOT));
    }

    private static @Nullable String value(Fields fields, String name) {
        for (String wrapper : WRAPPERS) {
            String value = fields.get(wrapper + name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable String first(Fields fields, List<String> names) {
        for (String name : names) {
            String value = value(fields, name);
            if (value != null && !value.isBlank() && !value.equals("-")) {
                return value;
            }
        }
        return null;
    }
}

package org.sockmortem.record;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.parse.Parsed;
import org.sockmortem.parse.Stamp;
import org.sockmortem.parse.WallStamp;

/** Entries of a journal, however they were written, to records: the kernel's, and journald's notes of lines that it lost. */
final class JournalEntries {
    /** The fields that are looked at (systemd.journal-fields(7)). */
    static final Set<String> WANTED = Set.of(
            "MESSAGE",
            "_TRANSPORT",
            "SYSLOG_IDENTIFIER",
            "SYSLOG_FACILITY",
            "SYSLOG_PID",
            "_PID",
            "_HOSTNAME",
            "_BOOT_ID",
            "__REALTIME_TIMESTAMP",
            "_SOURCE_REALTIME_TIMESTAMP",
            "_SOURCE_MONOTONIC_TIMESTAMP");

    private static final Pattern BOOT_ID = Pattern.compile("[0-9a-f]{32}");
    // journald-kmsg.c: the count from gaps in the sequence, and what it says after EPIPE
    private static final Pattern LOST =
            Pattern.compile("Missed [0-9]+ kernel messages.*|/dev/kmsg buffer overrun, some messages lost.*"
                    + "|Suppressed [0-9]+ messages from .*|Forwarding to syslog missed [0-9]+ messages.*");
    // logs-show.c print_field_verbose(): what stands for bytes that are no text
    private static final Pattern BLOB = Pattern.compile("\\[[0-9.]+[KMGTPE]?B? blob data\\]");
    /** More hosts than this in one journal, and boots are no longer told apart for those that come later. */
    private static final int HOSTS = 10_000;

    private final LogFormat format;
    private final Tally tally;
    private final Map<String, String> boots = new HashMap<>();

    JournalEntries(LogFormat format, Tally tally) {
        this.format = format;
        this.tally = tally;
    }

    /** Takes one entry, by its {@link #WANTED} fields; its message stands in {@code line}. */
    void entry(Map<String, String> fields, long line) {
        boolean kernel = isKernels(fields);
        Parsed.Header header = new Parsed.Header(format, stamp(fields, kernel), fields.get("_HOSTNAME"), 0);
        tally.seen(header);
        String message = fields.get("MESSAGE");
        if (message == null || BLOB.matcher(message).matches()) {
            return;
        }
        if (kernel) {
            boot(fields, line);
            tally.record(header, message, line);
        } else if (isNoteOfLoss(fields, message)) {
            boot(fields, line);
            tally.record(header, tag(fields) + ": " + message, line);
        } else if ("systemd".equals(fields.get("SYSLOG_IDENTIFIER"))) {
            tally.record(header, "systemd[1]: " + message, line);
        }
    }

    private static boolean isKernels(Map<String, String> fields) {
        if ("kernel".equals(fields.get("_TRANSPORT"))) {
            // dev_kmsg_record() in journald-kmsg.c: what a program wrote into /dev/kmsg comes this way too, with a
            // facility of its own
            return "0".equals(fields.getOrDefault("SYSLOG_FACILITY", "0"));
        }
        return "kernel".equals(fields.get("SYSLOG_IDENTIFIER"));
    }

    private static boolean isNoteOfLoss(Map<String, String> fields, String message) {
        return "systemd-journald".equals(fields.get("SYSLOG_IDENTIFIER"))
                && LOST.matcher(message.strip()).matches();
    }

    private static String tag(Map<String, String> fields) {
        long pid = Times.count(fields.getOrDefault("_PID", fields.get("SYSLOG_PID")));
        return pid < 0 ? "systemd-journald" : "systemd-journald[" + pid + "]";
    }

    private static Stamp stamp(Map<String, String> fields, boolean kernel) {
        String source = kernel ? fields.get("_SOURCE_REALTIME_TIMESTAMP") : null;
        String received = fields.get("__REALTIME_TIMESTAMP");
        WallStamp wall = Times.epoch(Times.count(source == null ? received : source), 1);
        long uptime = kernel ? Times.count(fields.get("_SOURCE_MONOTONIC_TIMESTAMP")) : -1;
        return new Stamp(wall, uptime < 0 ? Stamp.NO_UPTIME : uptime, null);
    }

    /** journalctl marks a new boot in its short forms alone (journalctl-show.c); the structured ones only carry the id. */
    private void boot(Map<String, String> fields, long line) {
        @Nullable String id = fields.get("_BOOT_ID");
        if (id == null || !BOOT_ID.matcher(id).matches()) {
            return;
        }
        @Nullable String host = fields.get("_HOSTNAME");
        String key = host == null ? "" : host;
        if (boots.size() >= HOSTS && !boots.containsKey(key)) {
            return;
        }
        String before = boots.put(key, id);
        if (!id.equals(before)) {
            // an id at the very beginning is of the lines below it
            tally.record(
                    new Parsed.Header(format, Stamp.NONE, host, 0), "-- Boot " + id + " --", before == null ? 1 : line);
        }
    }
}

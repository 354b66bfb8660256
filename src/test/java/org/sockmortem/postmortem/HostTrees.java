package org.sockmortem.postmortem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sockmortem.source.Box;

/** A capture of a real kernel as collecting tools would have kept it, every event up to six times, by path. */
final class HostTrees {
    static final Path CAPTURE = Path.of("src/test/resources/org/sockmortem/lab/orphans-cost2-burst4-6.1");
    private static final LocalDateTime BOOT = LocalDateTime.of(2026, 11, 23, 0, 31, 26);
    private static final Pattern LINE = Pattern.compile("\\[ *(\\d+)[.](\\d{6})\\] (.*)");

    private HostTrees() {}

    private static byte[] file(String name) {
        try {
            return Files.readAllBytes(CAPTURE.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The capture in another form. */
    private static byte[] written(BiFunction<LocalDateTime, Matcher, String> line) {
        return new String(file("dmesg"), StandardCharsets.UTF_8)
                .lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .map(m -> line.apply(
                        BOOT.plusSeconds(Long.parseLong(m.group(1))).plusNanos(Long.parseLong(m.group(2)) * 1000), m))
                .collect(Collectors.joining("\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] ctime() {
        return written((at, m) -> "[" + format("EEE MMM ppd HH:mm:ss yyyy", at) + "] " + m.group(3));
    }

    private static byte[] messages(String host) {
        return written((at, m) -> format("MMM ppd HH:mm:ss ", at) + host + " kernel: [" + m.group(1) + "." + m.group(2)
                + "] " + m.group(3));
    }

    /** As syslog daemons write it that drop the kernel's own stamp. */
    private static byte[] syslog(String host) {
        return written((at, m) -> format("MMM ppd HH:mm:ss ", at) + host + " kernel: " + m.group(3));
    }

    private static byte[] journal(String host) {
        return written(
                (at, m) -> format("yyyy-MM-dd'T'HH:mm:ss.SSSSSS", at) + "+0000 " + host + " kernel: " + m.group(3));
    }

    private static String format(String pattern, LocalDateTime at) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(at);
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static Map<String, byte[]> sosreport(String host) {
        String root = "sosreport-" + host + "-2026-11-23-abcdefg/";
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put(root + "date", text(Box.LINK + "sos_commands/date/date"));
        members.put(root + "hostname", text(Box.LINK + "sos_commands/host/hostname"));
        members.put(root + "proc/sys/net/core/message_cost", text("2\n"));
        members.put(root + "proc/sys/vm/nothing", text("1\n"));
        members.put(root + "proc/4711/smaps", text("TCP: too many orphaned sockets\n"));
        members.put(root + "sos_commands/date/date", text("Mon Nov 23 00:40:00 UTC 2026\n"));
        members.put(root + "sos_commands/host/hostname", text(host + "\n"));
        members.put(root + "sos_commands/kernel/dmesg", file("dmesg"));
        members.put(root + "sos_commands/kernel/dmesg_-T", ctime());
        members.put(root + "sos_commands/kernel/sysctl_-a", file("sysctl_-a"));
        members.put(root + "sos_commands/logs/journalctl_--no-pager_-o_short-iso-precise", journal(host));
        members.put(root + "sos_strings/logs/var.log.messages.tailed", messages(host));
        members.put(root + "var/crash/127.0.0.1-2026-11-23-00:40:00/vmcore-dmesg.txt", file("dmesg"));
        members.put(root + "var/log/kern.log.gz", Box.gzip(messages(host)));
        members.put(root + "var/log/messages", text(Box.LINK + "../../sos_strings/logs/var.log.messages.tailed"));
        return members;
    }

    static Map<String, byte[]> insights(String host) {
        String root = "insights-" + host + "-20261123004000/";
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put(root + "insights_commands/hostname_-f", text(host + "\n"));
        members.put(root + "insights_commands/date", text("Mon Nov 23 00:40:00 UTC 2026\n"));
        members.put(root + "insights_commands/dmesg", file("dmesg"));
        members.put(root + "insights_commands/dmesg_-T", ctime());
        members.put(root + "insights_commands/journalctl_--no-pager_--boot", journal(host));
        members.put(root + "insights_commands/sysctl_-a", file("sysctl_-a"));
        members.put(root + "var/crash/127.0.0.1-2026-11-23-00:40:00/vmcore-dmesg.txt", file("dmesg"));
        members.put(root + "var/log/kern.log", syslog(host));
        members.put(root + "var/log/messages", messages(host));
        return members;
    }

    static Map<String, byte[]> supportconfig(String host) {
        String root = "scc_" + host + "_261123_0040/";
        String command = "#==[ Command ]======================================#\n# ";
        String log = "#==[ Log File ]=====================================#\n# ";
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put(
                root + "basic-environment.txt",
                text(command + "/bin/date\nMon Nov 23 00:40:00 UTC 2026\n\n" + command + "/bin/uname -a\nLinux " + host
                        + " 6.1.0-18-amd64 #1 SMP x86_64 GNU/Linux\n"));
        members.put(
                root + "boot.txt",
                Box.joined(
                        Box.joined(text(command + "/usr/bin/dmesg -T\n"), ctime()),
                        Box.joined(
                                text("\n" + command + "/usr/bin/journalctl --no-pager --boot=0 --output=short-iso\n"),
                                journal(host))));
        members.put(
                root + "crash.txt", Box.joined(text(log + "/var/crash/2026-11-23-00:40/dmesg.txt\n"), file("dmesg")));
        members.put(
                root + "messages_localwarn.txt",
                Box.joined(text(log + "/var/log/warn - Last 500 Lines\n"), syslog(host)));
        members.put(
                root + "messages.txt", Box.joined(text(log + "/var/log/messages - Last 500 Lines\n"), messages(host)));
        members.put(root + "env.txt", Box.joined(text(command + "/sbin/sysctl -a\n"), file("sysctl_-a")));
        return members;
    }

    static Map<String, byte[]> central(String host) {
        String root = "hosts/" + host + "/";
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put(root + "2026/11/23/messages", messages(host));
        members.put(root + "2026/11/23/kern.log", syslog(host));
        members.put(root + "2026/11/23/kernel.log.gz", Box.gzip(journal(host)));
        members.put(root + "dmesg", file("dmesg"));
        members.put(root + "dmesg_-T", ctime());
        members.put(root + "crash/vmcore-dmesg.txt", file("dmesg"));
        return members;
    }
}

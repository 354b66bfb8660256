package org.sockmortem.report;

import static org.sockmortem.report.SampleValues.at;
import static org.sockmortem.report.SampleValues.burst;
import static org.sockmortem.report.SampleValues.citation;
import static org.sockmortem.report.SampleValues.host;
import static org.sockmortem.report.SampleValues.incident;
import static org.sockmortem.report.SampleValues.input;
import static org.sockmortem.report.SampleValues.report;
import static org.sockmortem.report.SampleValues.skipped;
import static org.sockmortem.report.SampleValues.syslog;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.sockmortem.clock.Boot;
import org.sockmortem.clock.Moment;
import org.sockmortem.diagnosis.Evidence;
import org.sockmortem.diagnosis.Finding;
import org.sockmortem.diagnosis.Remedy;
import org.sockmortem.diagnosis.Severity;
import org.sockmortem.diagnosis.Verdict;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.event.Signal;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.postmortem.Report;
import org.sockmortem.snapshot.Reading;
import org.sockmortem.source.SourceRef;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.BurstIds;
import org.sockmortem.timeline.BurstWindow;
import org.sockmortem.timeline.ContextEvent;
import org.sockmortem.timeline.Loss;
import org.sockmortem.timeline.Suppressed;

/** Reports made by hand, one for each thing that a page must get right. */
final class SampleReports {
    private static final String ORPHANS = "TCP: too many orphaned sockets";

    private SampleReports() {}

    /** All of them by the name of their golden files. */
    static Map<String, Report> all() {
        Map<String, Report> all = new LinkedHashMap<>();
        all.put("dmesg", dmesg());
        all.put("messages", messages());
        all.put("nothing", nothing());
        all.put("tail-unknown", tailUnknown());
        all.put("unreadable", unreadable());
        all.put("two-hosts", twoHosts());
        all.put("hostile", hostile());
        return all;
    }

    static Report sample(String name) {
        return Objects.requireNonNull(all().get(name));
    }

    /** Two bursts six minutes apart; only uptimes. */
    static Report dmesg() {
        Burst first = burst("unknown", 1, Signal.TCP_ORPHANS, at(63286.239125), at(63286.239136), at(63291.239136))
                .counts(4, 0, new Suppressed(0, 50, 50))
                .head()
                .peak(10.8)
                .window(at(63286.239125), at(63291.239136), 4, 50)
                .cite("dmesg", 1, 4, ORPHANS)
                .cite("dmesg", 5, 5, "net_ratelimit: 50 callbacks suppressed")
                .build();
        Burst second = burst("unknown", 2, Signal.TCP_ORPHANS, at(63665.151063), at(63665.663052), at(63665.663052))
                .counts(3, 0, Suppressed.NONE)
                .window(at(63665.151063), at(63665.663052), 3, 0)
                .cite("dmesg", 6, 8, ORPHANS)
                .build();
        HostReport host = host("unknown", at(63665.663052), List.of(first, second))
                .incidents(incident(1, first), incident(2, second))
                .findings(orphanLimit("dmesg", 1, first, second), massClose(first))
                .readings(
                        new Reading("net.ipv4.tcp_max_orphans", "65536", Reading.State.KNOWN, "sysctl_-a", 412),
                        new Reading("net.ipv4.tcp_mem", "186135 248180 372270", Reading.State.KNOWN, "sysctl_-a", 409),
                        new Reading("net.core.somaxconn", null, Reading.State.UNREADABLE, "sysctl_-a", 98))
                .build();
        return report(host, input("dmesg", "unknown", LogFormat.DMESG, 8, 8, at(63286.239125), at(63665.663052)));
    }

    /** Whole seconds, no year, no zone; line numbers from an editor. */
    static Report messages() {
        Moment end = syslog(21, 58, 53);
        Burst burst = burst("localhost", 1, Signal.TCP_ORPHANS, syslog(21, 58, 48), syslog(21, 58, 52), end)
                .counts(7, 0, new Suppressed(0, 56, 56))
                .head()
                .peak(12.0)
                .window(syslog(21, 58, 48), syslog(21, 58, 52), 4, 56)
                .window(syslog(21, 58, 52), end, 3, 0)
                .cite("messages", 61233, 61236, ORPHANS)
                .cite("messages", 61237, 61237, "net_ratelimit: 56 callbacks suppressed")
                .cite("messages", 61238, 61240, ORPHANS)
                .build();
        HostReport host = host("localhost", syslog(21, 58, 52), List.of(burst))
                .incidents(incident(1, burst))
                .findings(orphanLimit("messages", 61233, burst))
                .build();
        return report(
                host,
                input("messages", "localhost", LogFormat.RFC3164, 61240, 8, syslog(3, 10, 1), syslog(21, 58, 52)));
    }

    /** A log that holds nothing of ours. */
    static Report nothing() {
        return report(
                host("web1", syslog(23, 59, 59), List.of()).build(),
                input("kern.log.2.gz", "web1", LogFormat.RFC3164, 1204, 0, syslog(0, 0, 12), syslog(23, 59, 59)));
    }

    /** Two boots, a zone, a long burst that the log's end cuts, an OOM kill within and others outside. */
    static Report tailUnknown() {
        Moment start = zoned(7_300_000_000L);
        List<BurstWindow> windows = IntStream.range(0, 200)
                .mapToObj(i -> new BurstWindow(
                        start.plusMicros(i * 5_000_000L),
                        start.plusMicros((i + 1) * 5_000_000L),
                        10,
                        i * (200L - i) * 12))
                .toList();
        Moment last = start.plusMicros(995_000_090);
        Burst burst = burst("db-7", 1, Signal.TCP_MEMORY, start, last, start.plusMicros(1_000_000_000))
                .counts(2_000, 12, new Suppressed(1_000, 15_999_600, 16_020_000))
                .tail()
                .peak(24_002.0)
                .windows(windows)
                .cite("var/log/kern.log", 100, 119, "TCP: out of memory -- consider tuning tcp_mem")
                .cite("var/log/kern.log", 9000, 9000, "TCP: out of memory -- consider tuning tcp_mem")
                .also("journal.txt", 77)
                .omitted(2_190)
                .build();
        ContextEvent kill = oom(1, start.plusMicros(60_000_000), 4711, "java");
        List<ContextEvent> context = new ArrayList<>(IntStream.range(0, 9)
                .mapToObj(i -> oom(0, zoned(1_000_000_000L + i * 1_000_000L), 10 + i, "chrome"))
                .toList());
        context.add(kill);
        HostReport host = host("db-7", last, List.of(burst))
                .boots(new Boot(0, null, null), new Boot(1, zoned(0), "0f9e2d5a-9c1b-4f7e-8a34-0c4a2f0f6f11"))
                .kernel("6.1.0-50-cloud-amd64")
                .incidents(incident(1, burst, kill))
                .context(context)
                .findings(tcpMemory(burst))
                .losses(new Loss(
                        start.plusMicros(2_000_000),
                        false,
                        127,
                        KernelEvent.LossNote.Layer.CONSOLE,
                        "** 127 printk messages dropped **",
                        new SourceRef("var/log/kern.log", 121)))
                .unattributed(420)
                .build();
        return report(host, input("var/log/kern.log", "db-7", LogFormat.RFC3339, 9000, 2200, zoned(0), last));
    }

    /** One log is read, one box is broken, one path is not there. */
    static Report unreadable() {
        return report(
                messages().hosts().get(0),
                input("messages", "localhost", LogFormat.RFC3164, 61240, 8, syslog(3, 10, 1), syslog(21, 58, 52)),
                skipped("backup.tar.xz!/var/log/messages", "the archive ends in the middle of this entry"),
                skipped("/no/such/path", "there is no such file"));
    }

    /** Two hosts with bursts, one without. */
    static Report twoHosts() {
        Report dmesg = dmesg();
        Report messages = messages();
        return report(
                List.of(
                        messages.hosts().get(0),
                        dmesg.hosts().get(0),
                        nothing().hosts().get(0)),
                dmesg.coverage().inputs().get(0),
                messages.coverage().inputs().get(0),
                nothing().coverage().inputs().get(0));
    }

    /** Names and lines by somebody who wants to steer the reader's terminal or browser. */
    static Report hostile() {
        String name = "evil\u001b]0;owned\u0007`<b>|\u202ehost\ud800";
        String path = "logs/| `` <img src=x>\u009b31m/dmesg";
        Burst burst = burst(name, 1, Signal.CONNTRACK_FULL, at(10.5), at(11.25), at(11.25))
                .counts(2, 0, Suppressed.NONE)
                .cite(path, 3, 3, "nf_conntrack: table full\u001b[2J ``` | \u2066dropping\u2069 packet\u007f\r")
                .cite(path, 9, 9, "nf_conntrack: table full, dropping packet <script>alert(1)</script>")
                .build();
        Finding finding = new Finding(
                name + "/finding-1",
                "conntrack-table-full",
                Severity.WARNING,
                Verdict.LIKELY,
                List.of("net.netfilter.nf_conntrack_max"),
                BurstIds.of(List.of(burst)),
                List.of(new Evidence(
                        "# said *twice* by <b>@somebody</b>, see #12 and https://evil.example/",
                        new SourceRef(path, 3))),
                List.of(new Evidence("1. no list\u001b[31m _no emphasis_ [no](link) ~~no~~ |no|", null)),
                List.of(),
                List.of(new Remedy(
                        Remedy.Kind.SET, "raise it", Map.of("net.netfilter.nf_conntrack_max", "``` \u001b[0m"))));
        ContextEvent kill = new ContextEvent(
                Signal.MEMORY_OOM_KILL, 0, at(11.0), "a|`b\\|c\u200f", citation(path, 5, "a|`b invoked oom-killer"));
        HostReport host = host(name, at(12), List.of(burst))
                .incidents(incident(1, burst, kill))
                .context(List.of(kill))
                .findings(finding)
                .build();
        return report(host, input(path, name, LogFormat.DMESG, 12, 3, at(10.5), at(12)));
    }

    private static Finding orphanLimit(String path, long line, Burst... bursts) {
        return new Finding(
                bursts[0].host() + "/finding-1",
                "orphan-limit-reached",
                Severity.CRITICAL,
                Verdict.CONFIRMED,
                List.of("net.ipv4.tcp_max_orphans"),
                BurstIds.of(List.of(bursts)),
                List.of(new Evidence(
                        "The kernel said so, and since 3.3 this line has one cause", new SourceRef(path, line))),
                List.of(),
                List.of(new Evidence("/proc/net/sockstat at the time of the burst", null)),
                List.of(
                        new Remedy(
                                Remedy.Kind.SET,
                                "double net.ipv4.tcp_max_orphans; each orphan takes up to 64 KiB of memory that"
                                        + " cannot be swapped",
                                Map.of("net.ipv4.tcp_max_orphans", "131072")),
                        new Remedy(
                                Remedy.Kind.DO_NOT,
                                "change ip_local_port_range or tcp_mem for this: neither moves the limit",
                                Map.of())));
    }

    private static Finding massClose(Burst burst) {
        return new Finding(
                burst.host() + "/finding-2",
                "mass-close",
                Severity.WARNING,
                Verdict.POSSIBLE,
                List.of(),
                BurstIds.of(List.of(burst)),
                List.of(new Evidence("Four lines within 11 microseconds", new SourceRef("dmesg", 4))),
                List.of(new Evidence("No process is known to have ended", null)),
                List.of(new Evidence("The program's own log of that minute", null)),
                List.of(new Remedy(Remedy.Kind.COLLECT, "the output of ss -s while it lasts", Map.of())));
    }

    private static Finding tcpMemory(Burst burst) {
        return new Finding(
                "db-7/finding-1",
                "tcp-memory-limit-reached",
                Severity.CRITICAL,
                Verdict.LIKELY,
                List.of("net.ipv4.tcp_mem"),
                BurstIds.of(List.of(burst)),
                List.of(new Evidence("16,001,612 events in 1,000 s", new SourceRef("var/log/kern.log", 100))),
                List.of(),
                List.of(),
                List.of(new Remedy(
                        Remedy.Kind.SET, "raise tcp_mem", Map.of("net.ipv4.tcp_mem", "186135 248180 744540"))));
    }

    private static ContextEvent oom(int boot, Moment at, long line, String task) {
        return new ContextEvent(
                Signal.MEMORY_OOM_KILL,
                boot,
                at,
                task,
                citation("var/log/kern.log", line, task + " invoked oom-killer"));
    }

    /** A journal's moment: microseconds, a zone, an uptime. */
    private static Moment zoned(long uptime) {
        return new Moment(
                LocalDateTime.of(2025, 10, 28, 22, 58, 48).plusNanos(uptime * 1000),
                true,
                ZoneOffset.ofHours(1),
                uptime,
                1,
                uptime);
    }
}

package org.sockmortem.report;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Boot;
import org.sockmortem.clock.Moment;
import org.sockmortem.diagnosis.Finding;
import org.sockmortem.event.LimiterEra;
import org.sockmortem.event.Signal;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.postmortem.Coverage;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.postmortem.Report;
import org.sockmortem.snapshot.Reading;
import org.sockmortem.source.SourceRef;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.BurstWindow;
import org.sockmortem.timeline.Callers;
import org.sockmortem.timeline.Citation;
import org.sockmortem.timeline.ContextEvent;
import org.sockmortem.timeline.Incident;
import org.sockmortem.timeline.Loss;
import org.sockmortem.timeline.SignalTotal;
import org.sockmortem.timeline.Suppressed;

/** Short ways to the values of which sample reports are made. */
final class SampleValues {
    private SampleValues() {}

    /** A printk stamp. */
    static Moment at(double uptime) {
        long micros = Math.round(uptime * 1e6);
        return new Moment(null, false, null, micros, 1, micros);
    }

    /** A stamp of syslog on the 28th of October of a year that nobody knows. */
    static Moment syslog(int hour, int minute, int second) {
        LocalDateTime wall = LocalDateTime.of(2000, 10, 28, hour, minute, second);
        return new Moment(wall, false, null, null, 1_000_000, wall.toLocalTime().toSecondOfDay() * 1_000_000L);
    }

    static Citation citation(String path, long line, String text) {
        return new Citation(new SourceRef(path, line), text, List.of());
    }

    static BurstBuilder burst(String host, int number, Signal signal, Moment start, Moment last, Moment end) {
        return new BurstBuilder(host, number, signal, start, last, end);
    }

    static Incident incident(int number, Burst burst, ContextEvent... context) {
        return new Incident(
                burst.host(), number, burst.start(), burst.end(), burst.number(), burst.number(), List.of(context));
    }

    static HostBuilder host(String name, Moment last, List<Burst> bursts) {
        return new HostBuilder(name, last, bursts);
    }

    static Coverage.Input input(
            String path, String host, LogFormat format, long lines, long candidates, Moment first, Moment last) {
        String compression = path.endsWith(".gz") ? "gzip" : "none";
        return new Coverage.Input(
                path,
                host,
                "log",
                format,
                compression,
                lines * 70,
                lines,
                candidates,
                candidates,
                0,
                0,
                first,
                last,
                null,
                false);
    }

    static Coverage.Input skipped(String path, String problem) {
        return new Coverage.Input(
                path, null, "skipped", LogFormat.UNKNOWN, "none", 0, 0, 0, 0, 0, 0, null, null, problem, true);
    }

    static Report report(HostReport host, Coverage.Input... inputs) {
        return report(List.of(host), inputs);
    }

    static Report report(List<HostReport> hosts, Coverage.Input... inputs) {
        return new Report("0.1.0", Coverage.of(List.of(inputs)), hosts);
    }

    static final class BurstBuilder {
        private final String host;
        private final int number;
        private final Signal signal;
        private final Moment start;
        private final Moment last;
        private final Moment end;
        private long printed;
        private long repeated;
        private long omitted;
        private Suppressed suppressed = Suppressed.NONE;
        private boolean head;
        private boolean tail;
        private @Nullable Double peak;
        private final List<BurstWindow> windows = new ArrayList<>();
        private final List<Citation> evidence = new ArrayList<>();

        private BurstBuilder(String host, int number, Signal signal, Moment start, Moment last, Moment end) {
            this.host = host;
            this.number = number;
            this.signal = signal;
            this.start = start;
            this.last = last;
            this.end = end;
        }

        BurstBuilder counts(long printed, long repeated, Suppressed suppressed) {
            this.printed = printed;
            this.repeated = repeated;
            this.suppressed = suppressed;
            return this;
        }

        BurstBuilder head() {
            head = true;
            return this;
        }

        BurstBuilder tail() {
            tail = true;
            return this;
        }

        BurstBuilder peak(double peak) {
            this.peak = peak;
            return this;
        }

        BurstBuilder omitted(long omitted) {
            this.omitted = omitted;
            return this;
        }

        BurstBuilder window(Moment from, Moment to, long printed, long suppressed) {
            windows.add(new BurstWindow(from, to, printed, suppressed));
            return this;
        }

        BurstBuilder windows(List<BurstWindow> all) {
            windows.addAll(all);
            return this;
        }

        BurstBuilder cite(String path, long from, long to, String text) {
            for (long line = from; line <= to; line++) {
                evidence.add(citation(path, line, text));
            }
            return this;
        }

        /** The last line stands in another file too. */
        BurstBuilder also(String path, long line) {
            Citation citation = evidence.remove(evidence.size() - 1);
            evidence.add(new Citation(citation.ref(), citation.text(), List.of(new SourceRef(path, line))));
            return this;
        }

        Burst build() {
            int boot = tail ? 1 : 0;
            return new Burst(
                    host,
                    number,
                    signal,
                    boot,
                    start,
                    last,
                    end,
                    printed,
                    repeated,
                    suppressed,
                    head,
                    tail,
                    false,
                    peak,
                    windows,
                    evidence,
                    omitted,
                    Callers.NONE);
        }
    }

    static final class HostBuilder {
        private final String name;
        private final Moment last;
        private final List<Burst> bursts;
        private @Nullable String release;
        private List<Boot> boots = List.of(new Boot(0, null, null));
        private List<Reading> readings = List.of();
        private List<Loss> losses = List.of();
        private List<Incident> incidents = List.of();
        private List<ContextEvent> context = List.of();
        private List<Finding> findings = List.of();
        private long unattributed;

        private HostBuilder(String name, Moment last, List<Burst> bursts) {
            this.name = name;
            this.last = last;
            this.bursts = bursts;
        }

        HostBuilder kernel(String release) {
            this.release = release;
            return this;
        }

        HostBuilder boots(Boot... boots) {
            this.boots = List.of(boots);
            return this;
        }

        HostBuilder readings(Reading... readings) {
            this.readings = List.of(readings);
            return this;
        }

        HostBuilder losses(Loss... losses) {
            this.losses = List.of(losses);
            return this;
        }

        HostBuilder incidents(Incident... incidents) {
            this.incidents = List.of(incidents);
            return this;
        }

        HostBuilder context(List<ContextEvent> context) {
            this.context = context;
            return this;
        }

        HostBuilder findings(Finding... findings) {
            this.findings = List.of(findings);
            return this;
        }

        HostBuilder unattributed(long unattributed) {
            this.unattributed = unattributed;
            return this;
        }

        HostReport build() {
            HostReport.Kernel kernel = release == null
                    ? new HostReport.Kernel(null, bursts.isEmpty() ? "unknown" : ">=3.3", LimiterEra.UNKNOWN, "unknown")
                    : new HostReport.Kernel(release, ">=3.3", LimiterEra.NEW_WINDOW, "log");
            return new HostReport(
                    name,
                    null,
                    null,
                    kernel,
                    Map.of(),
                    new HostReport.RateLimit(5, 10, "default"),
                    boots,
                    readings,
                    List.of(),
                    last,
                    losses,
                    totals(),
                    unattributed,
                    bursts,
                    incidents,
                    context,
                    findings);
        }

        private List<SignalTotal> totals() {
            List<SignalTotal> totals = new ArrayList<>();
            for (Signal signal : Signal.values()) {
                long occurrences = context.stream()
                        .filter(event -> event.signal() == signal)
                        .count();
                List<Burst> mine = bursts.stream()
                        .filter(burst -> burst.signal() == signal)
                        .toList();
                if (occurrences > 0 || !mine.isEmpty()) {
                    totals.add(new SignalTotal(
                            signal,
                            occurrences
                                    + mine.stream().mapToLong(Burst::printed).sum(),
                            mine.stream().mapToLong(Burst::repeated).sum(),
                            mine.stream().map(Burst::suppressed).reduce(Suppressed.NONE, Suppressed::plus)));
                }
            }
            return totals;
        }
    }
}

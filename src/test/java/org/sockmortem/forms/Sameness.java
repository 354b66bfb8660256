package org.sockmortem.forms;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.sockmortem.clock.Moment;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.postmortem.Coverage;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.postmortem.Report;
import org.sockmortem.timeline.Burst;

/** Holds the report on a form against that on the plain log. What differs is said in words; nothing said, nothing differs. */
final class Sameness {
    private final Form form;
    private final Scene scene;
    private final List<String> problems = new ArrayList<>();

    private Sameness(Form form, Scene scene) {
        this.form = form;
        this.scene = scene;
    }

    /** What the report on the form says otherwise than the plain log's. */
    static List<String> problems(Form form, Scene scene, Report plain, Report report) {
        Sameness sameness = new Sameness(form, scene);
        sameness.compare(plain.coverage(), plain.hosts().get(0), report);
        return sameness.problems;
    }

    private void compare(Coverage read, HostReport plain, Report report) {
        Coverage coverage = report.coverage();
        if (coverage.unrecognised() > read.unrecognised()) {
            problems.add("unrecognised " + coverage.unrecognised() + ", not " + read.unrecognised());
        }
        LogFormat format = coverage.inputs().get(0).format();
        if (!form.formats().contains(format)) {
            problems.add("format " + format + ", not " + form.formats());
        }
        List<String> hosts = report.hosts().stream().map(HostReport::host).toList();
        if (hosts.size() != 1) {
            problems.add("hosts " + hosts);
            return;
        }
        if (!form.shown().contains(hosts.get(0))) {
            problems.add("host " + hosts.get(0) + ", not " + form.shown());
        }
        HostReport host = report.hosts().get(0);
        check("kernel", plain.kernel().toString(), host.kernel().toString());
        if (form.sight().hasTime()) {
            check("boots", plain.boots().size(), host.boots().size());
            check("totals", totals(plain), totals(host));
            check("unattributed", plain.unattributed(), host.unattributed());
            bursts(sorted(plain), sorted(host));
        } else {
            check("printed", printed(plain), printed(host));
            check("suppressed in all", suppressed(plain), suppressed(host));
        }
    }

    private static List<Burst> sorted(HostReport host) {
        return host.bursts().stream()
                .sorted(Comparator.comparing(Burst::signal).thenComparing(Burst::start))
                .toList();
    }

    private static String totals(HostReport host) {
        return host.totals().stream()
                .map(t -> t.signal().id() + " " + t.printed() + "+" + t.repeated() + "+"
                        + t.suppressed().likely() + " of "
                        + t.suppressed().min() + ".." + t.suppressed().max())
                .collect(Collectors.joining(", "));
    }

    private static String printed(HostReport host) {
        return host.totals().stream()
                .map(t -> t.signal().id() + " " + t.printed() + "+" + t.repeated())
                .collect(Collectors.joining(", "));
    }

    private static long suppressed(HostReport host) {
        return host.totals().stream().mapToLong(t -> t.suppressed().likely()).sum() + host.unattributed();
    }

    private void bursts(List<Burst> plain, List<Burst> bursts) {
        check("bursts", words(plain), words(bursts));
        if (plain.size() != bursts.size()) {
            return;
        }
        for (int i = 0; i < plain.size(); i++) {
            Burst expected = plain.get(i);
            Burst burst = bursts.get(i);
            String which = "burst " + (i + 1);
            moment(which + " start", expected.start(), burst.start());
            moment(which + " last", expected.lastPrinted(), burst.lastPrinted());
            moment(which + " end", expected.end(), burst.end());
            near(
                    which + " length",
                    expected.end().axisMicros() - expected.start().axisMicros(),
                    burst.end().axisMicros() - burst.start().axisMicros(),
                    form.sight().withinMicros());
            near(
                    which + " after the first",
                    expected.start().axisMicros() - plain.get(0).start().axisMicros(),
                    burst.start().axisMicros() - bursts.get(0).start().axisMicros(),
                    form.sight().betweenMicros());
            if (!burst.evidence().isEmpty()) {
                check(
                        which + " evidence",
                        expected.evidence().get(0).text(),
                        burst.evidence().get(0).text());
            }
        }
    }

    private static String words(List<Burst> bursts) {
        return bursts.stream()
                .map(b -> b.signal().id() + " " + b.printed() + "+"
                        + b.suppressed().likely() + (b.headUnknown() ? " head?" : "")
                        + (b.tailUnknown() ? " tail?" : ""))
                .collect(Collectors.joining(", "));
    }

    private void moment(String which, Moment expected, Moment moment) {
        Sight sight = form.sight();
        Long uptime = expected.uptimeMicros();
        if (uptime == null) {
            throw new IllegalStateException("the plain log has uptimes");
        }
        Long shown = moment.uptimeMicros();
        if (sight.uptime()) {
            if (shown == null) {
                problems.add(which + " has no uptime");
            } else {
                near(which + " uptime", uptime, shown, 1);
            }
        }
        if (sight.wallMicros() < 0) {
            return;
        }
        LocalDateTime wall = moment.wall();
        if (wall == null) {
            problems.add(which + " has no wall clock");
            return;
        }
        LocalDateTime truth = scene.wall(uptime).toLocalDateTime();
        LocalDateTime comparable = moment.yearKnown() ? wall : wall.withYear(truth.getYear());
        if (moment.offset() != null) {
            // a known offset need not be the place's own, if the moment is the same
            comparable = comparable
                    .atOffset(moment.offset())
                    .atZoneSameInstant(scene.place().zone())
                    .toLocalDateTime();
        } else if (sight.offset()) {
            problems.add(which + " has no offset");
        }
        long off = Math.abs(Duration.between(truth, comparable).toNanos() / 1000);
        if (off > sight.wallMicros()) {
            problems.add(
                    which + " wall " + wall + moment.offset() + ", not " + truth + " ± " + sight.wallMicros() + " µs");
        }
    }

    private void near(String what, long expected, long actual, long tolerance) {
        if (Math.abs(expected - actual) > tolerance) {
            problems.add(what + " " + actual + " µs, not " + expected + " ± " + tolerance);
        }
    }

    private void check(String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            problems.add(what + " " + actual + ", not " + expected);
        }
    }
}

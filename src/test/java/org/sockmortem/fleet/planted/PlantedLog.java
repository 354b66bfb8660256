package org.sockmortem.fleet.planted;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sockmortem.event.LimiterEra;
import org.sockmortem.event.Signal;
import org.sockmortem.event.Wording;
import org.sockmortem.timeline.KernelSimulator;
import org.sockmortem.timeline.LimiterSettings;

/** A host's log: what its kernel printed of what was planted, among lines of no interest, and what it did not print. */
final class PlantedLog {
    private static final DateTimeFormatter RFC3339 =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx", Locale.ROOT);
    private static final DateTimeFormatter RFC3164 = DateTimeFormatter.ofPattern("MMM ppd HH:mm:ss", Locale.ENGLISH);
    private static final List<String> NOISE = List.of(
            "systemd[1]: Started Session %d of User root.",
            "CRON[%d]: (root) CMD (test -x /usr/sbin/anacron || run-parts /etc/cron.hourly)",
            "sshd[%d]: Accepted publickey for deploy from 192.0.2.17 port 50022 ssh2");

    private final PlantedHost host;
    private final List<Line> lines = new ArrayList<>();
    private final Map<Signal, Long> printed = new EnumMap<>(Signal.class);
    private long refused;

    private record Line(Instant at, String text) {}

    /**
     * Its log.
     *
     * @param seconds between lines of no interest
     */
    PlantedLog(PlantedHost host, int seconds) {
        this.host = host;
        noise(seconds);
        kernel();
        lines.sort(Comparator.comparing(Line::at));
    }

    private void noise(int seconds) {
        for (int i = 0; i < PlantedHost.DAYS * 86_400 / seconds; i++) {
            String text = String.format(Locale.ROOT, NOISE.get((i + host.number()) % NOISE.size()), 1_000 + i);
            lines.add(new Line(PlantedHost.BEGIN.plus(Duration.ofSeconds((long) i * seconds)), text));
        }
    }

    private void kernel() {
        KernelSimulator kernel = new KernelSimulator(LimiterEra.of(host.release()), LimiterSettings.DEFAULT, 250);
        List<KernelSimulator.Call> calls = new ArrayList<>();
        for (PlantedIncident incident : host.incidents()) {
            long begin = Duration.between(PlantedHost.BOOT, incident.start()).toNanos() / 1_000;
            for (int i = 0; i < incident.seconds() * incident.perSecond(); i++) {
                calls.add(new KernelSimulator.Call(begin + i * 1_000_000L / incident.perSecond(), incident.wording()));
            }
        }
        calls.sort(Comparator.comparingLong(KernelSimulator.Call::micros));
        calls.forEach(kernel::call);
        for (KernelSimulator.Line line : kernel.log()) {
            String text =
                    line.note() >= 0 ? "net_ratelimit: " + line.note() + " callbacks suppressed" : text(line.wording());
            if (line.note() < 0) {
                printed.merge(line.wording().signal(), 1L, Long::sum);
            } else {
                refused += line.note();
            }
            String uptime = String.format(
                    Locale.ROOT, "kernel: [%5d.%06d] ", line.micros() / 1_000_000, line.micros() % 1_000_000);
            lines.add(new Line(PlantedHost.BOOT.plusNanos(line.micros() * 1_000), uptime + text));
        }
    }

    private String text(Wording wording) {
        boolean doubled = host.release().atLeast(4, 5, 0);
        return switch (wording) {
            case ORPHANS -> "TCP: too many orphaned sockets";
            case CONNTRACK_FULL -> (doubled ? "nf_conntrack: " : "") + "nf_conntrack: table full, dropping packet";
            case NEIGHBOUR_OVERFLOW -> "neighbour: arp_cache: neighbor table overflow!";
            default -> throw new IllegalArgumentException(wording.toString());
        };
    }

    /** Lines that the kernel printed, by signal. */
    Map<Signal, Long> printed() {
        return printed;
    }

    /** Calls that its notes tell of. */
    long refused() {
        return refused;
    }

    /** What an archive of that day holds of it. */
    String until(int day) {
        Instant to = PlantedHost.BEGIN.plus(Duration.ofDays(day));
        Instant from = host.archives().size() == 1 ? PlantedHost.BEGIN : to.minus(Duration.ofDays(14));
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            if (!line.at.isBefore(from) && line.at.isBefore(to)) {
                OffsetDateTime local = line.at.plus(host.skew()).atOffset(host.offset());
                text.append(local.format(host.isZoned() ? RFC3339 : RFC3164))
                        .append(' ')
                        .append(host.name())
                        .append(' ')
                        .append(line.text)
                        .append('\n');
            }
        }
        return text.toString();
    }
}

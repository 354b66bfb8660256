package org.sockmortem.diagnosis;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.diagnosis.Case.HashSize;
import org.sockmortem.diagnosis.Case.MemorySize;
import org.sockmortem.event.KernelRelease;
import org.sockmortem.event.LimiterEra;
import org.sockmortem.event.Signal;
import org.sockmortem.event.Wording;
import org.sockmortem.snapshot.Reading;
import org.sockmortem.snapshot.SystemSnapshot;
import org.sockmortem.source.SourceRef;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.BurstWindow;
import org.sockmortem.timeline.Callers;
import org.sockmortem.timeline.Citation;
import org.sockmortem.timeline.ContextEvent;
import org.sockmortem.timeline.Incident;
import org.sockmortem.timeline.Suppressed;

/** A case in the making: bursts of a host {@code h}, and what was captured beside them. */
final class Cases {
    private final List<Burst> bursts = new ArrayList<>();
    private final List<ContextEvent> context = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private final Map<Integer, HashSize> hashSizes = new LinkedHashMap<>();
    private final Map<Integer, MemorySize> memorySizes = new LinkedHashMap<>();
    private @Nullable KernelRelease release;
    private @Nullable Long memory;
    private @Nullable LocalDateTime zero;
    private @Nullable ZoneOffset zone;
    private boolean yearKnown = true;
    private Callers callers = Callers.NONE;

    static Cases quiet() {
        return new Cases();
    }

    /** A burst of these signals, ten seconds apart, the first at 1000 s of uptime; each seven lines within four seconds. */
    static Cases with(Signal... signals) {
        Cases cases = new Cases();
        for (Signal signal : signals) {
            cases.burst(signal, 1000 + 10 * cases.bursts.size(), 4, 7, new Suppressed(0, 56, 56), signal + "!");
        }
        return cases;
    }

    /** From here on moments have a wall clock that showed this at boot; the zone may be unknown. */
    Cases bootedAt(LocalDateTime wall, @Nullable ZoneOffset offset) {
        zero = wall;
        zone = offset;
        return this;
    }

    /** From here on the year of the wall clock is a stand-in. */
    Cases withoutYear() {
        yearKnown = false;
        return this;
    }

    Cases burst(Signal signal, double from, double seconds, long printed, Suppressed suppressed, String text) {
        Moment start = at(from);
        Moment end = at(from + seconds);
        bursts.add(new Burst(
                "h",
                bursts.size() + 1,
                signal,
                0,
                start,
                end,
                end,
                printed,
                0,
                suppressed,
                false,
                false,
                false,
                null,
                List.of(new BurstWindow(start, end, printed, suppressed.likely())),
                List.of(new Citation(new SourceRef("dmesg", bursts.size() + 1), text, List.of())),
                0,
                callers));
        return this;
    }

    /** Bursts from here on have these caller ids. */
    Cases calledBy(Callers ids) {
        callers = ids;
        return this;
    }

    Cases context(Signal signal, double at, String text) {
        SourceRef ref = new SourceRef("dmesg", 900 + context.size());
        context.add(new ContextEvent(signal, 0, at(at), null, new Citation(ref, text, List.of())));
        return this;
    }

    Cases kernel(String text) {
        release = KernelRelease.parse(text);
        return this;
    }

    /** A value that the kernel had. */
    Cases sysctl(String name, Object value) {
        return reading(name, value, "sysctl_-a");
    }

    /** The same case with this value alone. */
    Case with(String name, String value) {
        sysctl(name, value);
        Case one = build();
        readings.remove(readings.size() - 1);
        return one;
    }

    /** A value that was captured then, in seconds after boot. */
    Cases gauge(String name, Object value, double at) {
        reading(name, value, "sockstat");
        Reading last = readings.remove(readings.size() - 1);
        readings.add(last.takenAt(at(at)));
        return this;
    }

    /** A value that a file would set. */
    Cases configured(String name, Object value, String path) {
        return reading(name, value, path);
    }

    private Cases reading(String name, Object value, String path) {
        readings.add(new Reading(name, value.toString(), Reading.State.KNOWN, path, readings.size() + 1));
        return this;
    }

    Cases memory(long bytes) {
        memory = bytes;
        return this;
    }

    Cases hash(long entries) {
        hashSizes.put(0, new HashSize(entries, new SourceRef("dmesg", 500)));
        return this;
    }

    /** The boot line says that the machine has so much memory. */
    Cases bootMemory(long bytes) {
        memorySizes.put(0, new MemorySize(bytes, new SourceRef("dmesg", 501)));
        return this;
    }

    Case build() {
        List<Incident> incidents = bursts.isEmpty()
                ? List.of()
                : List.of(new Incident(
                        "h",
                        1,
                        bursts.get(0).start(),
                        bursts.get(bursts.size() - 1).end(),
                        1,
                        bursts.size(),
                        context));
        return new Case(
                "h",
                release,
                Wording.Age.ANY,
                LimiterEra.UNKNOWN,
                hashSizes,
                memorySizes,
                bursts,
                context,
                incidents,
                SystemSnapshot.of(readings),
                memory,
                Case.USUAL_PAGE_SIZE);
    }

    List<Finding> findings() {
        return RuleBook.examine(build());
    }

    /** The finding of that cause; fails unless there is exactly one. */
    Finding finding(String cause) {
        List<Finding> found =
                findings().stream().filter(f -> f.cause().equals(cause)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " findings of " + cause + " among " + findings());
        }
        return found.get(0);
    }

    /** The causes found, in order. */
    List<String> causes() {
        return findings().stream().map(Finding::cause).toList();
    }

    private Moment at(double uptime) {
        long micros = Math.round(uptime * 1e6);
        LocalDateTime wall = zero == null ? null : zero.plusNanos(micros * 1000);
        return new Moment(wall, wall != null && yearKnown, zone, micros, 1, micros);
    }
}

package org.sockmortem.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Boot;
import org.sockmortem.event.KernelRelease;
import org.sockmortem.event.Signal;

/**
 * One host's timeline: takes its events in the order of the log, boot after boot, and gives bursts, incidents and totals. Mutable.
 */
public final class Timeline {
    private final BootTimeline.Setup setup;
    private final List<BootTimeline> boots = new ArrayList<>();
    private @Nullable BootTimeline current;

    /**
     * A timeline.
     *
     * @param gapMicros the longest silence within a burst, in microseconds, at least 0
     * @param net the settings of net_ratelimit()
     * @param release the kernel that is told from elsewhere, or {@code null} to go by the log
     * @param toldByOption whether the user told it, not a captured file
     */
    public Timeline(long gapMicros, LimiterSettings net, @Nullable KernelRelease release, boolean toldByOption) {
        this.setup = new BootTimeline.Setup(gapMicros, net, release, toldByOption);
    }

    /** A boot begins; the events that follow are of it. */
    public void begin(Boot boot) {
        finishBoot();
        current = new BootTimeline(boot, setup);
        boots.add(current);
    }

    /**
     * The next event of the boot that was begun last.
     *
     * @param times how many lines say it at that moment, one after the other, of which the event's is the first
     */
    public void accept(TimedEvent event, long times) {
        BootTimeline boot = current;
        if (boot == null) {
            throw new IllegalStateException("no boot was begun");
        }
        boot.accept(event, times);
    }

    private void finishBoot() {
        if (current != null) {
            current.finish();
            current = null;
        }
    }

    /**
     * What was found.
     *
     * @param bursts by start
     * @param incidents by start
     * @param totals by signal
     * @param unattributed suppressed calls that belong to no signal
     * @param context first occurrences of context signals
     * @param losses notes of lost lines
     * @param boots what is known of each boot
     */
    public record Result(
            List<Burst> bursts,
            List<Incident> incidents,
            List<SignalTotal> totals,
            long unattributed,
            List<ContextEvent> context,
            List<Loss> losses,
            List<BootFacts> boots) {}

    /**
     * The log's last event has been seen.
     *
     * @param host for the ids
     * @param range what to report; everything was read all the same
     */
    public Result finish(String host, Range range) {
        finishBoot();
        List<Burst> bursts = new ArrayList<>();
        List<ContextEvent> context = new ArrayList<>();
        List<Loss> losses = new ArrayList<>();
        Map<Signal, SignalTotal> totals = new EnumMap<>(Signal.class);
        long unattributed = 0;
        for (BootTimeline boot : boots) {
            losses.addAll(boot.losses());
            unattributed += boot.unattributed().sum(range::contains);
            countContext(boot, range, context, totals);
            burstsOf(boot, host, range, bursts);
        }
        bursts.forEach(b -> totals.merge(b.signal(), totalOf(b), Timeline::sum));
        List<Incident> incidents = Incidents.of(host, bursts, context, setup.gapMicros());
        List<BootFacts> facts = boots.stream().map(BootTimeline::facts).toList();
        return new Result(bursts, incidents, List.copyOf(totals.values()), unattributed, context, losses, facts);
    }

    private void burstsOf(BootTimeline boot, String host, Range range, List<Burst> bursts) {
        boot.bursts().stream()
                .filter(burst -> range.overlaps(burst.start(), burst.end()))
                .sorted(Comparator.comparing(Burst::start).thenComparing(Burst::signal))
                .forEach(
                        burst -> bursts.add(burst.numbered(host, bursts.size() + 1, lossesNear(burst, boot.losses()))));
    }

    private boolean lossesNear(Burst burst, List<Loss> losses) {
        return losses.stream()
                .filter(Loss::mayBeKernels)
                .anyMatch(l -> l.at().axisMicros() >= burst.start().axisMicros() - setup.gapMicros()
                        && l.at().axisMicros() <= burst.end().axisMicros() + setup.gapMicros());
    }

    private static void countContext(
            BootTimeline boot, Range range, List<ContextEvent> context, Map<Signal, SignalTotal> totals) {
        Map<Signal, Long> outside = new EnumMap<>(Signal.class);
        for (ContextEvent event : boot.context().events()) {
            if (range.contains(event.at())) {
                context.add(event);
            } else if (!event.signal().isCompanion()) {
                outside.merge(event.signal(), 1L, Long::sum);
            }
        }
        boot.context().counts().forEach((signal, count) -> {
            long shown = count - outside.getOrDefault(signal, 0L);
            if (shown > 0) {
                totals.merge(signal, new SignalTotal(signal, shown, 0, Suppressed.NONE), Timeline::sum);
            }
        });
    }

    private static SignalTotal totalOf(Burst burst) {
        return new SignalTotal(burst.signal(), burst.printed(), burst.repeated(), burst.suppressed());
    }

    private static SignalTotal sum(SignalTotal a, SignalTotal b) {
        return new SignalTotal(
                a.signal(),
                a.printed() + b.printed(),
                a.repeated() + b.repeated(),
                a.suppressed().plus(b.suppressed()));
    }
}

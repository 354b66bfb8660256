package org.sockmortem.fleet.story;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.fleet.Hosts;
import org.sockmortem.fleet.Status;
import org.sockmortem.source.Skipped;
import org.sockmortem.timeline.SignalTotal;

/**
 * The picture of many hosts. Its lists are bounded, however many hosts there are; the hosts themselves are shown one by one.
 *
 * @param version of the program
 * @param counts of hosts
 * @param signals each with how many hosts have it, in the order of {@link org.sockmortem.event.Signal}
 * @param ranking what to look at first, first; at most {@value #MOST_RANKED}
 * @param shared incidents that hosts share, at most {@value #MOST_SHARED}; those that chance explains come last
 * @param clocks hosts whose clocks seem to be off
 * @param recurrences what comes back
 * @param causes what several hosts have alike, at most {@value #MOST_CAUSES}
 * @param kernels by release, those with most hosts first, at most {@value #MOST_KERNELS}
 * @param tooLittle hosts of which nothing can be said, at most {@value #MOST_NAMED}
 * @param tooLittleCount how many there are
 * @param harmed hosts that were read in part or not at all, at most {@value #MOST_HARMED}
 * @param skipped paths that could not be opened
 * @param strangers paths that tell of no host
 * @param hosts all of them
 */
public record FleetReport(
        String version,
        Counts counts,
        List<SignalCount> signals,
        List<Rank> ranking,
        List<SharedIncident> shared,
        List<RunningClock> clocks,
        List<Recurrence.Group> recurrences,
        List<SameCause> causes,
        List<Kernel> kernels,
        List<TooLittle> tooLittle,
        int tooLittleCount,
        List<Harmed> harmed,
        List<Skipped> skipped,
        List<String> strangers,
        Hosts hosts) {
    static final int MOST_RANKED = 100;
    static final int MOST_SHARED = 1_000;
    static final int MOST_CAUSES = 200;
    static final int MOST_KERNELS = 100;
    static final int MOST_NAMED = 500;
    static final int MOST_HARMED = 10_000;

    /** Copies the lists. */
    public FleetReport {
        signals = List.copyOf(signals);
        ranking = List.copyOf(ranking);
        shared = List.copyOf(shared);
        clocks = List.copyOf(clocks);
        recurrences = List.copyOf(recurrences);
        causes = List.copyOf(causes);
        kernels = List.copyOf(kernels);
        tooLittle = List.copyOf(tooLittle);
        harmed = List.copyOf(harmed);
        skipped = List.copyOf(skipped);
        strangers = List.copyOf(strangers);
    }

    /**
     * How many hosts.
     *
     * @param hosts in all
     * @param withBursts on which a limit was reached
     * @param partial of which some was missing or damaged
     * @param failed of which nothing could be analysed
     */
    public record Counts(int hosts, int withBursts, int partial, int failed) {}

    /**
     * A signal over the fleet.
     *
     * @param total over all hosts
     * @param hosts that have it
     * @param first when it was first seen by wall clock, or {@code null}
     * @param last when last, or {@code null}
     */
    public record SignalCount(
            SignalTotal total,
            int hosts,
            @Nullable Moment first,
            @Nullable Moment last) {}

    /**
     * A kernel release.
     *
     * @param release its text
     * @param hosts that run it
     * @param withBursts those of them on which a limit was reached
     */
    public record Kernel(String release, int hosts, int withBursts) {}

    /**
     * A host that was not read whole.
     *
     * @param host which
     * @param status partial or failed
     * @param problem one sentence
     */
    public record Harmed(String host, Status status, String problem) {}
}

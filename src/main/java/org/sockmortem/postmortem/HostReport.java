package org.sockmortem.postmortem;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Boot;
import org.sockmortem.clock.Moment;
import org.sockmortem.diagnosis.Finding;
import org.sockmortem.event.LimiterEra;
import org.sockmortem.event.Signal;
import org.sockmortem.snapshot.Reading;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.ContextEvent;
import org.sockmortem.timeline.Incident;
import org.sockmortem.timeline.Loss;
import org.sockmortem.timeline.SignalTotal;

/**
 * What was found on one host.
 *
 * @param host its name, {@code unknown} where no log names it
 * @param namedBy what tells its name: a file, a log's lines, an option; {@code null} where nothing does
 * @param machineId of machine-id(5), by its own files, or {@code null}
 * @param kernel which kernel, as far as known
 * @param releases the kernel's release by boot, as far as known
 * @param rateLimit the limiter's settings that the model used
 * @param boots in order
 * @param readings captured values
 * @param uncovered stretches between the first and the last moment of its logs that no log covers, in order
 * @param lastMoment the last stamp of the host's logs, or {@code null}
 * @param losses notes of lost lines
 * @param totals by signal, in the order of {@link org.sockmortem.event.Signal}
 * @param unattributed suppressed calls that belong to no signal
 * @param bursts in order of their start
 * @param incidents in order
 * @param context occurrences of context signals, in order, at most {@link #CONTEXT_LIMIT}
 * @param findings the one to look at first, first
 */
public record HostReport(
        String host,
        @Nullable String namedBy,
        @Nullable String machineId,
        Kernel kernel,
        Map<Integer, String> releases,
        RateLimit rateLimit,
        List<Boot> boots,
        List<Reading> readings,
        List<Stretch> uncovered,
        @Nullable Moment lastMoment,
        List<Loss> losses,
        List<SignalTotal> totals,
        long unattributed,
        List<Burst> bursts,
        List<Incident> incidents,
        List<ContextEvent> context,
        List<Finding> findings) {
    /** How many context occurrences a report keeps; the totals count them all. */
    public static final int CONTEXT_LIMIT = 1000;

    /** Copies the lists. */
    public HostReport {
        releases = Map.copyOf(releases);
        boots = List.copyOf(boots);
        readings = List.copyOf(readings);
        uncovered = List.copyOf(uncovered);
        losses = List.copyOf(losses);
        totals = List.copyOf(totals);
        bursts = List.copyOf(bursts);
        incidents = List.copyOf(incidents);
        context = List.copyOf(context);
        findings = List.copyOf(findings);
    }

    /**
     * Whether a signal's total is a lower bound: the log begins in the middle of a burst of it, notes tell of more lines than are there, or
     * lines were lost somewhere.
     */
    public boolean isAtLeast(Signal signal) {
        return losses.stream().anyMatch(Loss::mayBeKernels)
                || bursts.stream().anyMatch(b -> b.signal() == signal && (b.headUnknown() || b.atLeast()));
    }

    /** A stretch of time. */
    public record Stretch(Moment from, Moment to) {}

    /**
     * Which kernel wrote the log.
     *
     * @param release such as {@code 6.1.0-50-cloud-amd64}, or {@code null}
     * @param wording {@code <=3.2}, {@code >=3.3} or {@code unknown}: which meaning the TCP messages have
     * @param limiter the rate limiter's era
     * @param knownFrom {@code log}, {@code snapshot}, {@code option}, {@code wording} or {@code unknown}
     */
    public record Kernel(@Nullable String release, String wording, LimiterEra limiter, String knownFrom) {}

    /**
     * The settings of {@code net_ratelimit()}.
     *
     * @param intervalSeconds net.core.message_cost, in seconds; 0 means that nothing is limited
     * @param burst net.core.message_burst, in calls
     * @param knownFrom {@code snapshot}, {@code option} or {@code default}
     */
    public record RateLimit(double intervalSeconds, long burst, String knownFrom) {}
}

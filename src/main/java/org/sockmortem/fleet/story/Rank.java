package org.sockmortem.fleet.story;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.diagnosis.Finding;
import org.sockmortem.diagnosis.Remedy;
import org.sockmortem.diagnosis.Severity;
import org.sockmortem.diagnosis.Verdict;
import org.sockmortem.fleet.HostFacts;
import org.sockmortem.timeline.Burst;

/**
 * Why a host is to be looked at, and before which others.
 *
 * @param host which
 * @param path that it was read from
 * @param cause of its worst finding that is not ruled out, or {@code null}
 * @param severity of that finding; {@link Severity#INFO} where there is none
 * @param verdict of that finding; {@link Verdict#POSSIBLE} where there is none
 * @param goingOn whether its logs end within a burst
 * @param events of all bursts, the suppressed ones at their likely number
 * @param incidents how many
 * @param last when its last burst ended, or {@code null}
 * @param first what to do first, one sentence, or {@code null}
 */
public record Rank(
        String host,
        String path,
        @Nullable String cause,
        Severity severity,
        Verdict verdict,
        boolean goingOn,
        long events,
        int incidents,
        @Nullable Moment last,
        @Nullable String first) {

    /** The one to look at first, first: how bad, whether it still goes on, how sure, how much, how often. */
    static final Comparator<Rank> ORDER = Comparator.comparing(Rank::severity, Comparator.reverseOrder())
            .thenComparing(r -> !r.goingOn)
            .thenComparing(Rank::verdict)
            .thenComparing(Rank::events, Comparator.reverseOrder())
            .thenComparing(Rank::incidents, Comparator.reverseOrder())
            .thenComparing(Rank::host);

    /** A host's, or {@code null} where there is nothing to look at. */
    public static @Nullable Rank of(String host, HostFacts digest) {
        Finding worst = digest.findings().stream()
                .filter(f -> f.verdict() != Verdict.RULED_OUT)
                .max(Comparator.comparing(Finding::severity).thenComparing(Finding::verdict, Comparator.reverseOrder()))
                .orElse(null);
        if (worst == null && digest.bursts().isEmpty()) {
            return null;
        }
        Burst last = digest.bursts().isEmpty()
                ? null
                : digest.bursts().get(digest.bursts().size() - 1);
        return new Rank(
                host,
                digest.path(),
                worst == null ? null : worst.cause(),
                worst == null ? Severity.INFO : worst.severity(),
                worst == null ? Verdict.POSSIBLE : worst.verdict(),
                last != null && reachesEnd(last, digest.last()),
                digest.bursts().stream().mapToLong(Burst::likelyEvents).sum(),
                digest.incidents().size(),
                last == null ? null : last.end(),
                worst == null
                        ? null
                        : worst.actions().stream()
                                .filter(a -> a.kind() != Remedy.Kind.DO_NOT)
                                .findFirst()
                                .map(Remedy::brief)
                                .orElse(null));
    }

    private static boolean reachesEnd(Burst burst, @Nullable Moment end) {
        Moment last = burst.end();
        if (!burst.tailUnknown() || end == null) {
            return false;
        }
        if (last.hasWall() && end.hasWall()) {
            return last.wallMicros() >= end.wallMicros();
        }
        Long burstUptime = last.uptimeMicros();
        Long endUptime = end.uptimeMicros();
        return burstUptime != null && endUptime != null && burstUptime >= endUptime;
    }
}

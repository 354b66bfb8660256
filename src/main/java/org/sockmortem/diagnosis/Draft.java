package org.sockmortem.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockmortem.diagnosis.catalogue.Quantity;
import org.sockmortem.source.SourceRef;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.BurstIds;
import org.sockmortem.timeline.Suppressed;

/** A finding that a rule is writing. Sentences are named by their keys. */
final class Draft {
    private static final int MOST_TO_AVOID = 3;

    private final String cause;
    private final List<Burst> bursts;
    private final List<String> sysctls = new ArrayList<>();
    private final List<Evidence> because = new ArrayList<>();
    private final List<Evidence> against = new ArrayList<>();
    private final List<Evidence> missing = new ArrayList<>();
    private final List<Remedy> actions = new ArrayList<>();
    private @Nullable Evidence decisive;

    Draft(String cause, List<Burst> bursts, String... sysctls) {
        this.cause = cause;
        this.bursts = bursts;
        this.sysctls.addAll(List.of(sysctls));
    }

    /** The bursts that the finding explains. */
    List<Burst> bursts() {
        return bursts;
    }

    Draft because(@Nullable SourceRef ref, String key, Object... arguments) {
        because.add(new Evidence(Sentences.of(key, arguments), ref));
        return this;
    }

    Draft because(Evidence evidence) {
        because.add(evidence);
        return this;
    }

    Draft against(@Nullable SourceRef ref, String key, Object... arguments) {
        against.add(new Evidence(Sentences.of(key, arguments), ref));
        return this;
    }

    Draft against(Evidence evidence) {
        against.add(evidence);
        return this;
    }

    Draft missing(String key, Object... arguments) {
        missing.add(new Evidence(Sentences.of(key, arguments), null));
        return this;
    }

    /** The one thing that is missing which would decide whether the finding holds; it stands first among what is missing. */
    Draft decide(String key, Object... arguments) {
        if (decisive == null) {
            decisive = new Evidence(Sentences.of("decide", Sentences.of(key, arguments)), null);
        }
        return this;
    }

    /** An action that changes no sysctl. */
    Draft action(Remedy.Kind kind, String key, Object... arguments) {
        actions.add(new Remedy(kind, Sentences.of(key, arguments), Map.of()));
        return this;
    }

    /** Something that is better not done. Three are enough, so the ones that matter most come first. */
    Draft avoid(String key, Object... arguments) {
        if (actions.stream().filter(a -> a.kind() == Remedy.Kind.DO_NOT).count() < MOST_TO_AVOID) {
            action(Remedy.Kind.DO_NOT, key, arguments);
        }
        return this;
    }

    /** Sets one sysctl, in words that are made already. */
    Draft setAs(String sysctl, Object value, String text) {
        actions.add(new Remedy(Remedy.Kind.SET, text, Map.of(sysctl, value.toString())));
        return this;
    }

    /** Sets one sysctl. */
    Draft set(String sysctl, Object value, String key, Object... arguments) {
        return setAs(sysctl, value, Sentences.of(key, arguments));
    }

    /**
     * Doubles a limit whose value is known; else says how to read it.
     *
     * @param raise the sentence that gives the name, the value, its double, and whatever follows
     * @param read the sentence that says how to read it
     */
    Draft twice(String sysctl, Optional<Known> current, String raise, String read) {
        if (current.isEmpty()) {
            return action(Remedy.Kind.COLLECT, read, sysctl);
        }
        long target = Quantity.times(Math.max(1, current.get().value()), 2);
        return set(sysctl, target, raise, sysctl, current.get().value(), target);
    }

    /** Says what a limit was when it was captured. */
    Draft limit(String sysctl, Optional<Known> current) {
        if (current.isEmpty()) {
            return missing("limit.unknown", sysctl);
        }
        Known known = current.get();
        String key = known.configured() ? "limit.configured" : bursts.isEmpty() ? "limit.alone" : "limit.captured";
        return because(known.ref(), key, sysctl, known.value());
    }

    /** Sets several sysctls, in the order of the map. */
    Draft set(Map<String, String> values, String key, Object... arguments) {
        actions.add(new Remedy(Remedy.Kind.SET, Sentences.of(key, arguments), values));
        return this;
    }

    /**
     * The kernel's own line, what it proves, and how often it was said.
     *
     * @param key what the line proves
     */
    Draft said(String key, Object... arguments) {
        Burst first = bursts.get(0);
        SourceRef ref =
                first.evidence().isEmpty() ? null : first.evidence().get(0).ref();
        because(ref, key, arguments);
        long told = bursts.stream().mapToLong(b -> b.printed() + b.repeated()).sum();
        String reasons = reasonsForMore();
        because(
                ref,
                reasons.isEmpty() ? "said.count" : "said.count.at-least",
                Sentences.of(told == 1 ? "count.event" : "count.events", told),
                Sentences.of(bursts.size() == 1 ? "count.burst" : "count.bursts", bursts.size()),
                suppressed(),
                reasons);
        return this;
    }

    /** Why there may have been more events than the log and its notes tell; empty where there were not. */
    private String reasonsForMore() {
        List<String> reasons = new ArrayList<>();
        if (bursts.stream().anyMatch(Burst::headUnknown)) {
            reasons.add(Sentences.of("reason.head"));
        }
        if (bursts.stream().anyMatch(Burst::tailUnknown)) {
            reasons.add(Sentences.of("reason.tail"));
        }
        if (bursts.stream().anyMatch(Burst::atLeast)) {
            reasons.add(Sentences.of("reason.lost"));
        }
        return String.join(", ", reasons);
    }

    private String suppressed() {
        Suppressed kept = bursts.stream().map(Burst::suppressed).reduce(Suppressed.NONE, Suppressed::plus);
        if (kept.max() == 0) {
            return Sentences.of("suppressed.none");
        }
        if (kept.min() == kept.max()) {
            return Sentences.of("suppressed.exactly", kept.max());
        }
        if (kept.min() == 0 && kept.likely() == kept.max()) {
            return Sentences.of("suppressed.all", kept.max());
        }
        return kept.min() == 0
                ? Sentences.of("suppressed.up-to", kept.max(), kept.likely())
                : Sentences.of("suppressed.between", kept.min(), kept.max(), kept.likely());
    }

    /** Whether the limiter kept any of it back. */
    boolean anySuppressed() {
        return bursts.stream().anyMatch(b -> b.suppressed().max() > 0);
    }

    /** The first action stays the first; of the others come what to do, what to collect, what to leave alone. */
    private List<Remedy> ordered() {
        if (actions.isEmpty()) {
            return actions;
        }
        List<Remedy> ordered = new ArrayList<>(actions.subList(0, 1));
        actions.stream().skip(1).sorted(Comparator.comparingInt(Draft::turn)).forEach(ordered::add);
        return ordered;
    }

    private static int turn(Remedy action) {
        return switch (action.kind()) {
            case SET, APPLICATION -> 0;
            case COLLECT -> 1;
            case DO_NOT -> 2;
        };
    }

    private List<Evidence> lacking() {
        List<Evidence> lacking = new ArrayList<>(missing);
        if (decisive != null) {
            lacking.add(0, decisive);
        }
        return lacking;
    }

    Finding finding(Severity severity, Verdict verdict) {
        return new Finding(
                "", cause, severity, verdict, sysctls, BurstIds.of(bursts), because, against, lacking(), ordered());
    }
}

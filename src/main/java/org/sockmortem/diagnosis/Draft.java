package org.sockmortem.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockmortem.diagnosis.catalogue.Quantity;
import org.sockmortem.source.SourceRef;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.Suppressed;

/** A finding that a rule is writing. Sentences are named by their keys. */
final class Draft {
    private final String cause;
    private final List<Burst> bursts;
    private final List<String> sysctls = new ArrayList<>();
    private final List<Evidence> because = new ArrayList<>();
    private final List<Evidence> against = new ArrayList<>();
    private final List<Evidence> missing = new ArrayList<>();
    private final List<Remedy> actions = new ArrayList<>();

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

    Draft missing(String key, Object... arguments) {
        missing.add(new Evidence(Sentences.of(key, arguments), null));
        return this;
    }

    /** An action that changes no sysctl. */
    Draft action(Remedy.Kind kind, String key, Object... arguments) {
        actions.add(new Remedy(kind, Sentences.of(key, arguments), Map.of()));
        return this;
    }

    /** Sets one sysctl. */
    Draft set(String sysctl, Object value, String key, Object... arguments) {
        actions.add(new Remedy(Remedy.Kind.SET, Sentences.of(key, arguments), Map.of(sysctl, value.toString())));
        return this;
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
        return because(known.ref(), known.configured() ? "limit.configured" : "limit.captured", sysctl, known.value());
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
        Suppressed kept = bursts.stream().map(Burst::suppressed).reduce(Suppressed.NONE, Suppressed::plus);
        boolean atLeast = bursts.stream().anyMatch(b -> b.atLeast() || b.headUnknown() || b.tailUnknown());
        because(
                ref,
                atLeast ? "said.count.at-least" : "said.count",
                told,
                bursts.size(),
                kept.min(),
                kept.max(),
                kept.likely());
        return this;
    }

    /** Whether the limiter kept any of it back. */
    boolean anySuppressed() {
        return bursts.stream().anyMatch(b -> b.suppressed().max() > 0);
    }

    Finding finding(Severity severity, Verdict verdict) {
        return new Finding(
                "",
                cause,
                severity,
                verdict,
                sysctls,
                bursts.stream().map(Burst::id).toList(),
                because,
                against,
                missing,
                actions);
    }
}

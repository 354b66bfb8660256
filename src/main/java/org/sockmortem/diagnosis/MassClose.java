package org.sockmortem.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.Signal;
import org.sockmortem.source.SourceRef;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.Citation;
import org.sockmortem.timeline.ContextEvent;

/**
 * Very many connections closed at one moment: a process that was killed or restarted leaves each of its connections with unsent data behind as an
 * orphan (inet_csk_destroy_sock() has to wait for the peer).
 */
final class MassClose implements Rule {
    /** A killed process is gone, with its sockets closed, within about two seconds of the line that announces it. */
    private static final double SECONDS_BESIDE_A_KILL = 2;

    /** What closed at one moment is told within one window of net_ratelimit(), five seconds, which old kernels begin at the second call. */
    private static final double SHORT_SECONDS = 6;

    /** A window's budget: fewer lines need no mass of closes. */
    private static final long MANY = 10;

    /** Orphans of one moment are given up after about 102 s (tcp_orphan_retries(), net/ipv4/tcp_timer.c). */
    private static final double LIFE_OF_AN_ORPHAN_SECONDS = 120;

    @Override
    public String cause() {
        return "mass-close";
    }

    @Override
    public List<Finding> examine(Case c) {
        List<Burst> killed = new ArrayList<>();
        List<Burst> sudden = new ArrayList<>();
        List<ContextEvent> kills = new ArrayList<>();
        for (Burst burst : c.bursts(Signal.TCP_ORPHANS, Signal.MPTCP_ORPHANS, Signal.TCP_ORPHANS_OR_MEMORY)) {
            Optional<ContextEvent> kill = killBeside(c, burst);
            if (kill.isPresent()) {
                killed.add(burst);
                kills.add(kill.get());
            } else if (isSudden(burst)) {
                sudden.add(burst);
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (!killed.isEmpty()) {
            Draft draft = new Draft(cause(), killed, OrphanLimit.NAME);
            kills.forEach(k -> {
                Citation line = new OomKill(k).foremost();
                draft.because(line.ref(), "mass.kill", line.text());
            });
            boolean same = kills.stream()
                    .anyMatch(k -> killed.stream()
                            .anyMatch(b ->
                                    new OomKill(k).isOf(b.callers().threads().keySet())));
            if (same) {
                draft.because(null, "mass.kill.thread");
            }
            killed.stream()
                    .filter(MassClose::isLong)
                    .findFirst()
                    .ifPresent(b -> draft.against(null, "mass.long", b.id()));
            findings.add(complete(draft, same ? Verdict.CONFIRMED : Verdict.LIKELY));
        }
        if (!sudden.isEmpty()) {
            Draft draft = new Draft(cause(), sudden, OrphanLimit.NAME);
            draft.because(
                    ref(sudden.get(0)), sudden.size() == 1 ? "mass.sudden.one" : "mass.sudden.many", sudden.size());
            findings.add(complete(draft, Verdict.POSSIBLE));
        }
        return findings;
    }

    private static Finding complete(Draft draft, Verdict verdict) {
        if (verdict == Verdict.CONFIRMED) {
            draft.missing("mass.services.missing");
        } else {
            draft.decide("mass.services.missing");
        }
        return draft.action(Remedy.Kind.APPLICATION, "mass.application")
                .action(Remedy.Kind.COLLECT, "mass.collect")
                .avoid("mass.not.limit-alone")
                .finding(Severity.WARNING, verdict);
    }

    private static Optional<ContextEvent> killBeside(Case c, Burst burst) {
        return c.context(Signal.MEMORY_OOM_KILL).stream()
                .filter(k -> k.boot() == burst.boot()
                        && k.at().isTimed()
                        && burst.start().isTimed())
                .filter(k -> Math.abs(burst.start().secondsSince(k.at()))
                        <= SECONDS_BESIDE_A_KILL
                                + (k.at().plusMinusMicros() + burst.start().plusMinusMicros()) / 1e6)
                .findFirst();
    }

    private static boolean isSudden(Burst burst) {
        return burst.start().isTimed()
                && burst.end().secondsSince(burst.start()) <= SHORT_SECONDS
                && burst.likelyEvents() >= MANY;
    }

    private static boolean isLong(Burst burst) {
        return burst.end().secondsSince(burst.start()) > LIFE_OF_AN_ORPHAN_SECONDS;
    }

    private static @Nullable SourceRef ref(Burst burst) {
        return burst.evidence().isEmpty() ? null : burst.evidence().get(0).ref();
    }
}

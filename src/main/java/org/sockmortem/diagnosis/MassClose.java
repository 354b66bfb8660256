package org.sockmortem.diagnosis;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.Signal;
import org.sockmortem.source.SourceRef;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.ContextEvent;

/**
 * Very many connections closed at one moment: a process that was killed, crashed or was restarted leaves each of its connections with unsent data behind as an
 * orphan (inet_csk_destroy_sock() has to wait for the peer).
 */
final class MassClose implements Rule {
    /** What closed at one moment is told within one window of net_ratelimit(), five seconds, which old kernels begin at the second call. */
    private static final double SHORT_SECONDS = 6;

    /** A window's budget: fewer lines need no mass of closes. */
    private static final long MANY = 10;

    /** Orphans of one moment are given up after about 102 s (tcp_orphan_retries(), net/ipv4/tcp_timer.c). */
    private static final double LIFE_OF_AN_ORPHAN_SECONDS = 120;

    /** Endings that are cited for one burst. */
    private static final int CITED = 3;

    /** Endings that are told for all bursts together. */
    private static final int DESCRIBED = 20;

    @Override
    public String cause() {
        return "mass-close";
    }

    @Override
    public List<Finding> examine(Case c) {
        List<Burst> ended = new ArrayList<>();
        List<Ending> endings = new ArrayList<>();
        List<Burst> stopped = new ArrayList<>();
        List<Ending> stops = new ArrayList<>();
        List<Burst> sudden = new ArrayList<>();
        List<ContextEvent> all = Ending.all(c);
        boolean same = false;
        for (Burst burst : c.bursts(
                Signal.TCP_ORPHANS, Signal.MPTCP_ORPHANS, Signal.TCP_ORPHANS_OR_MEMORY, Signal.TCP_SOCKET_MEMORY)) {
            List<Ending> beside =
                    Ending.beside(all, burst).stream().limit(CITED).toList();
            boolean wanted = beside.stream().allMatch(e -> e.kind() == Ending.Kind.STOP);
            if (!beside.isEmpty() && (!wanted || isSudden(burst))) {
                ended.add(burst);
                endings.addAll(beside);
                same |= beside.stream().anyMatch(e -> e.isOf(burst));
            } else if (!beside.isEmpty()) {
                // services are stopped all day; this one need not have held the connections
                stopped.add(burst);
                stops.addAll(beside);
            } else if (isSudden(burst) && burst.signal() != Signal.TCP_SOCKET_MEMORY) {
                sudden.add(burst);
            }
        }
        List<Finding> findings = new ArrayList<>();
        if (!ended.isEmpty()) {
            findings.add(ended(ended, endings, same));
        }
        if (!stopped.isEmpty()) {
            Draft draft = new Draft(cause(), stopped, OrphanLimit.NAME);
            describe(draft, stops);
            findings.add(complete(draft.decide("mass.owner.missing"), Verdict.POSSIBLE));
        }
        if (!sudden.isEmpty()) {
            Draft draft = new Draft(cause(), sudden, OrphanLimit.NAME);
            draft.because(
                    ref(sudden.get(0)), sudden.size() == 1 ? "mass.sudden.one" : "mass.sudden.many", sudden.size());
            findings.add(complete(draft.decide("mass.services.missing"), Verdict.POSSIBLE));
        }
        return findings;
    }

    /** @param same whether one of them is known to have been the process whose connections these were */
    private Finding ended(List<Burst> bursts, List<Ending> endings, boolean same) {
        Draft draft = new Draft(cause(), bursts, OrphanLimit.NAME);
        describe(draft, endings);
        if (same) {
            draft.because(null, "mass.kill.thread").missing("mass.services.missing");
        } else {
            draft.decide("mass.owner.missing");
        }
        if (bursts.stream().anyMatch(MassClose::isSudden)) {
            draft.because(ref(bursts.get(0)), "mass.sudden.too");
        }
        bursts.stream().filter(MassClose::isLong).findFirst().ifPresent(b -> draft.against(null, "mass.long", b.id()));
        Set<Ending.Kind> kinds = EnumSet.noneOf(Ending.Kind.class);
        endings.forEach(e -> kinds.add(e.kind()));
        if (kinds.contains(Ending.Kind.CRASH) || kinds.contains(Ending.Kind.EXIT)) {
            draft.action(Remedy.Kind.APPLICATION, "mass.crash.application");
        }
        return complete(draft, same ? Verdict.CONFIRMED : Verdict.LIKELY);
    }

    /** The first of many that ended, and how many there are besides. */
    private static void describe(Draft draft, List<Ending> endings) {
        List<Ending> all = endings.stream().distinct().toList();
        all.stream().limit(DESCRIBED).forEach(e -> e.describe(draft));
        if (all.size() > DESCRIBED) {
            draft.because(null, "mass.more", all.size() - DESCRIBED);
        }
    }

    private static Finding complete(Draft draft, Verdict verdict) {
        return draft.action(Remedy.Kind.APPLICATION, "mass.application")
                .action(Remedy.Kind.COLLECT, "mass.collect")
                .avoid("mass.not.limit-alone")
                .finding(Severity.WARNING, verdict);
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

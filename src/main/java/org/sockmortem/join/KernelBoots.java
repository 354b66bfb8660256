package org.sockmortem.join;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which segments with the kernel's own stamps are of the same boot: those with the same boot id, or with the same kernel's zero on the
 * wall clock, or with the same events at the same stamps. A log of dmesg(1)'s wall clocks joins them by its events, which lie at one
 * distance from the kernel's stamps throughout.
 */
final class KernelBoots {
    /** Two logs carry the same stamp of one event to the last digit, but for rounding. */
    private static final long SAME_STAMP_MICROS = 1_000;

    /** dmesg(1) prints whole seconds. */
    private static final long RECKONED_MICROS = 1_500_000;

    /** How far two lines' receipt may lie behind what they tell: what daemons read late after a boot. */
    static final long ZERO_MICROS = 60_000_000;

    static final long DRIFT_DIVISOR = 5_000;
    private static final long QUARTER_HOUR_MICROS = 900_000_000;
    private static final long WIDEST_ZONE_MICROS = 15 * 3_600_000_000L;

    private final List<KernelBoot> boots = new ArrayList<>();

    private KernelBoots() {}

    private record Candidate(Track track, Segment segment) {}

    /** The boots, in the order of the chains. */
    static List<KernelBoot> of(List<Track> tracks) {
        KernelBoots boots = new KernelBoots();
        List<Candidate> stamped = new ArrayList<>();
        List<Candidate> shifted = new ArrayList<>();
        for (Track track : tracks) {
            for (Segment segment : track.chain.segments()) {
                if (segment.timed() && track.clock() != Log.Clock.OWN) {
                    shifted.add(new Candidate(track, segment));
                } else if (segment.byUptime()) {
                    stamped.add(new Candidate(track, segment));
                }
            }
        }
        // those that know their wall clock first: they tell boots apart
        stamped.sort(Comparator.comparing(c -> c.segment.map().isEmpty()));
        stamped.forEach(boots::place);
        boots.placeShifted(shifted);
        return boots.boots;
    }

    private void place(Candidate candidate) {
        KernelBoot own = new KernelBoot();
        own.add(candidate.track, candidate.segment, 0);
        Map<KernelBoot, Integer> shared = new HashMap<>();
        for (KernelBoot boot : boots) {
            int events = boot.has(candidate.track) ? -1 : shared(candidate.segment, boot);
            if (events >= 0) {
                shared.put(boot, events);
            }
        }
        // the one that shares most; and what shares events with both is what shows that those two are one
        List<KernelBoot> same =
                new ArrayList<>(boots.stream().filter(shared::containsKey).toList());
        same.sort(Comparator.comparing((KernelBoot b) -> -shared.getOrDefault(b, 0)));
        for (KernelBoot boot : same) {
            if (!own.sharesTrack(boot) && (boot.equals(same.get(0)) || shared.getOrDefault(boot, 0) > 0)) {
                boots.remove(boot);
                own.addAll(boot);
            }
        }
        boots.add(own);
    }

    /** How many events a segment shares with a boot that it can be of, or -1 where it is of another. */
    private static int shared(Segment segment, KernelBoot boot) {
        String id = segment.bootId();
        String other = boot.bootId();
        if (id != null && other != null) {
            return id.equals(other) ? Integer.MAX_VALUE : -1;
        }
        Alignment alignment = Alignment.of(
                pastZero(segment.fingerprint().sights()),
                pastZero(boot.sights()),
                SAME_STAMP_MICROS,
                d -> Math.abs(d) <= SAME_STAMP_MICROS);
        int shared = alignment == null ? 0 : alignment.pairs().size();
        if (alignment == null && saysNothing(segment.fingerprint().sights(), boot.sights())) {
            shared = 1;
        }
        Zero zero = Zero.UNKNOWN;
        for (KernelBoot.Member member : boot.members) {
            Zero told = zeroOf(segment, member.segment());
            zero = told == Zero.UNKNOWN ? zero : told;
        }
        return switch (zero) {
            case SAME -> shared;
            case OTHER -> -1;
            // the same hour and minute in another zone is no proof by itself
            case UNKNOWN -> shared == 0 ? -1 : shared;
        };
    }

    /** Every boot of one kernel begins with the same words at 0. */
    private static List<Sight> pastZero(List<Sight> sights) {
        return sights.stream().filter(s -> s.axis() > 0).toList();
    }

    /** Whether one of the two has nothing but the first words of a boot, and the other has them too: nothing would count twice. */
    private static boolean saysNothing(List<Sight> a, List<Sight> b) {
        boolean bare = pastZero(a).isEmpty() || pastZero(b).isEmpty();
        return bare && a.get(0).axis() == 0 && a.get(0).equals(b.get(0));
    }

    private enum Zero {
        SAME,
        OTHER,
        UNKNOWN
    }

    private static Zero zeroOf(Segment a, Segment b) {
        WallMap.Anchor ofA = a.map().nearest(b.first().axisMicros());
        WallMap.Anchor ofB = ofA == null ? null : b.map().nearest(ofA.uptime());
        if (ofA == null || ofB == null || ofA.yearKnown() != ofB.yearKnown()) {
            return Zero.UNKNOWN;
        }
        long apart = Math.abs(ofA.difference() - ofB.difference());
        long slack = ZERO_MICROS + Math.abs(ofA.uptime() - ofB.uptime()) / DRIFT_DIVISOR;
        if (ofA.absolute() == ofB.absolute()) {
            return apart <= slack ? Zero.SAME : Zero.OTHER;
        }
        long rest = Math.min(apart % QUARTER_HOUR_MICROS, QUARTER_HOUR_MICROS - apart % QUARTER_HOUR_MICROS);
        return rest <= slack && apart <= WIDEST_ZONE_MICROS ? Zero.UNKNOWN : Zero.OTHER;
    }

    /** Boots that turned out to begin at the same moment, once their wall clocks are known, are one. */
    static List<KernelBoot> united(List<KernelBoot> boots) {
        List<KernelBoot> united = new ArrayList<>();
        for (KernelBoot boot : boots) {
            KernelBoot same = united.stream()
                    .filter(b -> b.sameZero(boot) && !b.sharesTrack(boot))
                    .findFirst()
                    .orElse(null);
            if (same == null) {
                united.add(boot);
            } else {
                same.addAll(boot);
            }
        }
        return united;
    }

    /** Logs whose clock differs from the kernel's by one number, which their events tell; one may show the place of another. */
    private void placeShifted(List<Candidate> candidates) {
        List<Candidate> open = new ArrayList<>(candidates);
        while (open.removeIf(this::placeShifted)) {
            // those that are left are held against what has been placed by now
        }
        for (Candidate candidate : open) {
            if (candidate.segment.byUptime() && !placeShifted(candidate)) {
                KernelBoot own = new KernelBoot();
                own.add(candidate.track, candidate.segment, 0);
                boots.add(own);
            }
        }
    }

    private boolean placeShifted(Candidate candidate) {
        long tolerance = candidate.segment.byUptime()
                ? SAME_STAMP_MICROS
                : Math.max(RECKONED_MICROS, candidate.segment.resolution());
        KernelBoot best = null;
        Alignment found = null;
        for (KernelBoot boot : boots) {
            Alignment alignment = boot.has(candidate.track)
                    ? null
                    : Alignment.of(candidate.segment.fingerprint().sights(), boot.sights(), tolerance, Alignment.ANY);
            if (alignment != null
                    && (found == null
                            || alignment.pairs().size() >= found.pairs().size())) {
                found = alignment;
                best = boot;
            }
        }
        if (best != null && found != null) {
            best.add(candidate.track, candidate.segment, found.delta());
            return true;
        }
        return false;
    }
}

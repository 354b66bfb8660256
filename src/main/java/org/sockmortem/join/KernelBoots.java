package org.sockmortem.join;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sockmortem.event.KernelEvent;

/**
 * Which segments with the kernel's own stamps are of the same boot: those with the same boot id, or with the same kernel's zero on the
 * wall clock, or with the same events at the same stamps. A log of dmesg(1)'s wall clocks joins them by its events, which lie at one
 * distance from the kernel's stamps throughout.
 */
final class KernelBoots {
    /** Two logs carry the same stamp of one event to the last digit, but for rounding. */
    static final long SAME_STAMP_MICROS = 1_000;

    private static final long ROUNDING_MICROS = 2_500_000;

    /** How far two lines' receipt may lie behind what they tell: what daemons read late after a boot. */
    static final long ZERO_MICROS = 60_000_000;

    static final long DRIFT_DIVISOR = 5_000;
    private static final long QUARTER_HOUR_MICROS = 900_000_000;
    private static final long WIDEST_ZONE_MICROS = 15 * 3_600_000_000L;

    private final List<KernelBoot> boots = new ArrayList<>();

    private KernelBoots() {}

    /** A segment whose boot is sought. */
    record Candidate(Track track, Segment segment) {
        List<Sight> sights() {
            return segment.fingerprint().sights();
        }
    }

    /** The boots, in the order of the chains. */
    static List<KernelBoot> of(List<Track> tracks) {
        KernelBoots boots = new KernelBoots();
        List<Candidate> stamped = new ArrayList<>();
        List<Candidate> shifted = new ArrayList<>();
        List<Candidate> bare = new ArrayList<>();
        for (Track track : tracks) {
            for (Segment segment : track.chain.segments()) {
                if (segment.timed()
                        && (track.clock() == Log.Clock.RELATIVE || (track.reckoned() && !segment.byUptime()))) {
                    shifted.add(new Candidate(track, segment));
                } else if (segment.byUptime()) {
                    (isBare(segment) ? bare : stamped).add(new Candidate(track, segment));
                }
            }
        }
        // those that know their wall clock first: they tell boots apart
        stamped.sort(Comparator.comparing(c -> c.segment.map().isEmpty()));
        stamped.forEach(boots::place);
        new ShiftedLogs(tracks, boots.boots).place(shifted);
        bare.forEach(boots::placeBare);
        return boots.boots;
    }

    /** Whether a log has nothing but words that every boot of that machine has. */
    private static boolean isBare(Segment segment) {
        List<Sight> sights = segment.fingerprint().sights();
        return pastZero(sights).isEmpty() || sights.stream().allMatch(s -> isOfEveryBoot(s.event()));
    }

    private static boolean isOfEveryBoot(KernelEvent event) {
        return event instanceof KernelEvent.BootMemory || event instanceof KernelEvent.EstablishedHash;
    }

    /** Such a log tells of no boot of its own where another log can tell of the same. */
    private void placeBare(Candidate candidate) {
        KernelBoot same = boots.stream()
                .filter(b -> !b.has(candidate.track) && beginsAlike(candidate.segment, b))
                .filter(b -> b.members.stream().noneMatch(m -> contradicts(candidate.segment, m)))
                .max(Comparator.comparingInt(b -> shared(candidate.segment, b)))
                .orElseGet(() -> {
                    KernelBoot own = new KernelBoot();
                    boots.add(own);
                    return own;
                });
        same.add(candidate.track, candidate.segment, 0, true);
    }

    private static boolean beginsAlike(Segment segment, KernelBoot boot) {
        String id = segment.bootId();
        String other = boot.bootId();
        if (id != null && other != null) {
            return id.equals(other);
        }
        KernelEvent words = segment.fingerprint().sights().get(0).event();
        return boot.members.stream()
                .map(m -> m.segment().fingerprint().sights().get(0).event())
                .filter(KernelEvent.BootLine.class::isInstance)
                .allMatch(e -> words.equals(e) || isOfEveryBoot(words));
    }

    /** Whether both tell of such a thing, and not at the same stamp. */
    private static boolean contradicts(Segment bare, KernelBoot.Member member) {
        if (!member.segment().byUptime() || member.shift() != 0) {
            return false;
        }
        return bare.fingerprint().sights().stream()
                .filter(s -> isOfEveryBoot(s.event()))
                .anyMatch(s -> {
                    List<Sight> like = member.segment().fingerprint().sights().stream()
                            .filter(o -> o.event().getClass() == s.event().getClass())
                            .toList();
                    return !like.isEmpty()
                            && like.stream().noneMatch(o -> Math.abs(o.axis() - s.axis()) <= SAME_STAMP_MICROS);
                });
    }

    private void place(Candidate candidate) {
        KernelBoot own = new KernelBoot();
        own.add(candidate.track, candidate.segment, 0, true);
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
                own.addAll(boot, 0, true);
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
        Alignment alignment =
                Alignment.at(0, pastZero(segment.fingerprint().sights()), pastZero(boot.sights()), SAME_STAMP_MICROS);
        int shared = alignment == null ? 0 : alignment.pairs().size();
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
            if (!boot.isRelative()) {
                KernelBoot same = united.stream()
                        .filter(b -> b.sameZero(boot) && !b.sharesTrack(boot))
                        .findFirst()
                        .orElse(null);
                if (same == null) {
                    united.add(boot);
                } else {
                    same.addAll(boot, 0, true);
                }
            }
        }
        boots.stream().filter(KernelBoot::isRelative).forEach(b -> unite(b, united));
        return united;
    }

    /** What counts from a log's first line, and not from the boot, is of the boot that ran at that time. */
    private static void unite(KernelBoot relative, List<KernelBoot> united) {
        KernelBoot running = relative.map.isEmpty()
                ? null
                : united.stream()
                        .filter(b -> !b.map.isEmpty() && !b.sharesTrack(relative))
                        .filter(b -> b.map.zero() <= relative.map.zero() + ROUNDING_MICROS)
                        .max(Comparator.comparingLong(b -> b.map.zero()))
                        .orElse(null);
        if (running == null) {
            united.add(relative);
        } else {
            running.addAll(relative, relative.map.zero() - running.map.zero(), false);
        }
    }
}

package org.sockmortem.join;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    private static final long ZERO_MICROS = 60_000_000;

    private static final long DRIFT_DIVISOR = 5_000;
    private static final long QUARTER_HOUR_MICROS = 900_000_000;
    private static final long WIDEST_ZONE_MICROS = 15 * 3_600_000_000L;

    private final List<KernelBoot> boots = new ArrayList<>();

    private KernelBoots() {}

    private record Candidate(Track track, Segment segment) {}

    /** The boots, in the order of the chains. */
    static List<KernelBoot> of(List<Track> tracks) {
        KernelBoots boots = new KernelBoots();
        List<Candidate> stamped = new ArrayList<>();
        List<Candidate> reckoned = new ArrayList<>();
        for (Track track : tracks) {
            for (Segment segment : track.chain.segments()) {
                if (segment.byUptime()) {
                    stamped.add(new Candidate(track, segment));
                } else if (track.reckoned() && segment.timed()) {
                    reckoned.add(new Candidate(track, segment));
                }
            }
        }
        // those that know their wall clock first: they tell boots apart
        stamped.sort(Comparator.comparing(c -> c.segment.map().isEmpty()));
        stamped.forEach(boots::place);
        reckoned.forEach(boots::placeReckoned);
        return boots.boots;
    }

    private void place(Candidate candidate) {
        KernelBoot same = null;
        int most = -1;
        for (KernelBoot boot : boots) {
            int shared = boot.has(candidate.track) ? -1 : shared(candidate.segment, boot);
            if (shared > most) {
                most = shared;
                same = boot;
            }
        }
        if (same == null) {
            same = new KernelBoot();
            boots.add(same);
        }
        same.add(candidate.track, candidate.segment, 0);
    }

    /** How many events a segment shares with a boot that it can be of, or -1 where it is of another. */
    private static int shared(Segment segment, KernelBoot boot) {
        String id = segment.bootId();
        String other = boot.bootId();
        if (id != null && other != null) {
            return id.equals(other) ? Integer.MAX_VALUE : -1;
        }
        Alignment alignment = Alignment.of(
                segment.fingerprint().sights(),
                boot.sights(),
                SAME_STAMP_MICROS,
                d -> Math.abs(d) <= SAME_STAMP_MICROS);
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

    private void placeReckoned(Candidate candidate) {
        KernelBoot best = null;
        @Nullable Alignment found = null;
        for (KernelBoot boot : boots) {
            if (boot.has(candidate.track)) {
                continue;
            }
            Alignment alignment = Alignment.of(
                    candidate.segment.fingerprint().sights(), boot.sights(), RECKONED_MICROS, Alignment.ANY);
            if (alignment != null
                    && (found == null
                            || alignment.pairs().size() >= found.pairs().size())) {
                found = alignment;
                best = boot;
            }
        }
        if (best != null && found != null) {
            best.add(candidate.track, candidate.segment, found.delta());
        }
    }
}

package org.sockmortem.join;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.sockmortem.join.KernelBoots.Candidate;

/**
 * Puts logs whose clock differs from the kernel's by one number into the boots that they tell of: those of dmesg(1)'s wall clocks, and
 * those that count from their own first line. The number is told by the events that they share with another log, the one with which they
 * agree best; where that is a log of the wall clock, the wall clock tells their boot, too.
 */
final class ShiftedLogs {
    /** dmesg(1) prints whole seconds. */
    private static final long RECKONED_MICROS = 1_500_000;

    /** An event that both logs tell once. */
    private static final double PROOF = 1;

    private static final LongPredicate ANY = Alignment.ANY;

    private final List<Track> tracks;
    private final List<KernelBoot> boots;
    private final List<Candidate> open = new ArrayList<>();

    /** Told by the wall clock, or by nothing. */
    private final List<Candidate> walled = new ArrayList<>();

    ShiftedLogs(List<Track> tracks, List<KernelBoot> boots) {
        this.tracks = tracks;
        this.boots = boots;
    }

    /** A boot of the kernel in which a log was found, and where; exactly, if both carry its stamps: those say more than the wall clock. */
    private record InBoot(KernelBoot boot, Alignment alignment, long shift, boolean exact) {}

    /** A log that can be placed; {@code boots} is empty where it had better be left to the wall clock. */
    private record Option(
            Candidate candidate,
            List<InBoot> boots,
            @Nullable Alignment best) {
        /** What would have a boot of its own waits for all that have not. */
        boolean isBetterThan(@Nullable Option other) {
            if (other == null || best == null) {
                return other == null;
            }
            return alone() == other.alone() ? best.isBetterThan(other.best) : other.alone();
        }

        boolean alone() {
            return boots.isEmpty() && candidate.segment().byUptime();
        }
    }

    /** Places them all, the surest first, since the others may be told by it. */
    void place(List<Candidate> candidates) {
        open.addAll(candidates);
        while (!open.isEmpty()) {
            Option next = null;
            for (Candidate candidate : open) {
                Option option = option(candidate);
                next = option.isBetterThan(next) ? option : next;
            }
            if (next != null) {
                settle(next);
            }
        }
    }

    private Option option(Candidate candidate) {
        List<InBoot> found = inBoots(candidate);
        Alignment known = found.isEmpty() ? null : found.get(0).alignment;
        boolean proven = known != null && candidate.segment().byUptime() && known.score() >= PROOF;
        Alignment onWall = proven ? null : onWalls(candidate, known);
        return onWall == null ? new Option(candidate, found, known) : new Option(candidate, List.of(), onWall);
    }

    private void settle(Option option) {
        Candidate candidate = option.candidate;
        open.remove(candidate);
        if (option.boots.isEmpty() && !candidate.segment().byUptime()) {
            walled.add(candidate);
            return;
        }
        if (option.alone()) {
            KernelBoot own = new KernelBoot();
            own.add(candidate.track(), candidate.segment(), 0, true);
            boots.add(own);
            return;
        }
        InBoot best = option.boots.get(0);
        best.boot.add(candidate.track(), candidate.segment(), best.shift, best.exact);
        for (InBoot other : option.boots.subList(1, option.boots.size())) {
            // a log that shares events with two boots shows that they are one, where one has no zero of its own or both
            // have the same
            boolean relative = other.boot.isRelative();
            boolean sameZero = Math.abs(best.shift - other.shift) <= tolerance(candidate.segment());
            if (other.alignment.score() >= PROOF && (relative || sameZero) && !best.boot.sharesTrack(other.boot)) {
                boots.remove(other.boot);
                best.boot.addAll(
                        other.boot, relative ? best.shift - other.shift : 0, !relative || (best.exact && other.exact));
            }
        }
    }

    /** Where it was found in each boot, the surest first; of equals the latest boot. */
    private List<InBoot> inBoots(Candidate candidate) {
        List<InBoot> all = new ArrayList<>();
        for (KernelBoot boot : boots) {
            InBoot best = null;
            for (KernelBoot.Member member : boot.has(candidate.track()) ? List.<KernelBoot.Member>of() : boot.members) {
                Alignment found = Alignment.of(
                        candidate.sights(),
                        member.segment().fingerprint().sights(),
                        Math.max(tolerance(candidate.segment()), tolerance(member.segment())),
                        ANY);
                boolean exact =
                        candidate.segment().byUptime() && member.exact() && found != null && found.score() >= PROOF;
                if (found != null
                        && (best == null || (exact == best.exact ? found.isBetterThan(best.alignment) : exact))) {
                    best = new InBoot(boot, found, found.delta() + member.shift(), exact);
                }
            }
            if (best != null) {
                all.add(0, best);
            }
        }
        all.sort(Comparator.comparingDouble(b -> -b.alignment.score()));
        return all;
    }

    private static long tolerance(Segment segment) {
        return segment.byUptime() ? KernelBoots.SAME_STAMP_MICROS : Math.max(RECKONED_MICROS, segment.resolution());
    }

    /** Logs of the wall clock alone, and those that are told by them. */
    private List<List<Sight>> walls() {
        List<List<Sight>> walls = new ArrayList<>();
        tracks.stream()
                .filter(t -> t.clock() == Log.Clock.OWN)
                .map(Track::wallSights)
                .forEach(walls::add);
        walled.forEach(c -> walls.add(c.sights()));
        return walls;
    }

    /** The alignment with a log of the wall clock that is better than what is known, or {@code null}. */
    private @Nullable Alignment onWalls(Candidate candidate, @Nullable Alignment known) {
        Alignment best = null;
        for (List<Sight> log : walls()) {
            Alignment found = Alignment.of(
                    candidate.sights(),
                    log,
                    Math.max(RECKONED_MICROS, candidate.segment().resolution()),
                    ANY);
            if (found != null && found.isBetterThan(best == null ? known : best)) {
                best = found;
            }
        }
        return best;
    }
}

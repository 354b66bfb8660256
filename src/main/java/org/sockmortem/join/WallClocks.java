package org.sockmortem.join;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.ClockModel;
import org.sockmortem.event.KernelEvent;

/**
 * One wall clock for a host whose logs write it in different zones, and the place of every boot on it. It is UTC where any log tells its
 * zone; a log that tells none is laid on it by the events that it shares with others, or, where it shares none, in the zone in which the
 * others are written.
 */
final class WallClocks {
    private static final long QUARTER_HOUR_MICROS = 900_000_000;
    private static final long WIDEST_ZONE_MICROS = 15 * 3_600_000_000L;
    private static final long DAY_MICROS = 86_400_000_000L;

    /** Whole seconds, and a daemon's delay. */
    private static final long RECEIPT_MICROS = 2_500_000;

    private final List<Track> tracks;
    private final List<KernelBoot> boots;
    private final boolean utc;

    private WallClocks(List<Track> tracks, List<KernelBoot> boots, List<ClockPair> pairs) {
        this.tracks = tracks;
        this.boots = boots;
        this.utc = pairs.stream().anyMatch(ClockPair::absolute)
                || tracks.stream().flatMap(t -> t.chain.segments().stream()).anyMatch(s -> s.hasWall() && s.absolute());
    }

    /** Sets every track's shift and every boot's map. */
    static void lay(List<Track> tracks, List<KernelBoot> boots, List<ClockPair> pairs) {
        WallClocks clocks = new WallClocks(tracks, boots, pairs);
        CapturedPairs.lay(pairs, boots, clocks.utc);
        clocks.takeAbsolute();
        clocks.shiftTracks(pairs);
        clocks.takeShifted();
        clocks.findMaps();
        CapturedPairs.layLast(pairs, boots, clocks.utc);
    }

    private void takeAbsolute() {
        for (KernelBoot boot : boots) {
            for (KernelBoot.Member member : boot.members) {
                if (member.segment().byUptime() && member.segment().absolute()) {
                    boot.map.addAll(member.segment().map(), 0, member.shift());
                }
            }
        }
    }

    /** What the logs without a zone are of the host's clock: those that show it first, since the others go by them. */
    private void shiftTracks(List<ClockPair> pairs) {
        List<Track> open = new ArrayList<>(tracks.stream()
                .filter(t -> !(utc && t.absolute()) || t.reckoned())
                .toList());
        open.sort(Comparator.comparing(Track::reckoned));
        long usual = usualShift(pairs);
        List<List<Sight>> known = knownLogs();
        while (!open.isEmpty()) {
            boolean learned = false;
            for (Track track : List.copyOf(open)) {
                OptionalLong shift = sharedShift(track, usual);
                if (shift.isEmpty()) {
                    shift = votedShift(track, known, usual);
                }
                if (shift.isEmpty()) {
                    shift = readShift(track);
                }
                if (shift.isPresent()) {
                    usual = track.reckoned() ? usual : shift.getAsLong();
                    learned |= open.remove(track);
                    settle(track, shift.getAsLong(), known);
                }
            }
            if (!learned) {
                settle(open.remove(0), usual, known);
            }
        }
    }

    /** A shift that a line tells which says what the clock showed in UTC. A zone is a matter of quarters of an hour. */
    private OptionalLong readShift(Track track) {
        for (Segment segment : utc ? track.chain.segments() : List.<Segment>of()) {
            for (Sight sight : segment.hasWall() ? segment.fingerprint().sights() : List.<Sight>of()) {
                WallMap.Anchor anchor = segment.byUptime() ? segment.map().nearest(sight.axis()) : null;
                long wall = sight.axis() + (anchor == null ? segment.wallShift() : anchor.difference());
                if (sight.event() instanceof KernelEvent.ClockReading reading
                        && reading.epochMicros() >= ClockModel.EARLIEST_CLOCK) {
                    long shift = reading.epochMicros() - wall;
                    if (Math.abs(shift - rounded(shift)) <= KernelBoots.ZERO_MICROS
                            && Math.abs(shift) <= WIDEST_ZONE_MICROS) {
                        return OptionalLong.of(rounded(shift));
                    }
                }
            }
        }
        return OptionalLong.empty();
    }

    private static void settle(Track track, long shift, List<List<Sight>> known) {
        track.shift = shift;
        addKnown(known, track);
    }

    /** A shift that a boot tells which this track shares with one whose zone is known. */
    private OptionalLong sharedShift(Track track, long usual) {
        for (KernelBoot boot : boots) {
            for (KernelBoot.Member member : boot.members) {
                if (member.track() != track) {
                    continue;
                }
                WallMap.Anchor own = member.anchor();
                WallMap.Anchor other = own == null ? null : boot.map.nearest(own.uptime());
                if (own != null && other != null && other.absolute()) {
                    long shift = other.difference() - own.difference();
                    boolean isZone =
                            Math.abs(shift - rounded(shift)) <= KernelBoots.ZERO_MICROS + WallMap.drift(own.uptime());
                    // the rest is time that the machine slept
                    return OptionalLong.of(isZone || !track.reckoned() ? rounded(shift) : usual);
                }
            }
        }
        return OptionalLong.empty();
    }

    private static long rounded(long micros) {
        return Math.floorDiv(micros + QUARTER_HOUR_MICROS / 2, QUARTER_HOUR_MICROS) * QUARTER_HOUR_MICROS;
    }

    /** Logs of one host are written in one zone, unless they show another. */
    private long usualShift(List<ClockPair> pairs) {
        Stream<ZoneOffset> captured = pairs.stream().map(ClockPair::offset).filter(Objects::nonNull);
        Stream<ZoneOffset> written = tracks.stream()
                .filter(Track::absolute)
                .flatMap(t -> t.chain.segments().stream())
                .map(WallClocks::offsetOf)
                .filter(Objects::nonNull);
        return Stream.concat(written, captured)
                .filter(o -> o.getTotalSeconds() != 0)
                .mapToLong(o -> -o.getTotalSeconds() * 1_000_000L)
                .findFirst()
                .orElse(0);
    }

    private static @Nullable ZoneOffset offsetOf(Segment segment) {
        WallMap.Anchor anchor =
                segment.byUptime() ? segment.map().nearest(segment.first().axisMicros()) : null;
        return segment.byUptime()
                ? (anchor == null ? null : anchor.offset())
                : segment.first().offset();
    }

    /** What is on the host's clock already, log by log: two that tell the same are not to be taken for one that tells it twice. */
    private List<List<Sight>> knownLogs() {
        List<List<Sight>> known = new ArrayList<>();
        for (Track track : tracks) {
            if (utc && track.absolute()) {
                addKnown(known, track);
            }
        }
        for (KernelBoot boot : boots) {
            if (!boot.map.isEmpty()) {
                boot.members.forEach(m -> known.add(walled(boot, m)));
            }
        }
        return known;
    }

    private static void addKnown(List<List<Sight>> known, Track track) {
        List<Sight> sights = sorted(track.wallSights());
        if (!sights.isEmpty()) {
            known.add(sights);
        }
    }

    private static List<Sight> walled(KernelBoot boot, KernelBoot.Member member) {
        List<Sight> sights = new ArrayList<>();
        for (Sight sight : member.segment().fingerprint().sights()) {
            Sight stamped = sight.plus(member.shift());
            WallMap.Anchor anchor = boot.map.nearest(stamped.axis());
            sights.add(anchor == null ? stamped : stamped.plus(anchor.difference()));
        }
        return sorted(sights);
    }

    private static List<Sight> sorted(List<Sight> sights) {
        List<Sight> sorted = new ArrayList<>(sights);
        sorted.sort(Comparator.comparingLong(Sight::axis));
        return sorted;
    }

    private static @Nullable Alignment best(List<Sight> own, List<List<Sight>> known, LongPredicate possible) {
        Alignment best = null;
        for (List<Sight> log : known) {
            Alignment found = Alignment.of(own, log, RECEIPT_MICROS, possible);
            best = found != null && found.isBetterThan(best) ? found : best;
        }
        return best;
    }

    /** The shift that the events tell which a track shares with what is known; the usual one, where that fits as well. */
    private static OptionalLong votedShift(Track track, List<List<Sight>> known, long usual) {
        List<Sight> own = sorted(track.wallSights());
        if (own.isEmpty()) {
            return OptionalLong.empty();
        }
        boolean coarse = track.reckoned() && resolution(track) > 1_000_000;
        if (!coarse && best(own, known, d -> Math.abs(d - usual) <= RECEIPT_MICROS) != null) {
            return OptionalLong.of(usual);
        }
        boolean yearKnown =
                track.wallSegments().stream().allMatch(s -> s.first().yearKnown());
        // dmesg(1) prints a minute now and then, or reckons with a clock that has been stepped since
        long slack = RECEIPT_MICROS + (track.reckoned() ? resolution(track) : 0);
        LongPredicate possible = d -> Math.abs(d - rounded(d)) <= slack
                && (Math.abs(d) <= WIDEST_ZONE_MICROS || (!yearKnown && Math.abs(d) > 300 * DAY_MICROS));
        Alignment found = best(own, known, possible);
        if (found == null) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(track.reckoned() ? found.delta() : rounded(found.delta()));
    }

    private static long resolution(Track track) {
        return track.chain.segments().stream()
                .mapToLong(Segment::resolution)
                .max()
                .orElse(0);
    }

    private void takeShifted() {
        for (KernelBoot boot : boots) {
            for (KernelBoot.Member member : boot.members) {
                if (member.segment().byUptime() && !(utc && member.segment().absolute())) {
                    boot.map.addAll(member.segment().map(), member.track().shift, member.shift());
                }
            }
        }
    }

    /** Boots whose lines carry the kernel's stamps alone: the wall clock is in another log. */
    private void findMaps() {
        for (KernelBoot boot : boots) {
            if (!boot.map.isEmpty()) {
                if (boot.members.stream().allMatch(m -> m.segment().map().isEmpty())) {
                    takeReckoned(boot);
                }
                continue;
            }
            List<Sight> sights = boot.sights();
            Alignment best = null;
            Track told = null;
            for (Track track : tracks) {
                List<Sight> wall = boot.has(track) ? List.of() : track.wallSights();
                Alignment found = wall.isEmpty() ? null : Alignment.of(sights, wall, RECEIPT_MICROS, Alignment.ANY);
                if (found != null && found.isBetterThan(best)) {
                    best = found;
                    told = track;
                }
            }
            if (best != null && told != null) {
                take(boot, best, told);
            } else {
                takeReckoned(boot);
            }
        }
    }

    private static void take(KernelBoot boot, Alignment found, Track told) {
        List<Segment> walls = told.wallSegments();
        Segment of = walls.get(walls.size() - 1);
        for (Alignment.Pair pair : found.surePairs()) {
            boot.map.add(new WallMap.Anchor(
                    pair.first(),
                    pair.second(),
                    1_000_000,
                    of.resolution(),
                    of.first().offset(),
                    of.first().yearKnown(),
                    told.shift));
        }
    }

    /** Better the clock that dmesg(1) reckoned than none; beside captured clocks it shows how long the machine slept. */
    private static void takeReckoned(KernelBoot boot) {
        for (KernelBoot.Member member : List.copyOf(boot.members)) {
            WallMap.Anchor anchor = ReckonedClock.of(boot, member);
            WallMap.Anchor known = anchor == null ? null : boot.map.nearest(anchor.uptime());
            if (anchor == null) {
                continue;
            }
            if (known == null) {
                boot.map.add(anchor);
            } else if (anchor.yearKnown() && isLater(anchor, known)) {
                boot.map.add(anchor.shownAs(known));
            }
        }
    }

    private static boolean isLater(WallMap.Anchor anchor, WallMap.Anchor known) {
        return anchor.difference() - known.difference() > anchor.plusMinus() + known.plusMinus();
    }
}

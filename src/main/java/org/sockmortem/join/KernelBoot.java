package org.sockmortem.join;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;

/** A boot that lines with the kernel's own stamps tell of. Mutable while the chains are compared. */
final class KernelBoot {
    /** On the host's wall clock. */
    final WallMap map = new WallMap();

    final List<Member> members = new ArrayList<>();

    /**
     * A segment of it.
     *
     * @param shift what to add to the segment's axis for the kernel's stamps, in microseconds
     * @param exact whether that is known to the last digit
     */
    record Member(Track track, Segment segment, long shift, boolean exact) {
        /** A moment of it by both clocks, the wall clock as its own log shows it; {@code null} where it tells of one clock alone. */
        WallMap.@Nullable Anchor anchor() {
            Moment first = segment.first();
            if (segment.byUptime()) {
                return segment.map().nearest(first.axisMicros());
            }
            return first.hasWall()
                    ? new WallMap.Anchor(
                            first.axisMicros() + shift,
                            Epoch.micros(first),
                            1_000_000,
                            0,
                            first.offset(),
                            first.yearKnown(),
                            0)
                    : null;
        }
    }

    void add(Track track, Segment segment, long shift, boolean exact) {
        members.add(new Member(track, segment, shift, exact));
        track.put(segment, this);
    }

    /** Takes over what is known of another boot, which is the same; its axis is that much earlier. */
    void addAll(KernelBoot other, long shift, boolean exact) {
        other.members.forEach(m -> add(m.track, m.segment, m.shift + shift, exact && m.exact));
        map.addAll(other.map, 0, shift);
    }

    /** Whether its axis does not begin with the boot: all its logs count from their own first line. */
    boolean isRelative() {
        return members.stream().allMatch(m -> m.track.clock() == Log.Clock.RELATIVE);
    }

    /** Whether a log of it is what was kept of a boot that had ended. */
    boolean isOver() {
        return members.stream().anyMatch(m -> m.track.chain.logs().get(0).kept() != Log.Kept.USUAL);
    }

    /** The greatest of its kernel's stamps, in microseconds, or less than 0 where it has none. */
    long lastUptime() {
        return members.stream()
                .filter(m -> m.segment.timed())
                .mapToLong(m -> m.segment.last().axisMicros() + m.shift)
                .max()
                .orElse(-1);
    }

    boolean sharesTrack(KernelBoot other) {
        return other.members.stream().anyMatch(m -> has(m.track));
    }

    /** Whether both begin at the same moment, on the host's wall clock. */
    boolean sameZero(KernelBoot other) {
        if (map.isEmpty() || other.map.isEmpty()) {
            return false;
        }
        String own = bootId();
        String id = other.bootId();
        if (own != null && id != null) {
            return own.equals(id);
        }
        WallMap.Anchor anchor =
                map.nearest(other.members.get(0).segment().first().axisMicros());
        WallMap.Anchor theirs = anchor == null ? null : other.map.nearest(anchor.uptime());
        return anchor != null
                && theirs != null
                && Math.abs(anchor.difference() - theirs.difference())
                        <= KernelBoots.ZERO_MICROS
                                + Math.abs(anchor.uptime() - theirs.uptime()) / KernelBoots.DRIFT_DIVISOR;
    }

    boolean has(Track track) {
        return members.stream().anyMatch(m -> m.track == track);
    }

    /** The journal's id of it, or {@code null}. */
    @Nullable
    String bootId() {
        return members.stream()
                .map(m -> m.segment.bootId())
                .filter(id -> id != null)
                .findFirst()
                .orElse(null);
    }

    /** A track's segment, which must be one of its members. */
    Member memberOf(Track track, int segment) {
        return members.stream()
                .filter(m -> m.track == track && m.segment.number() == segment)
                .findFirst()
                .orElseThrow();
    }

    /** Some of its events by the kernel's stamps, each once. */
    List<Sight> sights() {
        boolean exact = members.stream().anyMatch(m -> m.shift == 0);
        Set<Sight> sights = new TreeSet<>(Comparator.comparingLong(Sight::axis)
                .thenComparing(s -> s.event().toString()));
        for (Member member : members) {
            if (!exact || member.shift == 0) {
                member.segment.fingerprint().sights().forEach(s -> sights.add(s.plus(member.shift)));
            }
        }
        return List.copyOf(sights);
    }
}

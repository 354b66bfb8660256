package org.sockmortem.join;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A boot that lines with the kernel's own stamps tell of. Mutable while the chains are compared. */
final class KernelBoot {
    /** On the host's wall clock. */
    final WallMap map = new WallMap();

    final List<Member> members = new ArrayList<>();

    /**
     * A segment of it.
     *
     * @param shift what to add to the segment's axis for the kernel's stamps, in microseconds
     */
    record Member(Track track, Segment segment, long shift) {}

    void add(Track track, Segment segment, long shift) {
        members.add(new Member(track, segment, shift));
        track.put(segment, this);
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

    /** What to add to the axis of a track's segment, which must be a member, for the kernel's stamps. */
    long shiftOf(Track track, int segment) {
        return members.stream()
                .filter(m -> m.track == track && m.segment.number() == segment)
                .mapToLong(Member::shift)
                .findFirst()
                .orElseThrow();
    }

    /** Some of its events by the kernel's stamps: those of the member that tells most. */
    List<Sight> sights() {
        return members.stream()
                .map(KernelBoot::sightsOf)
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    private static List<Sight> sightsOf(Member member) {
        return member.segment.fingerprint().sights().stream()
                .map(s -> new Sight(s.axis() + member.shift, s.event()))
                .toList();
    }
}

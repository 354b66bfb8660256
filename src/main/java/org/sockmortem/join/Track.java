package org.sockmortem.join;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A chain on its way into its host's boots. Mutable. */
final class Track {
    final int number;
    final Chain chain;

    /** What to add to its wall clocks for the host's, in microseconds: not 0 where they are of another zone, or of a year not known. */
    long shift;

    /** The boot of each segment whose boot is known for all of it, and what to add to its axis for the kernel's stamps. */
    private final @Nullable KernelBoot[] boots;

    Track(int number, Chain chain) {
        this.number = number;
        this.chain = chain;
        this.boots = new KernelBoot[chain.segments().size()];
    }

    /** Whether all its wall clocks are points in time. */
    boolean absolute() {
        return chain.segments().stream().filter(Segment::hasWall).allMatch(Segment::absolute)
                && chain.segments().stream().anyMatch(Segment::hasWall);
    }

    /** Whose clock its stamps are of. */
    Log.Clock clock() {
        return chain.logs().get(0).clock();
    }

    /** Whether its wall clocks were reckoned by dmesg(1). */
    boolean reckoned() {
        return clock() == Log.Clock.RECKONED;
    }

    void put(Segment segment, KernelBoot boot) {
        boots[segment.number()] = boot;
    }

    /** The boot that a segment is of, or {@code null} where only the wall clock tells. */
    @Nullable
    KernelBoot bootOf(int segment) {
        return boots[segment];
    }

    /** The segments of which only the wall clock tells the boot. */
    List<Segment> wallSegments() {
        return chain.segments().stream()
                .filter(s -> s.timed() && boots[s.number()] == null)
                .toList();
    }

    /** What is known of such segments' events, on the host's wall clock. */
    List<Sight> wallSights() {
        List<Sight> sights = new ArrayList<>();
        for (Segment segment : wallSegments()) {
            long add = segment.wallShift() + shift;
            segment.fingerprint().sights().forEach(s -> sights.add(s.plus(add)));
        }
        return sights;
    }
}

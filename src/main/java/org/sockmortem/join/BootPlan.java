package org.sockmortem.join;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The boots of a host in their order, and which of them each event is of: by its segment where that tells, else by the wall clock, since a
 * host runs one kernel at a time.
 */
final class BootPlan {
    /** A wall clock's boot line is written when the daemon has begun, minutes after the kernel's zero at most. */
    private static final long DAEMON_MICROS = 300_000_000;

    /** Whole seconds, and a daemon's delay. */
    private static final long RECEIPT_MICROS = 2_500_000;

    private final List<PlannedBoot> order = new ArrayList<>();
    private final Map<KernelBoot, PlannedBoot> byKernelBoot = new HashMap<>();
    private final Map<Place, PlannedBoot> bySegment = new HashMap<>();
    private final Map<String, PlannedBoot> byId = new HashMap<>();

    private record Place(int track, int segment) {}

    /** One boot. Its number is its place in the plan. */
    static final class PlannedBoot {
        final @Nullable KernelBoot kernel;

        /** Where it begins on the host's wall clock; the least number where it began before all that is known, or {@code null}. */
        final @Nullable Long zero;

        int number;

        PlannedBoot(@Nullable KernelBoot kernel, @Nullable Long zero) {
            this.kernel = kernel;
            this.zero = zero;
        }
    }

    private BootPlan() {}

    /** The plan for these chains. */
    static BootPlan of(List<Track> tracks, List<KernelBoot> boots) {
        BootPlan plan = new BootPlan();
        for (KernelBoot boot : boots) {
            PlannedBoot planned = new PlannedBoot(boot, boot.map.isEmpty() ? null : zeroOf(boot, tracks));
            plan.order.add(planned);
            plan.byKernelBoot.put(boot, planned);
            if (boot.bootId() != null) {
                plan.byId.putIfAbsent(boot.bootId(), planned);
            }
        }
        for (Track track : tracks) {
            for (Segment segment : track.wallSegments()) {
                boolean begins = segment.fromBootLine() || segment.bootId() != null || segment.number() > 0;
                if (begins && segment.hasWall()) {
                    plan.beginning(track, segment, segment.first().axisMicros() + segment.wallShift() + track.shift);
                }
            }
        }
        plan.early(tracks);
        plan.untimed(tracks);
        plan.sort(tracks);
        return plan;
    }

    /** Where a boot begins; of what counts from a log's first line, where another log tells that the machine ran before. */
    private static long zeroOf(KernelBoot boot, List<Track> tracks) {
        long zero = boot.map.zero();
        if (!boot.isRelative()) {
            return zero;
        }
        long earliest = zero;
        for (Track track : tracks) {
            for (Segment segment : track.wallSegments()) {
                long shift = segment.wallShift() + track.shift;
                if (segment.hasWall()
                        && segment.first().axisMicros() + shift <= zero + RECEIPT_MICROS
                        && segment.last().axisMicros() + shift >= zero) {
                    earliest = Math.min(earliest, segment.first().axisMicros() + shift);
                }
            }
        }
        return earliest;
    }

    /** A log shows a boot from its beginning; of one with an id, each piece is of the same boot. */
    private void beginning(Track track, Segment segment, long at) {
        String id = segment.bootId();
        PlannedBoot planned = id == null ? null : byId.get(id);
        if (planned == null) {
            planned = begun(at, id != null);
            if (planned == null) {
                planned = new PlannedBoot(null, at);
                order.add(planned);
            }
        }
        if (id != null) {
            byId.putIfAbsent(id, planned);
            bySegment.put(new Place(track.number, segment.number()), planned);
        }
    }

    private @Nullable PlannedBoot begun(long at, boolean hasId) {
        for (PlannedBoot boot : order) {
            Long zero = boot.zero;
            long slack = boot.kernel == null ? DAEMON_MICROS : DAEMON_MICROS / 2;
            if (zero != null
                    && at >= zero - slack
                    && at <= zero + DAEMON_MICROS
                    && !(hasId && byId.containsValue(boot))) {
                return boot;
            }
        }
        return null;
    }

    /** What came before every beginning that is known. */
    private void early(List<Track> tracks) {
        for (Track track : tracks) {
            for (Segment segment : track.wallSegments()) {
                if (byWall(segment.first().axisMicros() + segment.wallShift() + track.shift, segment.resolution())
                        == null) {
                    order.add(new PlannedBoot(null, Long.MIN_VALUE));
                    return;
                }
            }
        }
    }

    private void untimed(List<Track> tracks) {
        for (Track track : tracks) {
            for (Segment segment : track.chain.segments()) {
                if (!segment.timed() && track.bootOf(segment.number()) == null) {
                    PlannedBoot own = new PlannedBoot(null, null);
                    order.add(own);
                    bySegment.put(new Place(track.number, segment.number()), own);
                }
            }
        }
    }

    private @Nullable PlannedBoot byWall(long at, long resolution) {
        PlannedBoot last = null;
        for (PlannedBoot boot : order) {
            Long zero = boot.zero;
            if (zero != null
                    && zero <= at + RECEIPT_MICROS + resolution
                    && (last == null || last.zero == null || zero >= last.zero)) {
                last = boot;
            }
        }
        return last;
    }

    private void sort(List<Track> tracks) {
        List<PlannedBoot> adrift =
                new ArrayList<>(order.stream().filter(b -> b.zero == null).toList());
        order.removeAll(adrift);
        order.sort(Comparator.comparingLong(b -> b.zero == null ? 0 : b.zero));
        adrift.sort(Comparator.comparingLong(b -> firstPlace(b, tracks)));
        for (PlannedBoot boot : adrift) {
            PlannedBoot before = neighbour(boot, tracks, -1);
            PlannedBoot after = before == null ? neighbour(boot, tracks, 1) : null;
            int at = before != null ? order.indexOf(before) + 1 : after != null ? order.indexOf(after) : order.size();
            order.add(at, boot);
        }
        for (int i = 0; i < order.size(); i++) {
            order.get(i).number = i;
        }
    }

    private long firstPlace(PlannedBoot boot, List<Track> tracks) {
        for (Track track : tracks) {
            for (int i = 0; i < track.chain.segments().size(); i++) {
                if (ofSegment(track, i) == boot) {
                    return track.number * 1_000_000_000L + i;
                }
            }
        }
        return Long.MAX_VALUE;
    }

    /** The boot, already in its place, that is nearest in a log which tells of both. */
    private @Nullable PlannedBoot neighbour(PlannedBoot boot, List<Track> tracks, int step) {
        for (Track track : tracks) {
            int segments = track.chain.segments().size();
            for (int i = 0; i < segments; i++) {
                if (ofSegment(track, i) != boot) {
                    continue;
                }
                for (int j = i + step; j >= 0 && j < segments; j += step) {
                    PlannedBoot other = ofSegment(track, j);
                    if (other == null) {
                        Segment wall = track.chain.segments().get(j);
                        other = byWall(wall.first().axisMicros() + wall.wallShift() + track.shift, wall.resolution());
                    }
                    if (other != null && order.contains(other)) {
                        return other;
                    }
                }
            }
        }
        return null;
    }

    private @Nullable PlannedBoot ofSegment(Track track, int segment) {
        KernelBoot kernel = track.bootOf(segment);
        return kernel == null ? bySegment.get(new Place(track.number, segment)) : byKernelBoot.get(kernel);
    }

    /**
     * The boot of an event.
     *
     * @param segment of its chain that it is in
     * @param wall its place on the host's wall clock, where its segment has one
     */
    PlannedBoot bootOf(Track track, int segment, long wall) {
        PlannedBoot boot = ofSegment(track, segment);
        if (boot == null) {
            boot = byWall(wall, track.chain.segments().get(segment).resolution());
        }
        return boot == null ? order.get(0) : boot;
    }

    /** Why a log has a boot that no other log was found to tell of, where one may; else {@code null}. */
    @Nullable
    Unplaced unplaced(Track track) {
        for (Segment segment : track.chain.segments()) {
            PlannedBoot own = ofSegment(track, segment.number());
            if (own == null || own.zero != null || order.size() == 1) {
                continue;
            }
            if (!segment.timed()) {
                return Unplaced.NO_STAMPS;
            }
            // two logs with the kernel's own stamps know each other by them, and count nothing twice
            if (order.stream().anyMatch(b -> b.zero != null)) {
                return Unplaced.NO_ANCHOR;
            }
        }
        return null;
    }

    /** The boots. */
    List<PlannedBoot> boots() {
        return order;
    }
}

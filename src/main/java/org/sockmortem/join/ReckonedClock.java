package org.sockmortem.join;

import org.jspecify.annotations.Nullable;

/**
 * What a log of dmesg(1)'s wall clocks tells of a boot whose kernel's stamps another log has. dmesg adds one number to every stamp: the
 * wall clock at the boot by the clocks as they were when it ran (lib/monotonic.c, and since 2.36 the time asleep till then). That is right
 * for the last lines, and for the first ones only if the machine did not sleep and its clock was not set.
 */
final class ReckonedClock {
    private static final long SECOND_MICROS = 1_000_000;

    private ReckonedClock() {}

    /** The anchor that a member tells whose wall clock was reckoned, at its last line; {@code null} where it has no such clock. */
    static WallMap.@Nullable Anchor of(KernelBoot boot, KernelBoot.Member member) {
        Segment segment = member.segment();
        WallMap.Anchor first = segment.byUptime() ? null : member.anchor();
        if (first == null) {
            return null;
        }
        long least = first.difference();
        long most = least + segment.resolution();
        Alignment pairs = Alignment.at(
                member.shift(), segment.fingerprint().sights(), boot.sights(), SECOND_MICROS + segment.resolution());
        if (pairs != null) {
            // every line was cut to whole seconds: all of them together leave less room
            long latest = Long.MIN_VALUE;
            long earliest = Long.MAX_VALUE;
            for (Alignment.Pair pair : pairs.pairs()) {
                long difference = pair.first() + segment.wallShift() - pair.second();
                latest = Math.max(latest, difference);
                earliest = Math.min(earliest, difference + segment.resolution());
            }
            least = latest;
            most = Math.max(latest, earliest);
        }
        long uptime = segment.last().axisMicros() + member.shift();
        return new WallMap.Anchor(
                        uptime,
                        uptime + least + (most - least) / 2,
                        SECOND_MICROS + WallMap.drift(uptime),
                        0,
                        first.offset(),
                        first.yearKnown(),
                        0)
                .shifted(member.track().shift, 0);
    }
}

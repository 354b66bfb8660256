package org.sockmortem.join;

import java.util.List;

/**
 * Lays what captured files tell of both clocks on the boot that ran as they were captured: the one with their boot id, else the last one
 * that can be it. A log of a crash, or one whose stamps are beyond the captured uptime, is of an earlier boot.
 */
final class CapturedPairs {
    /** A capture's commands run within minutes, and its last log may be written at its end. */
    private static final long CAPTURE_MICROS = 600_000_000;

    private final List<KernelBoot> boots;

    private CapturedPairs(List<KernelBoot> boots) {
        this.boots = boots;
    }

    /**
     * Adds each pair to its boot's map.
     *
     * @param utc whether the host's wall clock is UTC; a pair without a zone has no place on it
     */
    static void lay(List<ClockPair> pairs, List<KernelBoot> boots, boolean utc) {
        CapturedPairs laid = new CapturedPairs(boots);
        // the most exact first: those that follow must agree with it
        pairs.stream()
                .filter(p -> p.log() == null && (p.absolute() || !utc))
                .sorted((one, other) -> Long.compare(one.plusMinusMicros(), other.plusMinusMicros()))
                .forEach(laid::lay);
    }

    /**
     * Lays what tells of one log's boot on that, where its own logs tell no wall clock.
     *
     * @param utc whether the host's wall clock is UTC
     */
    static void layLast(List<ClockPair> pairs, List<KernelBoot> boots, boolean utc) {
        for (ClockPair pair : pairs) {
            String path = pair.log();
            for (KernelBoot boot : path == null || utc ? List.<KernelBoot>of() : boots) {
                boolean isOf = boot.members.stream()
                        .flatMap(m -> m.track().chain.logs().stream())
                        .anyMatch(l -> l.tape().path().equals(path));
                if (isOf && boot.map.isEmpty()) {
                    boot.map.add(anchor(pair));
                }
            }
        }
    }

    private static WallMap.Anchor anchor(ClockPair pair) {
        return new WallMap.Anchor(
                pair.uptimeMicros(), pair.epochMicros(), pair.plusMinusMicros(), 0, pair.offset(), true, 0);
    }

    private void lay(ClockPair pair) {
        for (int i = boots.size() - 1; i >= 0; i--) {
            KernelBoot boot = boots.get(i);
            if (canBe(boot, pair)) {
                boot.map.add(anchor(pair));
                return;
            }
        }
    }

    private boolean canBe(KernelBoot boot, ClockPair pair) {
        String id = pair.bootId();
        String own = boot.bootId();
        if (id != null && own != null) {
            return id.equals(own);
        }
        if (boot.isRelative() || boot.isOver()) {
            return false;
        }
        return !isBeyond(boot, pair) && agrees(boot, pair) && (id == null || !isTaken(id));
    }

    private boolean isTaken(String id) {
        return boots.stream().anyMatch(b -> id.equals(b.bootId()));
    }

    /** Whether a log of it goes on after the capture, by the kernel's clock. */
    private static boolean isBeyond(KernelBoot boot, ClockPair pair) {
        long up = pair.upMicros();
        return up != ClockPair.UNKNOWN
                && boot.lastUptime() > up + pair.plusMinusMicros() + CAPTURE_MICROS + WallMap.drift(up);
    }

    /** Whether its logs' own wall clock, where it has one that can be compared, shows the same. */
    private boolean agrees(KernelBoot boot, ClockPair pair) {
        for (KernelBoot.Member member : boot.members) {
            // what dmesg(1) reckons is later by every suspend
            WallMap.Anchor anchor = member.track().reckoned() ? null : member.anchor();
            if (anchor != null && anchor.yearKnown() && anchor.absolute() == pair.absolute()) {
                long apart = anchor.difference() - (pair.epochMicros() - pair.uptimeMicros());
                long slack = KernelBoots.ZERO_MICROS
                        + pair.plusMinusMicros()
                        + anchor.plusMinus()
                        + WallMap.drift(anchor.uptime());
                // a suspend makes the wall clock later, and so may a step
                return apart >= -slack && (apart <= slack || anchor.uptime() > CAPTURE_MICROS);
            }
        }
        return true;
    }
}

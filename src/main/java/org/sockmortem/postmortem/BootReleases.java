package org.sockmortem.postmortem;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.event.KernelRelease;
import org.sockmortem.snapshot.Reading;
import org.sockmortem.snapshot.SystemSnapshot;
import org.sockmortem.timeline.BootFacts;

/**
 * Which kernel ran in each boot: by its own first line, else by what was captured while it ran, such as uname(1)'s answer. An archive tells of
 * the boot in which it was made alone, and of the host's last one where nothing tells when it was made; several archives tell of several.
 */
final class BootReleases {
    private final List<BootFacts> boots;

    private BootReleases(List<BootFacts> boots) {
        this.boots = boots;
    }

    /** The release by the boot's number, as far as it is known. */
    static Map<Integer, String> of(List<BootFacts> boots, SystemSnapshot captured) {
        Map<Integer, String> releases = new HashMap<>(new BootReleases(boots).captured(captured));
        for (BootFacts facts : boots) {
            KernelRelease release = facts.kernel().release();
            if (release != null && !facts.kernel().knownFrom().equals("snapshot")) {
                releases.put(facts.boot().index(), release.text());
            }
        }
        return releases;
    }

    private Map<Integer, String> captured(SystemSnapshot captured) {
        Map<Integer, Set<String>> told = new TreeMap<>();
        for (Reading reading : captured.findAll("kernel.osrelease")) {
            KernelRelease release = reading.value() == null ? null : KernelRelease.parse(reading.value());
            BootFacts boot = reading.isConfigured() || release == null ? null : bootAt(reading.takenAt());
            if (boot != null && release != null) {
                told.computeIfAbsent(boot.boot().index(), b -> new HashSet<>()).add(release.text());
            }
        }
        Map<Integer, String> releases = new HashMap<>();
        told.forEach((boot, said) -> {
            if (said.size() == 1) {
                releases.put(boot, said.iterator().next());
            }
        });
        return releases;
    }

    /** The boot that ran then; {@code null} where that may be another, since the beginning of one is not known. */
    private @Nullable BootFacts bootAt(@Nullable Moment taken) {
        if (boots.isEmpty() || taken == null || taken.wall() == null) {
            return boots.isEmpty() ? null : boots.get(boots.size() - 1);
        }
        BootFacts running = boots.get(0);
        for (BootFacts next : boots.subList(1, boots.size())) {
            Moment start = next.boot().start();
            if (start == null || start.wall() == null) {
                return null;
            }
            running = isBefore(start, taken) ? next : running;
        }
        return running;
    }

    private static boolean isBefore(Moment start, Moment taken) {
        OffsetDateTime startUtc = start.utc();
        OffsetDateTime takenUtc = taken.utc();
        if (startUtc != null && takenUtc != null) {
            return !startUtc.isAfter(takenUtc);
        }
        LocalDateTime at = start.wall();
        LocalDateTime then = taken.wall();
        return at != null && then != null && !at.isAfter(then);
    }
}

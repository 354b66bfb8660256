package org.sockmortem.fleet.planted;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.sockmortem.event.KernelRelease;

/** A host and what was planted on it; a number decides all of it but the incidents. */
final class PlantedHost {
    /** When its log begins and ends, and when its kernel booted. */
    static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

    static final int DAYS = 30;
    static final Instant BOOT = BEGIN.minus(Duration.ofDays(1));

    private static final List<String> RELEASES = List.of(
            "3.10.0-957.el7.x86_64",
            "4.18.0-553.el8_10.x86_64",
            "5.14.0-427.13.1.el9_4.x86_64",
            "6.1.0-50-amd64",
            "4.4.0-210-generic");

    private final int number;
    private final List<PlantedIncident> incidents = new ArrayList<>();
    private Duration skew = Duration.ZERO;

    PlantedHost(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    String name() {
        return String.format(Locale.ROOT, number % 10 == 0 ? "gw%05d" : "web%05d", number);
    }

    String machineId() {
        return String.format(Locale.ROOT, "%032x", 0x5ca1ab1e00000L + number);
    }

    KernelRelease release() {
        return Objects.requireNonNull(KernelRelease.parse(RELEASES.get(number % RELEASES.size())));
    }

    ZoneOffset offset() {
        return ZoneOffset.ofHours(List.of(1, 0, -5).get(number % 3));
    }

    /** Whether its log's stamps have a year and a zone. */
    boolean isZoned() {
        return number % 8 != 3;
    }

    /** Days, from the begin, on which it was archived; each archive has the logs of two weeks, the last of all that is left. */
    List<Integer> archives() {
        return number % 10 == 4 ? List.of(14, 21, DAYS) : List.of(DAYS);
    }

    /** How much of its last archive is there, in percent. */
    int whole() {
        return switch (number % 25) {
            case 7 -> 60;
            case 17 -> 2;
            default -> 100;
        };
    }

    boolean isDamaged() {
        return whole() < 100;
    }

    /** Whether it is packed with xz, else with gzip. */
    boolean isXz() {
        return number % 3 != 0;
    }

    boolean isDaily() {
        return number % 20 == 6;
    }

    /** Whether somebody lowered its limit on orphans. */
    boolean isMisconfigured() {
        return number % 16 == 2;
    }

    long maxOrphans() {
        return isMisconfigured() ? 64 : 65_536;
    }

    /** Whether its clock is to run hours ahead. */
    boolean isSkewed() {
        return number % 50 == 31;
    }

    void plant(PlantedIncident incident) {
        incidents.add(incident);
    }

    List<PlantedIncident> incidents() {
        return List.copyOf(incidents);
    }

    void skew(Duration ahead) {
        skew = ahead;
    }

    Duration skew() {
        return skew;
    }
}

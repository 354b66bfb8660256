package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmortem.clock.Moment;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Suppressed;

/** What a gauge says of a burst depends on how long after it was read. */
class CaptureTimeTest {
    private static final LocalDateTime BOOT = LocalDateTime.of(2025, 10, 28, 4, 0);
    private static final String CAUSE = "orphan-limit-reached";

    /** A burst from 1000 s to 1004 s, and the gauge of orphans. */
    private static Cases gaugeAt(double seconds) {
        return burst(Cases.quiet().bootedAt(BOOT, ZoneOffset.UTC)).gauge("sockstat.TCP.orphan", 3, seconds);
    }

    private static Cases burst(Cases cases) {
        return cases.burst(Signal.TCP_ORPHANS, 1000, 4, 7, Suppressed.NONE, "TCP: too many orphaned sockets");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "900  | captured 100 s before burst h/1 began",
                "999  | captured 1 s before burst h/1 began",
                "1000 | captured while burst h/1 lasted",
                "1004 | captured while burst h/1 lasted",
                "1005 | captured 1 s after burst h/1 had ended. An orphan whose peer is silent lives for about 102 s, so what the burst left",
                "1106 | captured 102 s after burst h/1 had ended. An orphan whose peer is silent lives for about 102 s, so what the burst left",
                "1107 | captured 103 s after burst h/1 had ended. An orphan whose peer is silent lives for about 102 s, so those of the burst were gone",
                "9004 | captured 2 h after burst h/1 had ended."
            })
    void theGaugeOfOrphans(double at, String said) {
        Finding finding = gaugeAt(at).finding(CAUSE);
        assertThat(Texts.because(finding)).anyMatch(t -> t.contains(said));
        assertThat(Texts.missing(finding)).noneMatch(t -> t.startsWith("When the values were captured"));
    }

    @Test
    void anUnknownTimeIsSaidToBeMissing() {
        Finding finding =
                Cases.with(Signal.TCP_ORPHANS).sysctl("sockstat.TCP.orphan", 3).finding(CAUSE);
        assertThat(Texts.missing(finding)).anyMatch(t -> t.startsWith("When the values were captured"));
        assertThat(Texts.because(finding)).noneMatch(t -> t.startsWith("It was captured"));
    }

    @Test
    void withoutAGaugeNothingIsSaidOfItsTime() {
        Finding finding = Cases.with(Signal.TCP_ORPHANS).finding(CAUSE);
        assertThat(Texts.missing(finding)).noneMatch(t -> t.startsWith("When the values were captured"));
    }

    @Test
    void theNearestBurstIsMeant() {
        Cases cases =
                gaugeAt(5010).burst(Signal.TCP_ORPHANS, 5000, 4, 7, Suppressed.NONE, "TCP: too many orphaned sockets");
        assertThat(Texts.because(cases.finding(CAUSE))).anyMatch(t -> t.contains("6 s after burst h/2"));
    }

    @Test
    void orphansThatGiveUpSoonerAreGoneSooner() {
        assertThat(Texts.because(
                        gaugeAt(1020).sysctl("net.ipv4.tcp_orphan_retries", 5).finding(CAUSE)))
                .anyMatch(t -> t.contains("lives for about 12 s, so those of the burst were gone"));
        assertThat(Texts.because(
                        gaugeAt(1120).sysctl("net.ipv4.tcp_fin_timeout", 120).finding(CAUSE)))
                .anyMatch(t -> t.contains("so what the burst left may still be in it"));
    }

    @Test
    void clocksAreComparedOnlyWhereTheyAreTheSame() {
        Moment utc = moment(BOOT, true, ZoneOffset.UTC);
        Moment berlin = moment(BOOT.plusHours(1), true, ZoneOffset.ofHours(1));
        Moment local = moment(BOOT, true, null);
        assertThat(CaptureTime.seconds(utc, berlin)).contains(0L);
        assertThat(CaptureTime.seconds(local, local)).contains(0L);
        assertThat(CaptureTime.seconds(utc, local)).isEmpty();
        assertThat(CaptureTime.seconds(local, moment(BOOT, false, null))).isEmpty();
        assertThat(CaptureTime.seconds(local, moment(null, false, null))).isEmpty();
    }

    private static Moment moment(@Nullable LocalDateTime wall, boolean year, @Nullable ZoneOffset offset) {
        return new Moment(wall, year, offset, null, 1, 0);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "119, 119 s", "120, 2 min", "7199, 119 min", "7200, 2 h", "172799, 47 h", "172800, 2 days"})
    void spans(long seconds, String words) {
        assertThat(CaptureTime.span(seconds)).isEqualTo(words);
    }
}

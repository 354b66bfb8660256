package org.sockmortem.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Burst;

/** Logs whose last line stands first, as journalctl -r prints them. */
class NewestFirstLogsTest {
    @Test
    void linesCountAsInOrderAndAreCitedWhereTheyStand() {
        Report report = Analysis.of("""
                Oct 28 21:58:52 web01 kernel: TCP: too many orphaned sockets
                Oct 28 21:58:52 web01 kernel: net_ratelimit: 56 callbacks suppressed
                Oct 28 21:58:49 web01 kernel: TCP: too many orphaned sockets
                Oct 28 21:58:48 web01 kernel: TCP: too many orphaned sockets
                """);
        Burst burst = Analysis.only(report).bursts().get(0);
        assertThat(burst.suppressed().likely()).isEqualTo(56);
        assertThat(burst.start().wall()).asString().endsWith("-10-28T21:58:48");
        assertThat(burst.evidence().stream().map(e -> e.ref().line()).toList())
                .startsWith(4L, 3L)
                .contains(2L, 1L);
        assertThat(report.coverage().inputs().get(0).first()).asString().contains("21:58:48");
        assertThat(report.coverage().inputs().get(0).last()).asString().contains("21:58:52");
    }

    @Test
    void aSecondIsTurnedRoundWhereNothingInItGoesForwards() {
        String backwards = """
                {"labels":{"host":"web01"},"line":"TCP: too many orphaned sockets","timestamp":"2026-03-03T09:00:01.900000Z"}
                {"labels":{"host":"web01"},"line":"net_ratelimit: 56 callbacks suppressed","timestamp":"2026-03-03T09:00:01.800000Z"}
                {"labels":{"host":"web01"},"line":"TCP: too many orphaned sockets","timestamp":"2026-03-03T09:00:01.400000Z"}
                {"labels":{"host":"web01"},"line":"TCP: too many orphaned sockets","timestamp":"2026-03-03T09:00:01.300000Z"}
                """;
        assertThat(firstOf(backwards)).contains("01.300,");
        assertThat(firstOf(backwards.replace("01.300000", "01.500000")))
                .as("one step forwards")
                .contains("01.900,");
    }

    @Test
    void whatSaysNothingOfOursShowsTheOrderToo() {
        String log = """
                {"labels":{"host":"web01"},"line":"TCP: too many orphaned sockets","timestamp":"2026-03-03T09:00:01.900000Z"}
                {"labels":{"host":"web01"},"line":"eth0: link up","timestamp":"2026-03-03T09:00:01.800000Z"}
                {"labels":{"host":"web01"},"line":"eth0: link down","timestamp":"2026-03-03T09:00:01.400000Z"}
                {"labels":{"host":"web01"},"line":"eth0: link up","timestamp":"2026-03-03T09:00:01.300000Z"}
                """;
        assertThat(firstOf(log)).contains("01.300,");
    }

    private static String firstOf(String log) {
        return String.valueOf(Analysis.of(log).coverage().inputs().get(0).first());
    }

    @Test
    void aRepetitionNoteMeansTheLineBelowIt() {
        HostReport host = Analysis.host("""
                Oct 28 22:58:52 web01 sshd[12]: Connection closed
                Oct 28 21:59:48 web01 last message repeated 3 times
                Oct 28 21:58:49 web01 kernel: TCP: too many orphaned sockets
                Oct 28 21:58:48 web01 kernel: nf_conntrack: table full, dropping packet
                Oct 28 21:58:40 web01 sshd[12]: Accepted publickey
                """);
        assertThat(Analysis.total(host, Signal.TCP_ORPHANS).repeated()).isEqualTo(3);
        assertThat(Analysis.total(host, Signal.CONNTRACK_FULL).repeated()).isZero();
    }

    @Test
    void aBootsMarkNamesTheBootAboveIt() {
        HostReport host = Analysis.host("""
                Oct 28 21:58:48 web01 kernel: TCP: too many orphaned sockets
                Oct 28 21:50:00 web01 kernel: Linux version 6.1.0-50-cloud-amd64 (a@example.org) #1 SMP
                -- Boot aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa --
                Oct 28 20:58:48 web01 kernel: TCP: too many orphaned sockets
                Oct 28 20:50:00 web01 kernel: Linux version 6.1.0-50-cloud-amd64 (a@example.org) #1 SMP
                """);
        assertThat(host.boots()).hasSize(2);
        assertThat(host.boots().get(0).bootId()).isEqualTo("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        assertThat(host.boots().get(1).bootId()).isNull();
        assertThat(host.bursts()).extracting(Burst::boot).containsExactly(0, 1);
    }

    @Test
    void aClockThatIsSetBackOnceIsNoOrder() {
        HostReport host = Analysis.host("""
                Oct 28 21:58:52 web01 kernel: nf_conntrack: table full, dropping packet
                Oct 28 21:58:49 web01 last message repeated 3 times
                Oct 28 21:58:49 web01 kernel: TCP: too many orphaned sockets
                """);
        assertThat(Analysis.total(host, Signal.CONNTRACK_FULL).repeated()).isEqualTo(3);
        assertThat(Analysis.total(host, Signal.TCP_ORPHANS).repeated()).isZero();
    }

    @Test
    void moreThanCanWaitIsTold() {
        String log = IntStream.range(0, 100_100)
                .mapToObj(i -> "[" + (900_000 - i) + ".000000] TCP: too many orphaned sockets\n")
                .collect(Collectors.joining());
        Report report = Analysis.of(log);
        assertThat(report.coverage().inputs().get(0).problem()).contains("newest first");
        assertThat(Analysis.total(Analysis.only(report), Signal.TCP_ORPHANS).printed())
                .isEqualTo(100_100);
    }
}

package org.sockmortem.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmortem.event.LimiterEra;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.Suppressed;

/** Logs as people paste them into a ticket, and the report that they must get. */
class PastedLogsTest {
    @Test
    void aNoteOfLaterTellsOfTheBurstBeforeIt() {
        HostReport host = Analysis.only(Analysis.of(List.of("samples/web-server/dmesg"), Analysis.PLAIN));
        assertThat(host.bursts()).hasSize(2);
        Burst first = host.bursts().get(0);
        Burst second = host.bursts().get(1);
        assertThat(first.suppressed()).isEqualTo(new Suppressed(0, 50, 50));
        assertThat(first.headUnknown()).isTrue();
        assertThat(first.end().uptimeMicros()).isEqualTo(63_291_239_125L);
        assertThat(second.suppressed()).isEqualTo(Suppressed.NONE);
        assertThat(second.printed()).isEqualTo(3);
        assertThat(second.tailUnknown()).isFalse();
        assertThat(host.kernel().wording()).isEqualTo(">=3.3");
        assertThat(host.kernel().limiter()).isEqualTo(LimiterEra.UNKNOWN);
    }

    @Test
    void lineNumbersOfAnEditorAreCited() {
        HostReport host = Analysis.only(Analysis.of(List.of("samples/web-server/messages"), Analysis.PLAIN));
        assertThat(host.host()).isEqualTo("localhost");
        Burst burst = host.bursts().get(0);
        assertThat(host.bursts()).hasSize(1);
        assertThat(burst.printed()).isEqualTo(7);
        assertThat(burst.suppressed()).isEqualTo(new Suppressed(0, 56, 56));
        assertThat(burst.headUnknown()).isTrue();
        assertThat(burst.start().yearKnown()).isFalse();
        assertThat(burst.peakPerSecond()).isEqualTo(12.0);
        assertThat(burst.evidence().stream().map(c -> c.ref().line()).toList())
                .containsExactly(61233L, 61234L, 61235L, 61236L, 61237L, 61238L, 61239L, 61240L);
    }

    @Test
    void aNoteBeforeEveryLineBelongsToNoSignal() {
        HostReport host = Analysis.host("""
                [  100.000000] net_ratelimit: 274 callbacks suppressed
                [  100.000020] nf_conntrack: table full, dropping packet
                [  100.010000] nf_conntrack: table full, dropping packet
                """);
        assertThat(host.unattributed()).isEqualTo(274);
        assertThat(Analysis.total(host, Signal.CONNTRACK_FULL).suppressed()).isEqualTo(new Suppressed(0, 0, 274));
    }

    @Test
    void aNoteOfAnotherFunctionIsNotNetRatelimits() {
        HostReport host = Analysis.host("""
                [  100.000000] TCP: too many orphaned sockets
                [  110.000000] warn_alloc: 3 callbacks suppressed
                """);
        assertThat(Analysis.total(host, Signal.TCP_ORPHANS).suppressed()).isEqualTo(Suppressed.NONE);
        assertThat(host.unattributed()).isZero();
    }

    @Test
    void repeatedLinesCountForTheLineBeforeOfTheSameHost() {
        HostReport a = Analysis.of("""
                        Oct 28 21:58:48 a kernel: TCP: too many orphaned sockets
                        Oct 28 21:58:48 b kernel: eth0: link up
                        Oct 28 21:58:50 a last message repeated 4 times
                        Oct 28 21:58:51 b last message repeated 9 times
                        """).hosts().get(0);
        assertThat(a.host()).isEqualTo("a");
        assertThat(Analysis.total(a, Signal.TCP_ORPHANS).repeated()).isEqualTo(4);
        assertThat(a.bursts().get(0).printed()).isEqualTo(1);
    }

    @Test
    void aFullWindowAtTheEndHasAnUnknownTail() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            log.append("[  100.00").append(i).append("000] TCP: too many orphaned sockets\n");
        }
        Burst burst = Analysis.host(log.toString()).bursts().get(0);
        assertThat(burst.tailUnknown()).isTrue();
        assertThat(burst.end().uptimeMicros()).isEqualTo(105_000_000L);
        Burst nine =
                Analysis.host(log.substring(log.indexOf("\n") + 1)).bursts().get(0);
        assertThat(nine.tailUnknown()).isFalse();
    }

    @Test
    void aBootEndsABurst() {
        HostReport host = Analysis.host("""
                [  100.000000] TCP: too many orphaned sockets
                [    0.000000] Linux version 6.1.0-50-cloud-amd64 (builder@example) #1 SMP
                [   20.000000] TCP: too many orphaned sockets
                """);
        assertThat(host.boots()).hasSize(2);
        assertThat(host.bursts()).extracting(Burst::boot).containsExactly(0, 1);
        assertThat(host.kernel().release()).isEqualTo("6.1.0-50-cloud-amd64");
        assertThat(host.kernel().limiter()).isEqualTo(LimiterEra.NEW_WINDOW);
    }

    @Test
    void januaryFollowsDecemberAndNoYearIsInvented() {
        HostReport host = Analysis.host("""
                Dec 31 23:59:40 web kernel: TCP: too many orphaned sockets
                Jan  1 00:00:10 web kernel: TCP: too many orphaned sockets
                """);
        assertThat(host.bursts()).hasSize(1);
        assertThat(host.bursts().get(0).start().yearKnown()).isFalse();
        assertThat(host.bursts().get(0).end().secondsSince(host.bursts().get(0).start()))
                .isEqualTo(30.0);
    }

    @Test
    void aProgramThatQuotesTheKernelSaysNothing() {
        HostReport host = Analysis.host("""
                Oct 28 21:58:48 web myapp[12]: TCP: too many orphaned sockets
                Oct 28 21:58:48 web grep: found "TCP: too many orphaned sockets" in log
                """);
        assertThat(host.totals()).isEmpty();
    }

    @Test
    void anOomKillWithAllItsLinesIsOne() {
        HostReport host = Analysis.host("""
                [ 10.000000] java invoked oom-killer: gfp_mask=0x100cca(GFP_HIGHUSER_MOVABLE), order=0, oom_score_adj=0
                [ 10.000100] oom-kill:constraint=CONSTRAINT_NONE,nodemask=(null),cpuset=/,mems_allowed=0,global_oom,task_memcg=/,task=java,pid=77,uid=0
                [ 10.000200] Out of memory: Killed process 77 (java) total-vm:1kB, anon-rss:1kB, file-rss:0kB, shmem-rss:0kB
                [ 10.900000] java invoked oom-killer: gfp_mask=0x100cca(GFP_HIGHUSER_MOVABLE), order=0, oom_score_adj=0
                [ 10.900200] Out of memory: Killed process 78 (java) total-vm:1kB, anon-rss:1kB, file-rss:0kB, shmem-rss:0kB
                """);
        assertThat(Analysis.total(host, Signal.MEMORY_OOM_KILL).printed()).isEqualTo(2);
        assertThat(host.bursts()).isEmpty();
    }
}

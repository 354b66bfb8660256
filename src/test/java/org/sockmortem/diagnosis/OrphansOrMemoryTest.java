package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockmortem.event.Signal;

class OrphansOrMemoryTest {
    private static final String LIMIT = "net.ipv4.tcp_max_orphans";
    private static final String MEMORY = "net.ipv4.tcp_mem";
    private static final String ORPHANS_GAUGE = "sockstat.TCP.orphan";
    private static final String MEMORY_GAUGE = "sockstat.TCP.mem";

    @Test
    void aGaugeWithoutItsLimitIsToldAndDecidesNothing() {
        Finding finding = Cases.with(Signal.TCP_ORPHANS_OR_MEMORY)
                .sysctl("sockstat.TCP.orphan", 0)
                .sysctl("sockstat.TCP.mem", 2)
                .finding("orphans-or-memory");
        assertThat(finding.verdict()).isEqualTo(Verdict.POSSIBLE);
        assertThat(Texts.because(finding))
                .anyMatch(t -> t.startsWith("The capture shows 0 orphans"))
                .anyMatch(t -> t.startsWith("The capture shows 2 pages (8 KiB) in use by TCP"));
        assertThat(Texts.missing(finding)).anyMatch(t -> t.startsWith("When the values were captured"));
    }

    @Test
    void newWordingsAreNotAmbiguous() {
        assertThat(Cases.with(Signal.TCP_ORPHANS, Signal.TCP_MEMORY).causes()).doesNotContain("orphans-or-memory");
    }

    @ParameterizedTest
    @EnumSource(names = {"TCP_ORPHANS_OR_MEMORY", "TCP_SOCKET_MEMORY"})
    void withoutStateBothCausesArePossible(Signal signal) {
        Finding finding = Cases.with(signal).finding("orphans-or-memory");
        assertThat(finding.verdict()).isEqualTo(Verdict.POSSIBLE);
        assertThat(finding.sysctls()).containsExactly(LIMIT, MEMORY);
        assertThat(Texts.settings(finding)).isEmpty();
        assertThat(Texts.missing(finding)).anyMatch(t -> t.contains("/proc/net/sockstat"));
    }

    @Test
    void gaugesDecideForOrphans() {
        Cases cases = Cases.with(Signal.TCP_SOCKET_MEMORY)
                .sysctl(LIMIT, 65536)
                .sysctl(MEMORY, "31770 42360 63540")
                .sysctl(ORPHANS_GAUGE, 65738)
                .sysctl(MEMORY_GAUGE, 22016);
        assertThat(cases.causes()).contains("orphan-limit-reached").doesNotContain("orphans-or-memory");
        assertThat(cases.finding("orphan-limit-reached").verdict()).isEqualTo(Verdict.LIKELY);
    }

    @Test
    void gaugesDecideForMemory() {
        Cases cases = Cases.with(Signal.TCP_ORPHANS_OR_MEMORY)
                .sysctl(LIMIT, 8192)
                .sysctl(MEMORY, "4096 5120 6144")
                .sysctl(ORPHANS_GAUGE, 124)
                .sysctl(MEMORY_GAUGE, 6146);
        assertThat(cases.finding("tcp-memory-limit-reached").verdict()).isEqualTo(Verdict.LIKELY);
    }

    @Test
    void theTimerNeedsAQuarterOfTheOrphansAndCloseAllOfThem() {
        assertThat(gauged(Signal.TCP_SOCKET_MEMORY, 251, 10).causes()).contains("orphan-limit-reached");
        assertThat(gauged(Signal.TCP_SOCKET_MEMORY, 250, 10).causes()).contains("orphans-or-memory");
        assertThat(gauged(Signal.TCP_ORPHANS_OR_MEMORY, 1001, 10).causes()).contains("orphan-limit-reached");
        assertThat(gauged(Signal.TCP_ORPHANS_OR_MEMORY, 1000, 10).causes()).contains("orphans-or-memory");
    }

    @Test
    void memoryAtItsLimitDecidesNothingAndAboveItDoes() {
        assertThat(gauged(Signal.TCP_ORPHANS_OR_MEMORY, 5, 3000).causes()).contains("orphans-or-memory");
        assertThat(gauged(Signal.TCP_ORPHANS_OR_MEMORY, 5, 3001).causes()).contains("tcp-memory-limit-reached");
    }

    @Test
    void bothLimitsExceededStaysUndecided() {
        Finding finding = gauged(Signal.TCP_ORPHANS_OR_MEMORY, 1001, 3001).finding("orphans-or-memory");
        assertThat(Texts.because(finding)).anyMatch(t -> t.contains("both limits exceeded"));
    }

    @Test
    void theSizeOfTheSettingMakesOneLikelier() {
        // A machine of 4 GiB has 1048576 pages.
        assertThat(sized(524287).causes()).contains("orphans-or-memory");
        assertThat(sized(524288).causes()).contains("orphan-limit-reached");
        assertThat(sized(149796).causes()).contains("tcp-memory-limit-reached");
        assertThat(sized(149797).causes()).contains("orphans-or-memory");
    }

    private static Cases gauged(Signal signal, long orphans, long pages) {
        return Cases.with(signal)
                .sysctl(LIMIT, 1000)
                .sysctl(MEMORY, "1000 2000 3000")
                .sysctl(ORPHANS_GAUGE, orphans)
                .sysctl(MEMORY_GAUGE, pages);
    }

    private static Cases sized(long high) {
        return Cases.with(Signal.TCP_SOCKET_MEMORY)
                .sysctl(MEMORY, "1 2 " + high)
                .memory(4L << 30);
    }

    @Test
    void memoryThatNeverWasUnderPressureLeavesOrphans() {
        assertThat(counted(0, 0).causes()).contains("orphans-or-memory");
        assertThat(counted(1, 1).causes()).contains("orphans-or-memory");
        assertThat(Cases.with(Signal.TCP_SOCKET_MEMORY)
                        .sysctl("netstat.TcpExt.TCPAbortOnMemory", 1)
                        .causes())
                .contains("orphans-or-memory");
        Finding finding = counted(1, 0).finding("orphan-limit-reached");
        assertThat(finding.verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(Texts.because(finding)).anyMatch(t -> t.contains("unless the burst was in another boot"));
    }

    @Test
    void whatWasMeasuredOutweighsTheCounters() {
        Cases cases = counted(1, 0).sysctl(MEMORY, "1 2 3").sysctl(MEMORY_GAUGE, 4);
        assertThat(cases.causes()).contains("orphans-or-memory");
    }

    private static Cases counted(long aborted, long pressures) {
        return Cases.with(Signal.TCP_SOCKET_MEMORY)
                .sysctl("netstat.TcpExt.TCPAbortOnMemory", aborted)
                .sysctl("netstat.TcpExt.TCPMemoryPressures", pressures);
    }

    @Test
    void theDefaultOf2618IsNobodysMistake() {
        // 1.5 GiB of 32 GiB, which 2.6.18 chooses by itself; in 2.6.32 somebody must have set it.
        Cases older = Cases.with(Signal.TCP_SOCKET_MEMORY)
                .kernel("2.6.18-410.el5")
                .memory(32L << 30)
                .sysctl("net.ipv4.tcp_mem", "196608 262144 393216");
        assertThat(older.causes()).contains("orphans-or-memory");
        Cases unnamed = Cases.with(Signal.TCP_SOCKET_MEMORY)
                .memory(32L << 30)
                .sysctl("net.ipv4.tcp_mem", "196608 262144 393216");
        assertThat(unnamed.causes()).contains("orphans-or-memory");
        Cases newer = Cases.with(Signal.TCP_SOCKET_MEMORY)
                .kernel("2.6.32-642.el6")
                .memory(32L << 30)
                .sysctl("net.ipv4.tcp_mem", "196608 262144 393216");
        assertThat(newer.causes()).contains("tcp-memory-limit-reached");
    }

    @Test
    void beforeLinux2632TheHashTableDecidesNoDefault() {
        Cases older = Cases.with(Signal.TCP_ORPHANS_OR_MEMORY)
                .kernel("2.6.18-410.el5")
                .hash(524_288)
                .sysctl("net.ipv4.tcp_max_orphans", 65536);
        assertThat(older.causes()).doesNotContain("orphan-limit-lowered");
        Cases newer = Cases.with(Signal.TCP_ORPHANS_OR_MEMORY)
                .kernel("2.6.32-642.el6")
                .hash(524_288)
                .sysctl("net.ipv4.tcp_max_orphans", 65536);
        assertThat(newer.causes()).contains("orphan-limit-lowered");
    }
}

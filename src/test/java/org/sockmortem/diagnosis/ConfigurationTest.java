package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sockmortem.event.Signal;

/** What a file would set beside what the kernel had. */
class ConfigurationTest {
    private static final String LIMIT = "net.ipv4.tcp_max_orphans";
    private static final String CAUSE = "orphan-limit-reached";

    @Test
    void onlyOneOfTheTwoIsNoComparison() {
        assertThat(Texts.because(
                        Cases.with(Signal.TCP_ORPHANS).sysctl(LIMIT, 4096).finding(CAUSE)))
                .noneMatch(t -> t.contains("the kernel had"));
        assertThat(Texts.because(Cases.with(Signal.TCP_ORPHANS)
                        .configured(LIMIT, 4096, "etc/sysctl.d/10-proxy.conf")
                        .finding(CAUSE)))
                .noneMatch(t -> t.contains("the kernel had"));
    }

    @Test
    void aFileThatIsInForceIsNamed() {
        Finding finding = Cases.with(Signal.TCP_ORPHANS)
                .configured(LIMIT, 4096, "etc/sysctl.d/10-proxy.conf")
                .sysctl(LIMIT, 4096)
                .finding(CAUSE);
        assertThat(Texts.because(finding))
                .contains(
                        "etc/sysctl.d/10-proxy.conf:1 sets net.ipv4.tcp_max_orphans to 4096, and that is what the kernel had "
                                + "(sysctl_-a:2).");
    }

    @Test
    void aFileThatIsNotInForceIsNamedWithBothValues() {
        Finding finding = Cases.with(Signal.TCP_ORPHANS)
                .configured(LIMIT, 4096, "etc/sysctl.d/10-proxy.conf")
                .configured(LIMIT, 1024, "usr/lib/sysctl.d/05-first.conf")
                .sysctl(LIMIT, 65536)
                .finding(CAUSE);
        assertThat(Texts.because(finding))
                .anyMatch(t ->
                        t.startsWith("etc/sysctl.d/10-proxy.conf:1 would set net.ipv4.tcp_max_orphans to 4096, but the "
                                + "kernel had 65536 (sysctl_-a:3)"))
                .anyMatch(t -> t.contains(
                        "overridden by etc/sysctl.d/10-proxy.conf:1: usr/lib/sysctl.d/05-first.conf:2 (1024)"));
    }

    @Test
    void vectorsAreComparedToo() {
        Finding finding = Cases.with(Signal.TCP_MEMORY)
                .configured("net.ipv4.tcp_mem", "1 2 3", "etc/sysctl.conf")
                .sysctl("net.ipv4.tcp_mem", "10000 20000 30000")
                .finding("tcp-memory-limit-reached");
        assertThat(Texts.because(finding)).anyMatch(t -> t.contains("to 1 2 3, but the kernel had 10000 20000 30000"));
    }
}

package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sockmortem.diagnosis.Remedy.Kind;
import org.sockmortem.event.Signal;

/** A limit that is one for all namespaces is spoken of where there are containers, and only there. */
class ContainersTest {
    private static boolean areSeen(Cases cases) {
        Finding finding = cases.finding("orphan-limit-reached");
        boolean said = Texts.because(finding).stream().anyMatch(t -> t.contains("all network namespaces"));
        assertThat(finding.actions().get(0).text()).doesNotContain("nsenter");
        assertThat(Texts.actions(finding, Kind.COLLECT).stream().anyMatch(t -> t.contains("nsenter")))
                .isEqualTo(said);
        return said;
    }

    @Test
    void withoutASignNothingIsSaid() {
        assertThat(areSeen(Cases.with(Signal.TCP_ORPHANS))).isFalse();
        assertThat(areSeen(Cases.with(Signal.TCP_ORPHANS).sysctl("links.container", 0)))
                .isFalse();
        assertThat(areSeen(Cases.with(Signal.TCP_ORPHANS).sysctl("net.ipv4.conf.eth0.forwarding", 1)))
                .isFalse();
        assertThat(areSeen(
                        Cases.with(Signal.TCP_ORPHANS).context(Signal.MEMORY_OOM_KILL, 5, "java invoked oom-killer")))
                .isFalse();
    }

    @Test
    void interfacesOrAnEngineAreSigns() {
        assertThat(areSeen(Cases.with(Signal.TCP_ORPHANS).sysctl("links.container", 1)))
                .isTrue();
        assertThat(areSeen(Cases.with(Signal.TCP_ORPHANS).sysctl("net.ipv4.conf.veth0a1b2c3.forwarding", 1)))
                .isTrue();
        assertThat(areSeen(Cases.with(Signal.TCP_ORPHANS)
                        .context(Signal.MEMORY_OOM_KILL, 5, "kubelet invoked oom-killer: order=0")))
                .isTrue();
    }
}

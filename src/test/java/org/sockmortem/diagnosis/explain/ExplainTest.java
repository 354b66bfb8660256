package org.sockmortem.diagnosis.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmortem.diagnosis.RuleBook;
import org.sockmortem.diagnosis.catalogue.Catalogue;
import org.sockmortem.event.KernelRelease;
import org.sockmortem.event.Signal;

class ExplainTest {
    static Stream<String> names() {
        return Explain.topics().stream().map(Topic::name);
    }

    @Test
    void everySignalCauseAndSysctlIsExplained() {
        assertThat(names())
                .containsAll(Arrays.stream(Signal.values()).map(Signal::id).toList());
        assertThat(names()).containsAll(RuleBook.causes());
        assertThat(names())
                .containsAll(Catalogue.all().stream().map(s -> s.name()).toList());
        assertThat(names()).contains("orphan").doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("names")
    void noSectionIsWithoutASourceAndNoReferenceLeadsNowhere(String name) {
        Page page = Explain.page(name, null, null).orElseThrow();
        assertThat(page.topic().title()).isNotBlank();
        assertThat(page.sections()).isNotEmpty().allSatisfy(s -> {
            assertThat(s.text()).isNotBlank().doesNotContain("  ");
            assertThat(s.sources()).as(s.text()).isNotEmpty();
        });
        assertThat(page.sources()).doesNotHaveDuplicates();
        assertThat(page.see())
                .allSatisfy(s -> assertThat(Explain.page(s, null, null)).as(s).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp_mem",
                "NET.IPV4.TCP_MEM",
                "/proc/sys/net/ipv4/tcp_mem",
                "net/ipv4/tcp_mem",
                " net.ipv4.tcp_mem "
            })
    void aSysctlHasManyNames(String name) {
        assertThat(Explain.page(name, null, null).orElseThrow().topic().name()).isEqualTo("net.ipv4.tcp_mem");
    }

    @Test
    void whatIsUnknownHasNoPage() {
        assertThat(Explain.page("", null, null)).isEmpty();
        assertThat(Explain.page("tcp_nothing", null, null)).isEmpty();
    }

    @Test
    void theDefaultOfAMachineIsComputed() {
        Page page = Explain.page("tcp_max_orphans", KernelRelease.parse("6.1.0"), 16L << 30)
                .orElseThrow();
        assertThat(page.sections()).anyMatch(s -> s.text().equals("65536 (sockets) on 6.1.0 with 16 GiB."));
        Page gone = Explain.page("tcp_tw_recycle", KernelRelease.parse("6.1.0"), null)
                .orElseThrow();
        assertThat(gone.sections()).anyMatch(s -> s.text().contains("not among them"));
    }

    @Test
    void anOrphanIsNotInTimeWait() {
        Page page = Explain.page("orphan", null, null).orElseThrow();
        assertThat(page.sections()).anyMatch(s -> s.text().contains("FIN_WAIT1, LAST_ACK and CLOSING"));
        assertThat(page.sections())
                .anyMatch(s -> s.text().contains("TIME_WAIT") && s.text().contains("no orphans"));
    }
}

package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmortem.event.Signal;

class SnippetTest {
    @Test
    void whereNothingIsAdvisedThereIsNone() {
        assertThat(Snippet.of(Cases.with(Signal.TCP_ORPHANS).findings()).isEmpty())
                .isTrue();
        assertThat(Snippet.of(Cases.quiet().findings()).text()).isEmpty();
    }

    @Test
    void allSettingsOfAHostStandTogetherWithTheirReasons() {
        Snippet snippet = Snippet.of(Cases.with(Signal.TCP_ORPHANS, Signal.NEIGHBOUR_OVERFLOW)
                .hash(131072)
                .sysctl("net.ipv4.tcp_max_orphans", 65536)
                .sysctl("net.ipv4.tcp_orphan_retries", 5)
                .sysctl("net.ipv4.neigh.default.gc_thresh3", 1024)
                .memory(64L << 30)
                .findings());
        assertThat(snippet.text()).isEqualTo("""
                        # h/finding-1: Raise net.ipv4.tcp_max_orphans from 65536 to 131072, if so many closing connections are legitimate.
                        net.ipv4.tcp_max_orphans = 131072

                        # h/finding-2: Raise net.ipv4.neigh.default.gc_thresh3 from 1024 to 2048.
                        net.ipv4.neigh.default.gc_thresh3 = 2048
                        net.ipv4.neigh.default.gc_thresh2 = 1024
                        net.ipv4.neigh.default.gc_thresh1 = 256
                        """);
    }

    @Test
    void oneSysctlIsSetOnceByTheForemostFinding() {
        Snippet snippet = Snippet.of(Cases.with(Signal.TCP_ORPHANS)
                .hash(131072)
                .sysctl("net.ipv4.tcp_max_orphans", 4096)
                .memory(64L << 30)
                .findings());
        assertThat(snippet.lines()).extracting(Snippet.Line::sysctl).containsOnlyOnce("net.ipv4.tcp_max_orphans");
        assertThat(snippet.lines().get(0).finding()).isEqualTo("h/finding-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Double it. It costs nothing. | Double it.",
                "Read the limit: sysctl net.x. If so, double it. | Read the limit: sysctl net.x.",
                "Watch the next one. Each second: date; grep x. | Watch the next one.",
                "Set net.ipv4.tcp_x = 1.5 or more | Set net.ipv4.tcp_x = 1.5 or more."
            })
    void theShortFormIsTheFirstSentence(String text, String brief) {
        assertThat(new Remedy(Remedy.Kind.COLLECT, text, Map.of()).brief()).isEqualTo(brief);
    }
}

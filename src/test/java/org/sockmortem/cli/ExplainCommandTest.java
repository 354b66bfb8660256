package org.sockmortem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmortem.event.Signal;

class ExplainCommandTest {
    private static Invocation.Result explain(String... words) {
        String[] args = new String[words.length + 1];
        args[0] = "explain";
        System.arraycopy(words, 0, args, 1, words.length);
        return Invocation.run(args);
    }

    private static String topic(String... words) {
        String[] withFormat = Arrays.copyOf(words, words.length + 1);
        withFormat[words.length] = "--format=json";
        return explain(withFormat).json().get("name").asString();
    }

    @Test
    void withoutANameItListsWhatCanBeAskedFor() {
        Invocation.Result result = explain();
        assertThat(result.exit()).isEqualTo(ExitStatus.DONE);
        assertThat(result.out())
                .contains("tcp.orphans", "orphan-limit-reached", "orphan ", "net.ipv4.tcp_max_orphans", "boot ");
        assertThat(Arrays.stream(Signal.values()).map(Signal::id))
                .allSatisfy(id -> assertThat(result.out()).contains(id));
        assertThat(explain("--format", "json").json().at("/topics/0/kind").asString())
                .isEqualTo("signal");
        assertThat(explain("--format", "markdown").out()).contains("### Signals");
    }

    @ParameterizedTest
    @CsvSource({
        "tcp.orphans,                tcp.orphans",
        "TCP.Orphans,                tcp.orphans",
        "orphan,                     orphan",
        "mass-close,                 mass-close",
        "tcp_mem,                    net.ipv4.tcp_mem",
        "/proc/sys/net/ipv4/tcp_mem, net.ipv4.tcp_mem"
    })
    void aNameIsItsPage(String name, String topic) {
        assertThat(topic(name)).isEqualTo(topic);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TCP: too many orphaned sockets | tcp.orphans",
                "[63286.239125] TCP: too many orphaned sockets | tcp.orphans",
                "Oct 28 21:58:48 web kernel: TCP: out of memory -- consider tuning tcp_mem | tcp.memory",
                "TCP: too many of orphaned sockets | tcp.orphans-or-memory",
                "Out of socket memory | tcp.socket-memory",
                "Oct 28 21:58:48 web kernel: net_ratelimit: 56 callbacks suppressed | suppressed",
                "Oct 28 21:58:48 web last message repeated 3 times | repeated",
                "TCP established hash table entries: 131072 (order: 8, 1048576 bytes, linear) | hash-table",
                "[ 1.0] Linux version 6.1.0-50-cloud-amd64 (a@b) (gcc) #1 SMP | boot",
                "sysctl -w net.ipv4.tcp_max_orphans=262144 | net.ipv4.tcp_max_orphans",
                "net.ipv4.tcp_mem = 1 2 3 | net.ipv4.tcp_mem"
            })
    void aPastedLineIsExplainedQuotedOrNot(String line, String topic) {
        assertThat(topic(line)).isEqualTo(topic);
        assertThat(topic(line.split(" ", -1))).isEqualTo(topic);
    }

    @Test
    void aNoteSaysWhatItCountsAndWhenThatWas() {
        Invocation.Result result = explain("[63665.151037]", "net_ratelimit:", "50", "callbacks", "suppressed");
        assertThat(result.exit()).isEqualTo(ExitStatus.DONE);
        assertThat(result.out().replaceAll("\\s+", " "))
                .contains("50 calls that wanted to print something were refused")
                .contains("Not at the time of this line.")
                .contains("a range from 0 to 50");
        assertThat(explain("__ratelimit: 7 callbacks suppressed").out()).contains("every limiter of the kernel");
        assertThat(explain("warn_alloc: 1 callbacks suppressed").out())
                .contains("one call that wanted")
                .contains("limiter of its own");
        assertThat(explain("printk: 7 messages suppressed.").out())
                .contains("share one bucket")
                .doesNotContain("6.15");
    }

    @Test
    void theKernelAndTheMemoryGiveTheDefault() {
        Invocation.Result result = explain("tcp_max_orphans", "--kernel", "6.1.0", "--memory", "16GiB");
        assertThat(result.out()).contains("65536 (sockets) on 6.1.0 with 16 GiB.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown", "json"})
    void everyFormatHasItsSources(String format) {
        assertThat(explain("tcp.orphans", "--format", format).out().replace("\\_", "_"))
                .contains("tcp_check_oom(), net/ipv4/tcp.c");
    }

    @ParameterizedTest
    @CsvSource({
        "tcp.orphan,           tcp.orphans",
        "tcp_max_orphan,       net.ipv4.tcp_max_orphans",
        "orphan-limit-reachd,  orphan-limit-reached",
        "orhpan,               orphan",
        "somaxcon,             net.core.somaxconn"
    })
    void anUnknownNameGetsASuggestion(String typed, String meant) {
        Invocation.Result result = explain(typed);
        assertThat(result.exit()).isEqualTo(ExitStatus.USAGE);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .contains("nothing is known as '" + typed + "'")
                .containsPattern("Did you mean: .*" + meant);
    }

    @Test
    void whatIsLikeNothingGetsNone() {
        Invocation.Result result = explain("\u001b[31mzzzzzzzzzz\u202e");
        assertThat(result.exit()).isEqualTo(ExitStatus.USAGE);
        assertThat(result.err()).doesNotContain("Did you mean", "\u001b", "\u202e");
        assertThat(explain("--kernle", "6.1").err()).contains("no option or log line: '--kernle 6.1'");
        assertThat(explain("tcp_mem", "--format", "xml").exit()).isEqualTo(ExitStatus.USAGE);
    }
}

package org.sockmortem.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.SignalTotal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Logs of real kernels beside the kernels' own counters: what the report says is what the kernel did. */
class KernelCapturesTest {
    private static final Path CAPTURES = Path.of("src/test/resources/org/sockmortem/lab");

    private record Load(double from, double to, long killed) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orphans-cost2-burst4-6.1",
                "orphans-cost8-burst3-6.12",
                "cost1-burst20-6.1",
                "orphans-and-memory-6.1"
            })
    void totalsAreThoseOfTheLog(String capture) {
        JsonNode truth = truth(capture);
        HostReport host = analyse(capture);
        for (var signal : truth.get("printed").properties()) {
            SignalTotal total =
                    Analysis.total(host, Signal.ofId(signal.getKey()).orElseThrow());
            assertThat(total.printed()).isEqualTo(signal.getValue().asLong());
        }
        long likely =
                host.totals().stream().mapToLong(t -> t.suppressed().likely()).sum();
        assertThat(likely + host.unattributed())
                .isEqualTo(truth.get("suppressedTotal").asLong());
    }

    @ParameterizedTest
    @ValueSource(strings = {"orphans-cost2-burst4-6.1", "orphans-cost8-burst3-6.12", "cost1-burst20-6.1"})
    void everyLoadIsABurstAndItsEventsAreThoseThatTheKernelCounted(String capture) {
        List<Burst> bursts = analyse(capture).bursts();
        List<Load> loads = loads(truth(capture));
        assertThat(bursts).hasSameSizeAs(loads);
        for (int i = 0; i < loads.size(); i++) {
            Burst burst = bursts.get(i);
            Load load = loads.get(i);
            assertThat(seconds(burst.start().uptimeMicros())).isBetween(load.from - .1, load.to);
            if (burst.tailUnknown()) {
                assertThat(i).isEqualTo(loads.size() - 1);
                assertThat(burst.likelyEvents()).isLessThanOrEqualTo(load.killed);
            } else {
                assertThat(burst.likelyEvents()).isEqualTo(load.killed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "orphans-and-memory-6.1")
    void theTruthLiesWithinTheRanges(String capture) {
        HostReport host = analyse(capture);
        for (var signal : truth(capture).get("true").properties()) {
            SignalTotal total =
                    Analysis.total(host, Signal.ofId(signal.getKey()).orElseThrow());
            assertThat(signal.getValue().asLong())
                    .isBetween(
                            total.printed() + total.suppressed().min(),
                            total.printed() + total.suppressed().max());
        }
    }

    private static double seconds(@org.jspecify.annotations.Nullable Long micros) {
        return micros == null ? Double.NaN : micros / 1e6;
    }

    private static HostReport analyse(String capture) {
        return Analysis.only(Analysis.of(List.of(CAPTURES.resolve(capture).toString()), Analysis.options(3_000_000)));
    }

    private static JsonNode truth(String capture) {
        return JsonMapper.shared()
                .readTree(CAPTURES.resolve(capture).resolve("truth.json").toFile());
    }

    /** The kernel's counter of killed sockets from before one load to before the next. */
    private static List<Load> loads(JsonNode truth) {
        List<Load> loads = new ArrayList<>();
        JsonNode counters = truth.get("counters");
        for (int i = 0; i < counters.size(); i += 2) {
            JsonNode before = counters.get(i);
            JsonNode end = counters.get(Math.min(i + 2, counters.size() - 1));
            long killed = killed(end) - killed(before);
            if (killed > 0) {
                loads.add(new Load(
                        before.get("uptime").asDouble(), end.get("uptime").asDouble(), killed));
            }
        }
        return loads;
    }

    private static long killed(JsonNode counters) {
        JsonNode value = counters.get("TCPAbortOnMemory");
        return value == null ? 0 : value.asLong();
    }
}

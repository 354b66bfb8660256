package org.sockmortem.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.event.Signal;
import org.sockmortem.event.Wording;
import org.sockmortem.parse.Stamp;
import org.sockmortem.source.SourceRef;

/** What a first reading passes over is found again where somebody asks for it. */
class FingerprintTest {
    private static final int LIMIT = 1 << 12;
    private static final Told NOTHING = new Told(null, null, null, null);

    /** Floods of one moment with whatever may come in between, some of them on lines that say the same. */
    private static Tape tape(int seed, int events) {
        Random random = new Random(seed);
        Tape tape = new Tape("log");
        long line = 1;
        long uptime = 1_000_000;
        @Nullable String caller = null;
        for (int i = 0; i < events; i++) {
            uptime += random.nextInt(60) == 0 ? random.nextInt(90_000_000) : 0;
            if (random.nextInt(4_000) == 0) {
                uptime = 1_000_000;
            }
            if (random.nextInt(200) == 0) {
                caller = random.nextBoolean() ? "T" + random.nextInt(3) : null;
            }
            KernelEvent event = switch (random.nextInt(12)) {
                case 0, 1 -> new KernelEvent.SuppressionNote("net_ratelimit", random.nextInt(50));
                case 2 -> new KernelEvent.SignalLine(Wording.SYN_FLOOD_EACH_CALL, "" + random.nextInt(9));
                case 3 ->
                    random.nextInt(50) == 0
                            ? new KernelEvent.ContextLine(Signal.MEMORY_OOM_KILL, 1, "java")
                            : new KernelEvent.SignalLine(Wording.ORPHANS, null);
                case 4 -> new KernelEvent.OtherLimited("martian source");
                default -> new KernelEvent.SignalLine(Wording.ORPHANS, null);
            };
            int times = random.nextInt(20) == 0 ? 1 + random.nextInt(100) : 1;
            String path = random.nextInt(500) == 0 ? "another" : "log";
            tape.add(
                    new TapedEvent(event, event.toString(), new Stamp(null, uptime, caller), new SourceRef(path, line)),
                    times);
            line += times;
        }
        return tape;
    }

    private static Log log(Tape tape) {
        return new Log(tape, "log", tape.firstStamp(), Stamp.NONE, null, null, Log.Clock.OWN, Log.Kept.USUAL);
    }

    /** The events of each segment, one by one. */
    private static List<List<Sight>> all(Log log) {
        ChainPlayer player = new ChainPlayer(NOTHING.clock(), null);
        player.load(log);
        List<List<Sight>> segments = new ArrayList<>();
        for (Placed placed = player.next(); placed != null; placed = player.next()) {
            if (placed.segment() == segments.size()) {
                segments.add(new ArrayList<>());
            }
            segments.get(placed.segment())
                    .add(new Sight(placed.at().axisMicros(), placed.taped().event()));
        }
        return segments;
    }

    private static List<Sight> bounded(List<Sight> all) {
        List<Sight> sights = new ArrayList<>(all.subList(0, Math.min(LIMIT, all.size())));
        sights.addAll(all.subList(Math.max(sights.size(), all.size() - LIMIT), all.size()));
        return sights;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void itHoldsTheFirstThousandsAndTheLast(int seed) {
        Log log = log(tape(seed, seed * 10_000));
        List<Segment> segments = Chain.of(List.of(log), NOTHING).get(0).segments();
        List<List<Sight>> expected =
                all(log).stream().map(FingerprintTest::bounded).toList();
        assertThat(segments).extracting(s -> s.fingerprint().sights()).isEqualTo(expected);
        // and once more
        assertThat(segments).extracting(s -> s.fingerprint().sights()).isEqualTo(expected);
        assertThat(expected).anyMatch(s -> s.size() == 2 * LIMIT);
    }

    @Test
    void aFloodWithoutAnyTimeIsPassedOver() {
        Tape tape = new Tape("log");
        for (int i = 0; i < 3 * LIMIT; i++) {
            KernelEvent event = new KernelEvent.SuppressionNote("net_ratelimit", i);
            tape.add(new TapedEvent(event, "net_ratelimit: " + i, Stamp.NONE, new SourceRef("log", i + 1L)));
        }
        Log log = log(tape);
        ChainPlayer player = new ChainPlayer(NOTHING.clock(), null);
        player.load(log);
        assertThat(player.next()).isNotNull();
        Passed passed = Objects.requireNonNull(player.passOver());
        assertThat(passed.events()).isEqualTo(LIMIT);
        List<KernelEvent> read = new ArrayList<>();
        passed.read((event, times) -> read.add(event));
        assertThat(read).hasSize(LIMIT).startsWith(new KernelEvent.SuppressionNote("net_ratelimit", 1));
        Placed next = Objects.requireNonNull(player.next());
        assertThat(next.taped().ref().line()).isEqualTo(LIMIT + 2);
        assertThat(Chain.of(List.of(log), NOTHING).get(0).segments())
                .singleElement()
                .satisfies(s -> assertThat(s.fingerprint().sights()).isEqualTo(bounded(all(log).get(0))));
    }
}

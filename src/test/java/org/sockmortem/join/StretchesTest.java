package org.sockmortem.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.parse.Stamp;
import org.sockmortem.parse.WallStamp;
import org.sockmortem.source.SourceRef;

class StretchesTest {
    @Test
    void aReaderFindsEachAndNothingElse() {
        Stretches stretches = new Stretches();
        stretches.wrote(false, 10, 1, 1);
        stretches.wrote(true, 20, 7, 8); // too few to be noted
        stretches.wrote(false, 30, 1, 9);
        stretches.wrote(true, 40, 300, 309);
        stretches.wrote(true, 50, 1, 310);
        stretches.wrote(false, 1_000_000, 1, 5);
        stretches.wrote(true, 1_000_007, 8, -3);

        Stretches.Reader reader = stretches.reader();
        assertThat(reader.isAt(10)).isFalse();
        assertThat(reader.isAt(30)).isTrue();
        assertThat(List.of(reader.bytes(), reader.events(), reader.lines())).containsExactly(20L, 301L, 301L);
        Stretches.Reader other = reader.fork();
        assertThat(reader.isAt(31)).isFalse();
        assertThat(reader.isAt(1_000_000)).isTrue();
        assertThat(List.of(reader.bytes(), reader.events(), reader.lines())).containsExactly(7L, 8L, -8L);
        assertThat(reader.isAt(2_000_000)).isFalse();
        assertThat(other.isAt(30)).isTrue();
        assertThat(other.events()).isEqualTo(301);
        assertThat(new Stretches().reader().isAt(0)).isFalse();
    }

    @Test
    void whatIsNotedIsPassedOverAtOnce() {
        Tape tape = new Tape("log");
        for (int i = 0; i < 20_000; i++) {
            tape.add(event(Stamp.NONE, i));
        }
        TapeCursor cursor = tape.cursor();
        cursor.next();
        assertThat(Objects.requireNonNull(cursor.passOver()).events()).isEqualTo(4_096);
        cursor.next();
        // the rest of a stretch one by one, and then a whole one
        assertThat(Objects.requireNonNull(cursor.passOver()).events()).isEqualTo(4_095 + 4_096);
        assertThat(Objects.requireNonNull(cursor.next()).ref().line()).isEqualTo(1 + 3 * 4_096);
    }

    @Test
    void aTapeGoesOnBehindWhatWasRead() {
        for (int first : new int[] {1, 7, 8, 9, 40}) {
            Tape tape = new Tape("log");
            for (int i = 0; i < first; i++) {
                tape.add(event(Stamp.NONE, i));
            }
            TapeCursor early = tape.cursor();
            for (int i = first; i < 100; i++) {
                tape.add(event(Stamp.NONE, i));
            }
            TapeCursor late = tape.cursor();
            assertThat(early.next()).isEqualTo(late.next());
            Passed some = early.passOver();
            assertThat(some == null ? 0 : some.events()).isEqualTo(first - 1);
            assertThat(early.next()).isNull();
            assertThat(Objects.requireNonNull(late.passOver()).events()).isEqualTo(99);
            assertThat(late.next()).isNull();
        }
    }

    private static TapedEvent event(Stamp stamp, long line) {
        return new TapedEvent(
                new KernelEvent.SuppressionNote("net_ratelimit", line),
                "net_ratelimit: " + line,
                stamp,
                new SourceRef("log", line));
    }

    /** A flood with clocks and callers, in one order and the other; each moment's events, as many as there may be. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsPassedOverIsWhatIsRead(int seed) {
        Random random = new Random(seed);
        boolean backwards = seed % 2 == 0;
        int most = List.of(3, 40, 700, 30_000).get(seed / 2 % 4);
        Tape tape = new Tape("log");
        List<TapedEvent> written = new ArrayList<>();
        Stamp stamp = Stamp.NONE;
        while (written.size() < 60_000) {
            stamp = next(stamp, random);
            for (int left = 1 + random.nextInt(most); left > 0; left--) {
                long line = 1_000_000L + (backwards ? -written.size() : written.size());
                int times = backwards || random.nextInt(4) > 0 ? 1 : 1 + random.nextInt(20);
                TapedEvent event = event(stamp, line, random);
                tape.add(event, times);
                for (int i = 0; i < times; i++) {
                    written.add(new TapedEvent(
                            event.event(),
                            event.text(),
                            stamp,
                            new SourceRef(event.ref().path(), line + i)));
                }
            }
        }

        TapeCursor cursor = tape.cursor();
        int at = 0;
        long passedOver = 0;
        for (TapedEvent event = cursor.next(); event != null; event = cursor.next()) {
            assertThat(event).isEqualTo(written.get(at++));
            Passed passed = Shape.isPlain(event.event()) && random.nextInt(5) > 0 ? cursor.passOver() : null;
            if (passed != null) {
                passedOver += passed.events();
                List<KernelEvent> read = new ArrayList<>();
                passed.read((what, times) -> read.addAll(Collections.nCopies((int) times, what)));
                List<TapedEvent> expected = written.subList(at, at + (int) passed.events());
                assertThat(read)
                        .isEqualTo(expected.stream().map(TapedEvent::event).toList());
                Stamp same = event.stamp();
                assertThat(expected).allMatch(e -> e.stamp().equals(same) && Shape.isPlain(e.event()));
                at += (int) passed.events();
            }
        }
        assertThat(at).isEqualTo(written.size());
        assertThat(passedOver).isGreaterThan(10_000);
    }

    private static Stamp next(Stamp before, Random random) {
        WallStamp wall = before.wall();
        int second = (wall == null ? 0 : wall.secondOfDay()) + random.nextInt(2);
        @Nullable String caller = random.nextInt(3) > 0 ? before.caller() : "T" + random.nextInt(3);
        long uptime = random.nextInt(3) > 0 ? before.uptimeMicros() : random.nextInt(9);
        return new Stamp(
                random.nextInt(9) == 0 ? null : new WallStamp(2025, 1, 1, second, 0, 1_000_000, null),
                random.nextInt(9) == 0 ? Stamp.NO_UPTIME : uptime,
                caller);
    }

    private static TapedEvent event(Stamp stamp, long line, Random random) {
        String path = random.nextInt(50) == 0 ? "other" : "log";
        SourceRef ref = new SourceRef(path, line);
        int kind = random.nextInt(100);
        if (kind == 0) {
            return new TapedEvent(new KernelEvent.BootMark(null), "", stamp, ref);
        }
        long callbacks = kind < 70 ? 7 : random.nextInt(1_000_000);
        return new TapedEvent(
                new KernelEvent.SuppressionNote("net_ratelimit", callbacks), "net_ratelimit: " + callbacks, stamp, ref);
    }
}

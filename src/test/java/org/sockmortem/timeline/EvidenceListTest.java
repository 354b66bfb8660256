package org.sockmortem.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.sockmortem.clock.Moment;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.source.SourceRef;

/** Which lines of a burst are kept for proof, however they come. */
class EvidenceListTest {
    private static TimedEvent event(long line) {
        Moment at = new Moment(null, false, null, 1_000L, 1, 1_000);
        return new TimedEvent(
                new KernelEvent.SuppressionNote("net_ratelimit", 1), at, 0, new SourceRef("dmesg", line), "text");
    }

    private static List<Long> lines(EvidenceList evidence) {
        return evidence.citations().stream().map(c -> c.ref().line()).toList();
    }

    private static List<Long> expected(int lines) {
        return new ArrayList<>(
                LongStream.rangeClosed(1, Math.min(20, lines)).boxed().toList());
    }

    @Test
    void theFirstTwentyLinesAndTheLastAreKeptHoweverTheyAreParted() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            EvidenceList evidence = new EvidenceList();
            int lines = 0;
            int windows = 1 + random.nextInt(8);
            for (int window = 0; window < windows; window++) {
                LineSample sample = new LineSample();
                int runs = random.nextInt(6);
                for (int run = 0; run < runs; run++) {
                    int length = 1 + random.nextInt(30);
                    int behind = random.nextInt(3);
                    // an event that stands some lines before the first of the run
                    sample.add(event(lines + 1L - behind), behind, length);
                    lines += length;
                }
                evidence.addLines(sample);
            }
            List<Long> kept = expected(lines);
            if (lines > 20) {
                kept.add((long) lines);
            }
            assertThat(lines(evidence)).as("seed %d", seed).isEqualTo(kept);
            assertThat(evidence.omitted()).isEqualTo(lines - kept.size());
        }
    }

    @Test
    void theHundredLargestNotesAreKeptAndOfEqualOnesTheFirst() {
        EvidenceList evidence = new EvidenceList();
        // lines 1 to 150 say 7, then 60 say 9, then 10 say 8
        IntStream.rangeClosed(1, 220)
                .forEach(i -> evidence.addNote(new LimiterWindow.Note(i <= 150 ? 7 : i <= 210 ? 9 : 8, event(i))));
        List<Long> kept = new ArrayList<>();
        LongStream.rangeClosed(1, 30).forEach(kept::add);
        LongStream.rangeClosed(151, 220).forEach(kept::add);
        assertThat(lines(evidence)).isEqualTo(kept);
        assertThat(evidence.omitted()).isEqualTo(120);
    }
}

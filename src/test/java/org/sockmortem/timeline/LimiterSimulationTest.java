package org.sockmortem.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockmortem.clock.Boot;
import org.sockmortem.clock.Moment;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.event.KernelRelease;
import org.sockmortem.event.LimiterEra;
import org.sockmortem.event.Wording;
import org.sockmortem.source.SourceRef;

/** The models find, from the log alone, what the simulated kernel knows: how many were refused, and when. */
class LimiterSimulationTest {
    private static final long SECOND = 1_000_000;
    private static final int SEEDS = 300;

    @ParameterizedTest
    @EnumSource(names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
    void everyRefusedCallIsCountedAndLiesInItsWindow(LimiterEra era) {
        for (int seed = 0; seed < SEEDS; seed++) {
            Case drawn = new Case(era, seed, new Wording[] {Wording.ORPHANS});
            Timeline.Result result = drawn.analyse(0);
            long told =
                    drawn.kernel.refusedByNote().stream().mapToLong(List::size).sum();
            assertThat(sum(result)).as(drawn.name).isEqualTo(told);
            assertThat(result.unattributed()).as(drawn.name).isZero();
            assertThat(printed(result)).as(drawn.name).isEqualTo(drawn.lines());
            drawn.checkWindows(result);
            drawn.checkTail(result);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
    void sharesOfSeveralSignalsAddUpAndTheTruthLiesBetweenMinAndMax(LimiterEra era) {
        for (int seed = 0; seed < SEEDS; seed++) {
            Case drawn =
                    new Case(era, seed, new Wording[] {Wording.ORPHANS, Wording.NEIGHBOUR_OVERFLOW, Wording.MEMORY});
            Timeline.Result result = drawn.analyse(0);
            long told =
                    drawn.kernel.refusedByNote().stream().mapToLong(List::size).sum();
            assertThat(sum(result) + result.unattributed()).as(drawn.name).isEqualTo(told);
            for (SignalTotal total : result.totals()) {
                long truth = drawn.kernel.refusedByNote().stream()
                        .flatMap(List::stream)
                        .filter(c -> c.wording().signal() == total.signal())
                        .count();
                assertThat(truth)
                        .as(drawn.name + " " + total)
                        .isBetween(total.suppressed().min(), total.suppressed().max());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
    void aLogThatBeginsInTheMiddleStillCountsItsNotes(LimiterEra era) {
        for (int seed = 0; seed < SEEDS; seed++) {
            Case drawn = new Case(era, seed, new Wording[] {Wording.ORPHANS});
            int cut = 1 + drawn.random.nextInt(Math.max(1, drawn.kernel.log().size() - 1));
            Timeline.Result result = drawn.analyse(cut);
            long told = drawn.kernel.log().stream()
                    .skip(cut)
                    .filter(l -> l.note() >= 0)
                    .mapToLong(KernelSimulator.Line::note)
                    .sum();
            assertThat(sum(result) + result.unattributed())
                    .as(drawn.name + " from " + cut)
                    .isEqualTo(told);
        }
    }

    private static long sum(Timeline.Result result) {
        return result.totals().stream().mapToLong(t -> t.suppressed().likely()).sum();
    }

    private static long printed(Timeline.Result result) {
        return result.totals().stream().mapToLong(SignalTotal::printed).sum();
    }

    /** A drawn load on a simulated kernel. */
    private static final class Case {
        private final Random random;
        private final LimiterEra era;
        private final LimiterSettings settings;
        private final KernelSimulator kernel;
        private final String name;

        Case(LimiterEra era, int seed, Wording[] wordings) {
            this.random = new Random(seed);
            this.era = era;
            // a burst of one leaves no visible trace of the old window's clock; it has a test of its own
            long burst = 2L + random.nextInt(era == LimiterEra.OLD_WINDOW ? 12 : 20);
            this.settings = new LimiterSettings((1 + random.nextInt(8)) * SECOND, burst);
            int hertz = new int[] {100, 250, 1000}[random.nextInt(3)];
            this.kernel = new KernelSimulator(era, settings, hertz);
            this.name = era + ", seed " + seed + ", " + settings + ", HZ=" + hertz;
            long at = 2 * SECOND + random.nextInt(1_000_000);
            int floods = 1 + random.nextInt(5);
            for (int flood = 0; flood < floods; flood++) {
                int calls = 1 + random.nextInt(random.nextBoolean() ? 12 : 600);
                long mean = 500L + random.nextInt(random.nextBoolean() ? 20_000 : 400_000);
                for (int i = 0; i < calls; i++) {
                    at += 1 + (long) (mean * -Math.log(1 - random.nextDouble()));
                    kernel.call(new KernelSimulator.Call(at, wordings[random.nextInt(wordings.length)]));
                }
                at += random.nextInt(60) * SECOND;
            }
        }

        private long lines() {
            return kernel.log().stream().filter(l -> l.note() < 0).count();
        }

        Timeline.Result analyse(int cut) {
            Timeline timeline = new Timeline(60 * SECOND, settings, release(), true);
            timeline.begin(new Boot(0, cut == 0 ? moment(0) : null, null));
            List<KernelSimulator.Line> log = kernel.log();
            for (int i = cut; i < log.size(); i++) {
                KernelSimulator.Line line = log.get(i);
                KernelEvent event = line.note() < 0
                        ? new KernelEvent.SignalLine(line.wording(), null)
                        : new KernelEvent.SuppressionNote(noteName(), line.note());
                timeline.accept(
                        new TimedEvent(event, moment(line.micros()), 0, new SourceRef("log", i + 1), "text"), 1);
            }
            return timeline.finish("host", Range.EVERYTHING);
        }

        private String noteName() {
            return switch (era) {
                case KERNEL_2_4 -> "NET";
                case TOKEN_BUCKET -> "printk";
                default -> "net_ratelimit";
            };
        }

        private KernelRelease release() {
            KernelRelease release = KernelRelease.parse(
                    switch (era) {
                        case KERNEL_2_4 -> "2.4.37";
                        case TOKEN_BUCKET -> "2.6.18-398.el5";
                        case OLD_WINDOW -> "3.10.0-327.el7.x86_64";
                        case NEW_WINDOW -> "5.14.0-70.el9.x86_64";
                        default -> "6.17.0";
                    });
            return Objects.requireNonNull(release);
        }

        /** Every told window of the report holds its note's refused calls, between its first line and its end. */
        void checkWindows(Timeline.Result result) {
            List<BurstWindow> told = new ArrayList<>();
            result.bursts()
                    .forEach(b ->
                            b.windows().stream().filter(w -> w.suppressed() > 0).forEach(told::add));
            assertThat(told).as(name).hasSameSizeAs(kernel.refusedByNote());
            for (int i = 0; i < told.size(); i++) {
                List<KernelSimulator.Call> refused = kernel.refusedByNote().get(i);
                BurstWindow window = told.get(i);
                assertThat(window.suppressed()).as(name).isEqualTo(refused.size());
                assertThat(refused.get(0).micros())
                        .as(name)
                        .isGreaterThanOrEqualTo(window.from().axisMicros() - 10);
                assertThat(refused.get(refused.size() - 1).micros())
                        .as(name + " window " + i)
                        .isLessThanOrEqualTo(window.to().axisMicros() + RateLimiterModel.SLACK_MICROS);
            }
        }

        /** A tail that is called known has nothing in it, and only the last burst can have one. */
        void checkTail(Timeline.Result result) {
            boolean unknown = result.bursts().stream().anyMatch(Burst::tailUnknown);
            assertThat(unknown || kernel.untold().isEmpty()).as(name).isTrue();
            for (int i = 0; i + 1 < result.bursts().size(); i++) {
                assertThat(result.bursts().get(i).tailUnknown()).as(name).isFalse();
            }
        }
    }

    private static Moment moment(long micros) {
        return new Moment(null, false, null, micros, 1, micros);
    }
}

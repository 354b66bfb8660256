package org.sockmortem.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmortem.clock.Boot;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.event.Wording;
import org.sockmortem.parse.Stamp;
import org.sockmortem.source.SourceRef;

/** A thread that plays ahead gives what playing gives, and neither hides a failure nor waits for who has gone. */
class PlayAheadTest {
    private static final int EVENTS = 100_000;

    private static Joining joining() {
        Tape tape = new Tape("dmesg.txt");
        Stamp first = new Stamp(null, 1_000_000, null);
        for (int i = 0; i < EVENTS; i++) {
            // twice the clock begins anew, as with another boot
            Stamp stamp = new Stamp(null, 1_000_000 + i % 40_000 * 700L, null);
            KernelEvent event = i % 7 == 6
                    ? new KernelEvent.SuppressionNote("net_ratelimit", i % 500)
                    : new KernelEvent.SignalLine(Wording.ORPHANS, null);
            String text = i % 7 == 6
                    ? "net_ratelimit: " + i % 500 + " callbacks suppressed"
                    : "TCP: too many orphaned sockets";
            tape.add(new TapedEvent(event, text, stamp, new SourceRef("dmesg.txt", i + 1L)));
        }
        Log log = new Log(tape, "dmesg.txt", first, Stamp.NONE, null, null, Log.Clock.OWN, Log.Kept.USUAL);
        return Joining.of(List.of(log), new Told(null, null, null, null), List.of());
    }

    /** What is played, in its order. */
    private static final class Recording implements JoinSink {
        final List<Object> all = new ArrayList<>();

        @Override
        public void begin(Boot boot) {
            all.add(boot);
        }

        @Override
        public void event(JoinedEvent event) {
            all.add(event);
        }
    }

    @Test
    void itGivesTheSame() {
        Joining joining = joining();
        Recording plain = new Recording();
        joining.play(plain);
        Recording ahead = new Recording();
        joining.playByTwo(ahead);
        assertThat(plain.all.stream().filter(Boot.class::isInstance)).hasSizeGreaterThan(1);
        assertThat(plain.all).hasSizeGreaterThan(EVENTS);
        assertThat(ahead.all).isEqualTo(plain.all);
    }

    @Test
    void whoTakesMayFail() {
        Joining joining = joining();
        int[] left = {EVENTS / 2};
        JoinSink failing = new JoinSink() {
            @Override
            public void begin(Boot boot) {}

            @Override
            public void event(JoinedEvent event) {
                if (--left[0] == 0) {
                    throw new IllegalArgumentException("enough");
                }
            }
        };
        assertThatThrownBy(() -> joining.playByTwo(failing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("enough");
    }

    @Test
    void anInterruptIsKeptForWhoAsksNext() {
        Thread.currentThread().interrupt();
        Recording ahead = new Recording();
        joining().playByTwo(ahead);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ahead.all).hasSizeGreaterThan(EVENTS);
    }
}

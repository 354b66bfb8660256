package org.sockmortem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A bar is for who watches and has to wait. */
class ReadingBarTest {
    private static final long MIB = 1 << 20;
    private static final String LOG = "samples/web-server/messages";

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong(5);

    private ReadingBar bar() {
        return new ReadingBar(new PrintStream(err, true, StandardCharsets.UTF_8), nanos::get);
    }

    private void pass(double seconds) {
        nanos.addAndGet((long) (seconds * 1e9));
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void nothingShowsOfWhatIsDoneWithinASecond() {
        try (ReadingBar bar = bar()) {
            bar.known(100 * MIB);
            bar.at("messages");
            bar.read(99 * MIB);
            pass(0.9);
            bar.read(MIB);
        }
        assertThat(shown()).isEmpty();
    }

    @Test
    void bytesReadOfThoseKnownTheRateTheMemberAndTheTimeLeft() {
        try (ReadingBar bar = bar()) {
            bar.known(100 * MIB);
            bar.at("sos.tar.xz!/var/log/evil\u001b[31m");
            pass(1.1);
            bar.read(25 * MIB);
        }
        assertThat(shown())
                .contains("read")
                .contains("25%")
                .contains("25/100 MiB")
                .contains("MiB/s")
                .contains("!/var/log/evil")
                .contains("\r")
                .doesNotContain("\u001b[31m");
    }

    @Test
    void ofAStreamOfUnknownLengthNothingIsPretended() {
        try (ReadingBar bar = bar()) {
            bar.known(0);
            pass(5);
            bar.read(MIB);
        }
        assertThat(shown()).isEmpty();
    }

    @Test
    void aShortRunShowsNoneOnATerminalEither() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        Streams terminal = new Streams(InputStream.nullInputStream(), out, errors, false, false, true, Map.of());
        assertThat(Main.run(terminal, "analyze", LOG)).isEqualTo(ExitStatus.DONE);
        assertThat(shown()).isEmpty();
    }
}

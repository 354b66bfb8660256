package org.sockmortem.cli;

import java.io.PrintStream;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.sockmortem.source.ReadProgress;

/**
 * How far the reading is, on a terminal: bytes read of those that lie on disk, the rate, the time left, and what is read now. Nothing shows of
 * what is done within a second.
 */
final class ReadingBar implements ReadProgress, AutoCloseable {
    private static final long PATIENCE_NANOS = 1_000_000_000L;
    private static final int COLUMNS = 100;
    private static final int MILLIS = 250;
    private static final int SHOWN = 40;

    private final PrintStream err;
    private final LongSupplier nanos;
    private final long began;
    private long known;
    private long read;
    private String path = "";
    private @Nullable ProgressBar bar;

    ReadingBar(PrintStream err) {
        this(err, System::nanoTime);
    }

    /** @param nanos the time that has passed, as {@link System#nanoTime()} */
    ReadingBar(PrintStream err, LongSupplier nanos) {
        this.err = err;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    @Override
    public synchronized void known(long bytes) {
        known = bytes;
    }

    @Override
    public synchronized void at(String cited) {
        path = cited;
        ProgressBar now = bar;
        if (now != null) {
            now.setExtraMessage(tail());
        }
    }

    @Override
    public synchronized void read(long bytes) {
        read += bytes;
        ProgressBar now = bar;
        if (now != null) {
            now.stepTo(read);
        } else if (known > 0 && nanos.getAsLong() - began > PATIENCE_NANOS) {
            begin();
        }
    }

    private void begin() {
        ProgressBar now = new ProgressBarBuilder()
                .setTaskName("read")
                .setInitialMax(known)
                .setUnit(" MiB", 1 << 20)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(MILLIS)
                .showSpeed()
                .setConsumer(new ConsoleProgressBarConsumer(err, COLUMNS))
                .build();
        now.stepTo(read);
        now.setExtraMessage(tail());
        bar = now;
    }

    /** The end of the path tells most. */
    private String tail() {
        String shown = path.length() <= SHOWN ? path : "…" + path.substring(path.length() - SHOWN);
        return " " + Harmless.text(shown);
    }

    @Override
    public synchronized void close() {
        ProgressBar now = bar;
        bar = null;
        if (now != null) {
            now.close();
        }
    }
}

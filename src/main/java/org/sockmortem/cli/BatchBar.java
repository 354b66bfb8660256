package org.sockmortem.cli;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Progress on a terminal: a bar with rate and time left, failures so far and who is at work. */
final class BatchBar extends BatchProgress {
    private static final int COLUMNS = 100;
    private static final int MILLIS = 500;

    private final PrintStream err;
    private @Nullable ProgressBar bar;

    BatchBar(PrintStream err) {
        super(err, true);
        this.err = err;
    }

    @Override
    void startTelling(long alreadyDone) {
        bar = new ProgressBarBuilder()
                .setTaskName("hosts")
                .setInitialMax(toDo() + alreadyDone)
                .startsFrom(alreadyDone, Duration.ZERO)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(MILLIS)
                .showSpeed()
                .setConsumer(new ConsoleProgressBarConsumer(err, COLUMNS))
                .build();
    }

    @Override
    void stopTelling() {
        ProgressBar old = bar;
        bar = null;
        if (old != null) {
            old.close();
        }
    }

    @Override
    public synchronized void begin(String path) {
        super.begin(path);
        show();
    }

    @Override
    public synchronized void end(String path, boolean hasFailed) {
        super.end(path, hasFailed);
        ProgressBar now = bar;
        if (now != null) {
            now.step();
        }
        show();
    }

    private void show() {
        ProgressBar now = bar;
        if (now != null) {
            now.setExtraMessage(failed() + " failed" + now());
        }
    }
}

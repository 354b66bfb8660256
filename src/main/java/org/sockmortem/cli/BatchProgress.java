package org.sockmortem.cli;

import java.io.Closeable;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockmortem.fleet.Watch;

/**
 * How a batch gets on: hosts done of found, rate, time left, failures so far and those at work; on a terminal as a bar, elsewhere as a
 * line a minute.
 */
class BatchProgress implements Watch, Closeable {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final PrintStream err;
    private final boolean silent;
    private final Set<String> current = new LinkedHashSet<>();
    private @Nullable Thread teller;
    private String what = "";
    private long begin;
    private long toDo;
    private long done;
    private long failed;
    private boolean bug;

    /** Progress that is told nobody, or by lines. */
    BatchProgress(PrintStream err, boolean silent) {
        this.err = err;
        this.silent = silent;
    }

    /** Progress for who looks at standard error. */
    static BatchProgress on(Streams streams, boolean silent) {
        return !silent && streams.errIsTerminal()
                ? new BatchBar(streams.err())
                : new BatchProgress(streams.err(), silent);
    }

    @Override
    public synchronized void phase(Phase phase, long toDoNow, long alreadyDone) {
        stopTelling();
        what = switch (phase) {
            case READING -> "hosts";
            case JOINING -> "hosts of several archives";
            case SUMMING_UP -> "";
        };
        begin = System.nanoTime();
        toDo = toDoNow;
        done = 0;
        if (toDo > 0) {
            startTelling(alreadyDone);
        }
    }

    /** Begins to tell of a phase. */
    void startTelling(long alreadyDone) {
        if (silent) {
            return;
        }
        Thread thread = new Thread(this::tell, "progress");
        thread.setDaemon(true);
        thread.start();
        teller = thread;
    }

    /** Ends it. */
    void stopTelling() {
        Thread thread = teller;
        teller = null;
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void tell() {
        try {
            while (true) {
                Thread.sleep(MINUTE.toMillis());
                synchronized (this) {
                    if (teller != Thread.currentThread()) {
                        return;
                    }
                    err.println("sockmortem: " + line());
                }
            }
        } catch (InterruptedException e) {
            // the phase is over
        }
    }

    /** All of it on a line. */
    final synchronized String line() {
        double seconds = Math.max(1e-3, (System.nanoTime() - begin) / 1e9);
        double rate = done / seconds;
        String left = done == 0 ? "" : ", " + minutes((toDo - done) / rate) + " left";
        return done + " of " + toDo + " " + what + ", " + failed + " failed, "
                + String.format(Locale.ROOT, "%.1f", rate) + "/s" + left + now();
    }

    private static String minutes(double seconds) {
        long whole = (long) seconds;
        return whole < 60 ? whole + " s" : whole / 60 + " min";
    }

    /** Those at work. */
    final synchronized String now() {
        return current.isEmpty() ? "" : "; now " + Harmless.text(String.join(", ", current));
    }

    final synchronized long done() {
        return done;
    }

    final synchronized long toDo() {
        return toDo;
    }

    final synchronized long failed() {
        return failed;
    }

    @Override
    public synchronized void begin(String path) {
        current.add(path.substring(path.lastIndexOf('/') + 1));
    }

    @Override
    public synchronized void end(String path, boolean hasFailed) {
        current.remove(path.substring(path.lastIndexOf('/') + 1));
        done++;
        failed += hasFailed ? 1 : 0;
    }

    @Override
    public synchronized void bug(String path, Throwable cause) {
        if (!bug) {
            err.println("sockmortem: " + Harmless.text(path)
                    + ": This is a bug in sockmortem; please report it with the lines that follow.");
            cause.printStackTrace(err);
        }
        bug = true;
    }

    synchronized boolean sawBug() {
        return bug;
    }

    @Override
    public synchronized void close() {
        stopTelling();
    }
}

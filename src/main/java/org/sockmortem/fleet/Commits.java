package org.sockmortem.fleet;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Puts results down while the next ones are worked on: to force a host's files to the disk takes as long as to analyse a small host, and
 * leaves the processor idle. Where the disk is slower than the work, whoever has a result puts it down himself.
 */
final class Commits {
    private static final int WAITING = 4;

    private final ThreadPoolExecutor threads;

    /** @param most how many results are put down at the same time beside those that workers put down themselves */
    Commits(int most) {
        threads = new ThreadPoolExecutor(
                1,
                Math.max(1, most),
                1,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                commit -> {
                    Thread thread = new Thread(commit, "commit");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    /** Puts a result down, soon. */
    void put(Runnable result) {
        threads.execute(result);
    }

    /** Comes back when all is put down; takes nothing more. */
    void end() throws IOException {
        threads.shutdown();
        try {
            threads.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}

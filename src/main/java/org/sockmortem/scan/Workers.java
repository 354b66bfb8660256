package org.sockmortem.scan;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sockmortem.source.box.Ahead;

/**
 * Threads that work beside the one that asks. Whoever waits for a task that nobody has begun does it himself, so one thread alone is
 * enough, and tasks may wait for tasks.
 */
public final class Workers implements Ahead, AutoCloseable {
    private final int count;
    private final ThreadPoolExecutor threads;

    /** So many threads, the caller's among them; none is started before there is work for it. */
    public Workers(int count) {
        this.count = Math.max(1, count);
        this.threads = new ThreadPoolExecutor(
                this.count, this.count, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "sockmortem-worker");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** How many threads work, the caller's among them. */
    public int count() {
        return count;
    }

    @Override
    public <T> Begun<T> begun(Supplier<T> work) {
        Task<T> task = new Task<>(work);
        if (count > 1) {
            threads.execute(task.future);
        }
        return task;
    }

    /** A task for whoever comes to it first. */
    private static final class Task<T> implements Begun<T> {
        private final AtomicBoolean begun = new AtomicBoolean();
        private final FutureTask<T> future;

        Task(Supplier<T> work) {
            future = new FutureTask<>(() -> {
                begun.setPlain(true);
                return work.get();
            });
        }

        @Override
        public boolean isDone() {
            return future.isDone();
        }

        /** A future is asked only then: what is called often the virtual machine compiles at length. */
        @Override
        public void help() {
            if (!begun.getPlain()) {
                future.run();
            }
        }

        @Override
        public T get() {
            help();
            return result(future);
        }
    }

    private static <T> T result(FutureTask<T> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw failure(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException failure(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

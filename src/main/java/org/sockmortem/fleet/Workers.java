package org.sockmortem.fleet;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Does work on several threads, each piece within its time and with the memory that there is. Who needs too much memory beside others
 * gets a second try alone; who hangs is given up, and another thread takes the place of the one that hangs.
 */
final class Workers {
    /** How long a thread that is past its deadline may take to notice. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private static final long LOOK_MILLIS = 200;

    private final Duration limit;
    private final Watch watch;
    private final Queue<Work> waiting = new ArrayDeque<>();
    private final List<Work> again = new ArrayList<>();
    private final List<Running> running = new ArrayList<>();
    private final SmallHeap heap = new SmallHeap();
    private final Commits commits;
    private final boolean alone;
    private @Nullable IOException unwritten;

    private record Running(Work work, Deadline deadline, Thread thread) {}

    private Workers(List<? extends Work> all, Duration limit, Watch watch, int jobs, boolean alone) {
        this.commits = new Commits(jobs);
        this.limit = limit;
        this.watch = watch;
        this.alone = alone;
        waiting.addAll(all);
    }

    /**
     * Does all of it, and comes back when it is done.
     *
     * @param jobs how many at the same time
     * @param limit how long each may take
     * @throws IOException where a result could not be put down: whatever was read, there is no place for it
     */
    static void run(List<? extends Work> all, int jobs, Duration limit, Watch watch) throws IOException {
        Workers workers = new Workers(all, limit, watch, jobs, false);
        workers.run(Math.min(jobs, all.size()));
        if (!workers.again.isEmpty()) {
            new Workers(workers.again, limit, watch, 1, true).run(1);
        }
    }

    private void run(int jobs) throws IOException {
        for (int i = 0; i < jobs; i++) {
            start();
        }
        awaitWorkers();
        commits.end();
        IOException failure = unwritten();
        if (failure != null) {
            throw failure;
        }
    }

    private synchronized @Nullable IOException unwritten() {
        return unwritten;
    }

    private synchronized void awaitWorkers() throws IOException {
        while (!(running.isEmpty() && waiting.isEmpty()) && unwritten == null) {
            try {
                wait(LOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
            giveUpThoseThatHang();
        }
    }

    private void start() {
        Thread thread = new Thread(this::work, "host");
        // one that hangs must not keep the process
        thread.setDaemon(true);
        thread.start();
    }

    private synchronized @Nullable Running next() {
        Work work = unwritten == null ? waiting.poll() : null;
        if (work == null) {
            return null;
        }
        Running next = new Running(work, new Deadline(limit), Thread.currentThread());
        running.add(next);
        return next;
    }

    private void work() {
        for (Running now = next(); now != null; now = next()) {
            watch.begin(now.work.path());
            attempt(now);
            synchronized (this) {
                // a thread that was given up has nothing more to do here
                if (!running.remove(now)) {
                    return;
                }
                notifyAll();
            }
            heap.hostDone();
        }
    }

    @SuppressWarnings("PMD")
    private void attempt(Running now) {
        try {
            Work.Result result = now.work.run(now.deadline);
            if (now.deadline.take()) {
                commits.put(() -> commit(now.work, result));
            }
        } catch (Deadline.Passed e) {
            tell(now, (work, l) -> stop(work, Done.Limit.TIME, l.limit().toSeconds()));
        } catch (OutOfMemoryError e) {
            outOfMemory(now);
        } catch (IOException e) {
            fail(e);
        } catch (RuntimeException | Error e) {
            watch.bug(now.work.path(), e);
            tell(now, (work, l) -> {
                try {
                    work.broken(e);
                } catch (IOException io) {
                    fail(io);
                }
            });
        }
    }

    @SuppressWarnings("PMD")
    private void commit(Work work, Work.Result result) {
        try {
            watch.end(work.path(), result.commit());
        } catch (IOException e) {
            fail(e);
        } catch (RuntimeException | Error e) {
            watch.bug(work.path(), e);
        }
    }

    private void outOfMemory(Running now) {
        if (alone) {
            tell(
                    now,
                    (work, l) ->
                            stop(work, Done.Limit.MEMORY, Runtime.getRuntime().maxMemory()));
        } else if (now.deadline.take()) {
            synchronized (this) {
                again.add(now.work);
            }
        }
    }

    private void tell(Running now, BiConsumer<Work, Deadline> how) {
        if (now.deadline.take()) {
            how.accept(now.work, now.deadline);
            watch.end(now.work.path(), true);
        }
    }

    private void stop(Work work, Done.Limit which, long allowed) {
        try {
            work.stopped(which, allowed);
        } catch (IOException e) {
            fail(e);
        }
    }

    private synchronized void fail(IOException e) {
        unwritten = e;
        notifyAll();
    }

    private void giveUpThoseThatHang() {
        for (Running now : List.copyOf(running)) {
            if (now.deadline.over().compareTo(GRACE) > 0) {
                running.remove(now);
                tell(now, (work, l) -> stop(work, Done.Limit.TIME, l.limit().toSeconds()));
                now.thread.interrupt();
                start();
            }
        }
    }
}

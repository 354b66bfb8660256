package org.sockmortem.fleet;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The hosts of a batch from its store. A fleet is looked at several times, and what takes time is to read the digests: they are read by
 * several threads, a few ahead of the one that is shown, and shown in order by the caller's.
 */
final class DigestsAhead implements Hosts {
    /** So many for each thread wait to be shown. */
    private static final int AHEAD = 4;

    private final Store store;
    private final List<Entry> entries;
    private final int threads;

    DigestsAhead(Store store, List<Entry> entries, int threads) {
        this.store = store;
        this.entries = List.copyOf(entries);
        this.threads = Math.min(threads, entries.size());
    }

    @Override
    public void each(Visitor visitor) throws IOException {
        if (threads <= 1) {
            for (Entry entry : entries) {
                visitor.host(entry.name(), read(entry));
            }
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads, DigestsAhead::thread);
        try {
            Deque<Future<HostFacts>> reading = new ArrayDeque<>();
            int begun = 0;
            for (Entry entry : entries) {
                while (begun < entries.size() && reading.size() < threads * AHEAD) {
                    Entry next = entries.get(begun++);
                    reading.add(pool.submit(() -> read(next)));
                }
                visitor.host(entry.name(), result(reading.remove()));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private HostFacts read(Entry entry) throws IOException {
        return store.digest(entry.key(), entry.number());
    }

    private static Thread thread(Runnable reading) {
        Thread thread = new Thread(reading, "digest");
        thread.setDaemon(true);
        return thread;
    }

    private static HostFacts result(Future<HostFacts> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}

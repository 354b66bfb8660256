package org.sockmortem.fleet;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps the heap as small for many hosts as it is for few. What lives is little, but the virtual machine's usual collector lets garbage grow
 * with the machine's memory as long as hosts come, and a batch that takes a quarter of it is a bad neighbour. A full collection every now and
 * then gives it back; with one thread's collector and a small nursery, as the launcher asks for, there is nothing to be given back. Safe for
 * many threads.
 */
final class SmallHeap {
    private static final int HOSTS = 32;
    private static final long MODEST = 72L << 20;

    private final AtomicInteger done = new AtomicInteger();

    /** One more host is done, and what it needed is garbage. */
    void hostDone() {
        if (done.getAndIncrement() % HOSTS == 0 && Runtime.getRuntime().totalMemory() > MODEST) {
            System.gc();
        }
    }
}

package org.sockmortem.fleet;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sockmortem.source.ReadProgress;

/**
 * How long one host may take. Whoever reads for it asks as it goes on; whoever does not even come back from a read is given up from
 * outside, and what it gives later is not taken.
 */
final class Deadline implements ReadProgress {
    private final Duration limit;
    private final long begin = System.nanoTime();
    private final AtomicBoolean taken = new AtomicBoolean();

    /** Thrown through all that reads, past all that takes an exception for a damaged input. */
    static final class Passed extends Error {
        private static final long serialVersionUID = 1L;

        Passed(String message) {
            super(message, null, false, false);
        }
    }

    Deadline(Duration limit) {
        this.limit = limit;
    }

    Duration limit() {
        return limit;
    }

    /** @throws Passed where the time is over */
    void check() {
        if (over().compareTo(Duration.ZERO) > 0 || taken.get()) {
            throw new Passed("the time is over");
        }
    }

    /** How long the time has been over; negative before that. */
    Duration over() {
        return Duration.ofNanos(System.nanoTime() - begin).minus(limit);
    }

    /** Claims the right to say what came of it; only the first who asks has it. */
    boolean take() {
        return taken.compareAndSet(false, true);
    }

    @Override
    public void known(long bytes) {
        check();
    }

    @Override
    public void at(String path) {
        check();
    }

    @Override
    public void read(long bytes) {
        check();
    }
}

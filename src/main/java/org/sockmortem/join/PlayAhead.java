package org.sockmortem.join;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Boot;

/**
 * Plays a host's logs on a thread of its own, some thousands of events ahead of who takes them: to put events together again from
 * their tapes costs half of what it costs to make a timeline of them.
 */
final class PlayAhead implements JoinSink {
    private static final int BATCH = 1 << 10;
    private static final int BATCHES = 4;

    private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(BATCHES);
    private Batch batch = new Batch(null);
    private volatile boolean given;

    /** Events of one boot; the last batch says why it is the last. */
    private static final class Batch {
        final @Nullable Boot begins;
        final List<JoinedEvent> events = new ArrayList<>();
        boolean isLast;

        @Nullable
        Throwable failure;

        Batch(@Nullable Boot begins) {
            this.begins = begins;
        }
    }

    /** Who takes the events has given up. */
    private static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1L;

        GivenUp() {
            super(null, null, false, false);
        }
    }

    private PlayAhead() {}

    /** Gives out what {@link Joining#play} does, to the thread that calls. */
    static void play(Joining joining, JoinSink sink) {
        PlayAhead ahead = new PlayAhead();
        Thread player = new Thread(() -> ahead.play(joining), "sockmortem-player");
        player.setDaemon(true);
        player.start();
        try {
            ahead.give(sink);
        } finally {
            ahead.given = true;
            ahead.queue.clear();
        }
    }

    private void play(Joining joining) {
        try {
            joining.play(this);
        } catch (GivenUp nobodyListens) {
            return;
        } catch (Throwable thrown) {
            batch.failure = thrown;
        }
        batch.isLast = true;
        put();
    }

    @Override
    public void begin(Boot boot) {
        hand(new Batch(boot));
    }

    @Override
    public void event(JoinedEvent event) {
        batch.events.add(event);
        if (batch.events.size() == BATCH) {
            hand(new Batch(null));
        }
    }

    private void hand(Batch next) {
        put();
        if (given) {
            throw new GivenUp();
        }
        batch = next;
    }

    private void put() {
        try {
            queue.put(batch);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the player", e);
        }
    }

    private void give(JoinSink sink) {
        for (Batch next = take(); ; next = take()) {
            if (next.begins != null) {
                sink.begin(next.begins);
            }
            next.events.forEach(sink::event);
            if (next.isLast) {
                rethrow(next.failure);
                return;
            }
        }
    }

    private Batch take() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return queue.take();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void rethrow(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
        }
    }
}

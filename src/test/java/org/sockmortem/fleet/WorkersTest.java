package org.sockmortem.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    private final Watch watch = new Watch() {
        @Override
        public void phase(Phase phase, long toDo, long alreadyDone) {}

        @Override
        public void begin(String path) {}

        @Override
        public void end(String path, boolean failed) {}

        @Override
        public void bug(String path, Throwable bug) {
            told.add(path + " bug");
        }
    };

    private interface Body {
        void run(Deadline deadline) throws IOException;
    }

    private Work work(String path, Body body) {
        return new Work() {
            @Override
            public String path() {
                return path;
            }

            @Override
            public Result run(Deadline deadline) throws IOException {
                body.run(deadline);
                return () -> {
                    told.add(path + " done");
                    return false;
                };
            }

            @Override
            public void stopped(Done.Limit limit, long allowed) {
                told.add(path + " " + limit);
            }

            @Override
            public void broken(Throwable bug) {
                told.add(path + " " + bug.getMessage());
            }
        };
    }

    @Test
    void oneThatTakesTooLongHasFailedAndTheOthersHaveNot() throws IOException {
        Work endless = work("endless", deadline -> {
            while (true) {
                deadline.check();
            }
        });
        Workers.run(List.of(endless, work("other", d -> {})), 2, Duration.ofMillis(100), watch);
        assertThat(told).containsExactlyInAnyOrder("endless TIME", "other done");
    }

    @Test
    void oneThatNeedsTooMuchMemoryIsTriedAgainAlone() throws IOException {
        AtomicInteger tries = new AtomicInteger();
        Work large = work("large", deadline -> {
            if (tries.incrementAndGet() == 1) {
                throw new OutOfMemoryError("planted");
            }
        });
        Work tooLarge = work("too large", deadline -> {
            throw new OutOfMemoryError("planted");
        });
        Workers.run(List.of(tooLarge, large, work("other", d -> {})), 2, Duration.ofMinutes(1), watch);
        assertThat(told).containsExactlyInAnyOrder("too large MEMORY", "large done", "other done");
        assertThat(tries).hasValue(2);
    }

    @Test
    void aBugIsOfOneHost() throws IOException {
        Work broken = work("broken", deadline -> {
            throw new IllegalStateException("planted");
        });
        Workers.run(List.of(broken, work("other", d -> {})), 1, Duration.ofMinutes(1), watch);
        assertThat(told).containsExactlyInAnyOrder("broken bug", "broken planted", "other done");
    }
}

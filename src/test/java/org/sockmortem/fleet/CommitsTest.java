package org.sockmortem.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CommitsTest {
    @Test
    void whoHasAResultGoesOnWhileItIsPutDown() throws Exception {
        Commits commits = new Commits(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger put = new AtomicInteger();

        commits.put(() -> {
            await(goOn);
            put.incrementAndGet();
        });

        assertThat(put).hasValue(0);
        goOn.countDown();
        commits.end();
        assertThat(put).hasValue(1);
    }

    @Test
    void allIsPutDownAtTheEndAndByTheWorkerItselfWhereTheDiskIsSlow() throws IOException {
        Commits commits = new Commits(2);
        Set<String> threads = ConcurrentHashMap.newKeySet();
        AtomicInteger put = new AtomicInteger();

        for (int i = 0; i < 50; i++) {
            commits.put(() -> {
                threads.add(Thread.currentThread().getName());
                await(new CountDownLatch(1), 5);
                put.incrementAndGet();
            });
        }
        commits.end();

        assertThat(put).hasValue(50);
        assertThat(threads).contains("commit", Thread.currentThread().getName());
    }

    private static void await(CountDownLatch latch) {
        await(latch, 30_000);
    }

    private static void await(CountDownLatch latch, long millis) {
        try {
            latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

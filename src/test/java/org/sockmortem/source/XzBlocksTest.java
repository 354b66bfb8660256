package org.sockmortem.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmortem.source.box.Ahead;

/** Blocks of xz that are decoded ahead of the reader: the same bytes and sentences, whoever decodes them. */
class XzBlocksTest {
    private static final int BLOCK = 40_000;
    private static final byte[] TEXT = text();

    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newFixedThreadPool(3);

    private final Ahead others = new Ahead() {
        @Override
        public <T> Begun<T> begun(Supplier<T> work) {
            return new Elsewhere<>(CompletableFuture.supplyAsync(work, threads));
        }
    };

    /** Work of other threads alone. */
    private record Elsewhere<T>(CompletableFuture<T> future) implements Ahead.Begun<T> {
        @Override
        public boolean isDone() {
            return future.isDone();
        }

        @Override
        public void help() {
            // others do it
        }

        @Override
        public T get() {
            return future.join();
        }
    }

    private static byte[] text() {
        Random random = new Random(11);
        StringBuilder text = new StringBuilder();
        while (text.length() < 12 * BLOCK + 1234) {
            text.append('[').append(random.nextInt(1_000_000)).append("] TCP: too many orphaned sockets\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private Visited visited(byte[] bytes, @Nullable Ahead others) throws IOException {
        Path file = Files.write(folder.resolve("log"), bytes);
        Visited visited = new Visited();
        Sources.under(List.of(file.toString()), InputStream.nullInputStream())
                .visit(visited, ReadProgress.NONE, others);
        return visited;
    }

    @Test
    void allThatIsThereComesInOrder() throws IOException {
        AtomicInteger tasks = new AtomicInteger();
        Ahead counting = new Ahead() {
            @Override
            public <T> Begun<T> begun(Supplier<T> work) {
                tasks.incrementAndGet();
                return others.begun(work);
            }
        };
        byte[] boxed = Box.xz(TEXT, BLOCK);
        Visited visited = visited(Box.joined(boxed, boxed), counting);
        assertThat(visited.problems).isEmpty();
        assertThat(visited.texts.values()).containsExactly(new String(Box.joined(TEXT, TEXT), StandardCharsets.UTF_8));
        assertThat(tasks).as("13 blocks, twice").hasValue(26);
    }

    @Test
    void oneBlockOrAPieceOfSomeIsAStream() throws IOException {
        Ahead never = new Ahead() {
            @Override
            public <T> Begun<T> begun(Supplier<T> work) {
                throw new AssertionError("no block to decode ahead");
            }
        };
        assertThat(visited(Box.xz(TEXT), never).texts.values())
                .containsExactly(new String(TEXT, StandardCharsets.UTF_8));
        byte[] boxed = Box.xz(TEXT, BLOCK);
        Visited cut = visited(Arrays.copyOf(boxed, boxed.length / 2), never);
        assertThat(cut.problems).hasSize(1).allSatisfy(p -> assertThat(p).contains("xz data are cut short"));
        assertThat(cut.texts.values()).allSatisfy(t -> assertThat(t.length()).isGreaterThan(4 * BLOCK));
    }

    @Test
    void nonsenseAnywhereGivesTheSameWhoeverDecodes() throws IOException {
        byte[] boxed = Box.xz(TEXT, BLOCK);
        Random random = new Random(12);
        int damaged = 0;
        for (int i = 0; i < 120; i++) {
            byte[] bytes = boxed.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            Visited alone = visited(bytes, null);
            damaged += alone.problems.size();
            Visited together = visited(bytes, others);
            assertThat(together.texts).isEqualTo(alone.texts);
            assertThat(together.problems).isEqualTo(alone.problems);
        }
        assertThat(damaged).isGreaterThan(110);
    }

    @Test
    void everyByteOfTheFileIsToldAsRead() throws IOException {
        byte[] boxed = Box.xz(TEXT, BLOCK);
        Path file = Files.write(folder.resolve("log"), boxed);
        AtomicLong read = new AtomicLong();
        Sources.under(List.of(file.toString()), InputStream.nullInputStream())
                .visit(new Visited(), counting(read), others);
        // but for the index; the beginning, at which the kind of box was seen, may come twice
        assertThat(read.get()).isBetween(boxed.length * 95L / 100, (long) boxed.length + Sections.HEAD);
    }

    private static ReadProgress counting(AtomicLong sum) {
        return new ReadProgress() {
            @Override
            public void known(long bytes) {}

            @Override
            public void at(String path) {}

            @Override
            public void read(long bytes) {
                sum.addAndGet(bytes);
            }
        };
    }
}

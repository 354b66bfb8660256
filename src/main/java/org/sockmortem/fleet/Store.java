package org.sockmortem.fleet;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.sockmortem.timeline.BurstIds;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a batch remembers, in a folder of its own whose name begins with a dot. Every file in it is whole or absent: it is written beside
 * its place, forced to the disk and renamed. One run at a time has it.
 */
final class Store implements Closeable {
    private static final String FOLDER = ".sockmortem";
    private static final String DONE = "done.json";

    /** The form in which digests are remembered; raised when they change, so that what an older build has done is done again. */
    static final int FORM = 2;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(BurstIds.class, Ids.class)
            // rather nothing than a moment that is none
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private final Path folder;
    private final Path drafts;
    private final FileChannel lockFile;
    private final FileLock lock;
    private final AtomicLong draftNumber = new AtomicLong();

    /** How ids of bursts are read again. */
    private interface Ids {
        @JsonCreator
        static BurstIds parse(List<String> ids) {
            return BurstIds.parse(ids);
        }
    }

    private Store(Path folder, FileChannel lockFile, FileLock lock) {
        this.folder = folder;
        this.drafts = folder.resolve("drafts");
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /**
     * Takes the store of a batch's folder.
     *
     * @throws InUse where another run has it
     */
    static Store open(Path batch) throws IOException {
        Path folder = batch.resolve(FOLDER);
        Files.createDirectories(folder);
        FileChannel file =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = tryLock(file);
        if (lock == null) {
            file.close();
            throw new InUse(batch);
        }
        Store store = new Store(folder, file, lock);
        // drafts of a run that was ended in the middle
        delete(store.drafts);
        Files.createDirectories(store.drafts);
        return store;
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** The file of a host's report. */
    Path report(String key, int number, String ending) {
        return place(key, number + "." + ending);
    }

    private Path place(String key, String name) {
        // a folder of a million files is slow in many places
        return folder.resolve(key.substring(0, 2)).resolve(key + "." + name);
    }

    /** A file of that name. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** A place to write to that nobody else has. */
    Path draft() {
        return drafts.resolve(Long.toString(draftNumber.incrementAndGet()));
    }

    /** What is known of a key, or {@code null}. */
    @Nullable
    Done done(String key) {
        return read(place(key, DONE), Done.class);
    }

    /** The digest of a host of it. */
    HostFacts digest(String key, int number) throws IOException {
        HostFacts digest = read(digestFile(key, number), HostFacts.class);
        if (digest == null) {
            throw new NoSuchFileException(digestFile(key, number).toString());
        }
        return digest;
    }

    /** Where the digest of a host of it stands. */
    Path digestFile(String key, int number) {
        return place(key, number + ".digest.json");
    }

    /** A digest that is to be put into its place. */
    Draft draftOf(HostFacts digest) throws IOException {
        Draft draft = new Draft(this);
        try (Writer out = draft.writer()) {
            JSON.writeValue(out, digest);
        }
        return draft;
    }

    boolean hasDigest(String key, int number) {
        return Files.exists(digestFile(key, number));
    }

    private static <T> @Nullable T read(Path file, Class<T> type) {
        try {
            return JSON.readValue(Files.readAllBytes(file), type);
        } catch (IOException | JacksonException e) {
            // what is not there, or was changed by others, is not done
            return null;
        }
    }

    /** Says that it is done; all else that belongs to it must stand, and does so before this when the power fails. */
    void put(String key, Done done) throws IOException {
        Path target = place(key, DONE);
        force(target.resolveSibling("."));
        put(target, JSON.writeValueAsBytes(done));
    }

    /** Puts a file into its place, forced to the disk; its name reaches the disk later, or by {@link #force}. */
    void put(Path target, byte[] bytes) throws IOException {
        Path draft = draft();
        try (FileChannel file = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                file.write(left);
            }
            file.force(true);
        }
        rename(draft, target);
    }

    /** Forces a draft to the disk and puts it into its place; its name reaches the disk later, or by {@link #force}. */
    void move(Path draft, Path target) throws IOException {
        try (FileChannel file = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        rename(draft, target);
    }

    private static void rename(Path draft, Path target) throws IOException {
        Path parent = target.toAbsolutePath().getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            Files.createDirectories(parent);
        }
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Forces the names in a folder to the disk, where the system can. */
    static void force(Path folder) {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException e) {
            // folders cannot be opened everywhere; there the rename has to do
        }
    }

    /** Removes what belongs to none of these keys. */
    void retain(Set<String> keys) throws IOException {
        walk(file -> {
            String name = String.valueOf(file.getFileName());
            int dot = name.indexOf('.');
            boolean ours = dot > 0 && !file.startsWith(drafts);
            return ours && !keys.contains(name.substring(0, dot));
        });
    }

    private interface Choice {
        boolean isToGo(Path file);
    }

    private void walk(Choice choice) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (choice.isToGo(file)) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() throws IOException {
        lock.release();
        lockFile.close();
    }
}

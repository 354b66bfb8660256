package org.sockmortem.source.box;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import org.apache.commons.compress.PasswordRequiredException;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;

/** The members of a 7z, in the order in which they are packed. */
final class SevenZMembers implements Members {
    /** A 7z within another box is held in memory up to this size. */
    private static final int IN_MEMORY = 32 << 20;

    private static final int MEMORY_KIB = 128 * 1024;

    private final SevenZFile file;
    private final Budget budget;

    SevenZMembers(SeekableByteChannel channel, Budget budget) throws IOException {
        this.budget = budget;
        try {
            file = SevenZFile.builder()
                    .setSeekableByteChannel(channel)
                    .setMaxMemoryLimitKiB(MEMORY_KIB)
                    .get();
        } catch (PasswordRequiredException e) {
            throw new LimitReached("It is encrypted.");
        } catch (IOException | RuntimeException e) {
            throw BoxDamage.withoutDirectory("7z", e);
        }
    }

    static SevenZMembers inMemory(InputStream in, Budget budget) throws IOException {
        byte[] all = in.readNBytes(IN_MEMORY + 1);
        if (all.length > IN_MEMORY) {
            throw new LimitReached(
                    "A 7z archive within another is read up to 32 MiB; unpack it, and give it as a PATH.");
        }
        return new SevenZMembers(new SeekableInMemoryByteChannel(all), budget);
    }

    @Override
    public @Nullable Member next() throws IOException {
        try {
            SevenZArchiveEntry entry = file.getNextEntry();
            while (entry != null && (entry.isDirectory() || entry.isAntiItem())) {
                budget.member();
                entry = file.getNextEntry();
            }
            if (entry == null) {
                return null;
            }
            budget.member();
            Instant modified =
                    entry.getHasLastModifiedDate() ? entry.getLastModifiedTime().toInstant() : null;
            String name = entry.getName() == null ? "" : entry.getName();
            return new Member(
                    name,
                    entry.getSize(),
                    modified,
                    null,
                    new MemberStream(new SmallSteps(stream()), "7z", budget, true));
        } catch (PasswordRequiredException e) {
            throw new LimitReached("It is encrypted.");
        } catch (IOException | RuntimeException e) {
            throw BoxDamage.of("7z", e);
        }
    }

    private InputStream stream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return file.read();
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                return file.read(bytes, from, length);
            }
        };
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

package org.sockmortem.source.box;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The members of a zip on disk, by the directory at its end: it alone tells links, and one damaged member does not hide the others. */
final class ZipFileMembers implements Members {
    private static final int LONGEST_TARGET = 4096;

    private final ZipFile zip;
    private final Enumeration<ZipArchiveEntry> entries;
    private final Budget budget;
    private InputStream current = InputStream.nullInputStream();

    private ZipFileMembers(ZipFile zip, Budget budget) {
        this.zip = zip;
        this.entries = zip.getEntriesInPhysicalOrder();
        this.budget = budget;
    }

    /** Its members; {@code null} where the directory is damaged, missing, or so large that it is not to be held. */
    static @Nullable ZipFileMembers open(SeekableByteChannel file, Budget budget) throws IOException {
        if (!ZipEnd.isModest(file)) {
            return null;
        }
        try {
            return new ZipFileMembers(
                    ZipFile.builder()
                            .setSeekableByteChannel(file)
                            .setCharset(StandardCharsets.UTF_8)
                            .setIgnoreLocalFileHeader(true)
                            .get(),
                    budget);
        } catch (DiskProblem e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    @Override
    public @Nullable Member next() throws IOException {
        current.close();
        try {
            while (entries.hasMoreElements()) {
                ZipArchiveEntry entry = entries.nextElement();
                ZipMembers.check(entry, budget);
                if (!entry.isDirectory()) {
                    return new Member(
                            entry.getName(), entry.getSize(), ZipMembers.modified(entry), link(entry), data(entry));
                }
            }
            return null;
        } catch (RuntimeException e) {
            throw BoxDamage.of("zip", e);
        }
    }

    private @Nullable String link(ZipArchiveEntry entry) {
        if (!entry.isUnixSymlink()) {
            return null;
        }
        try (InputStream packed = zip.getInputStream(entry);
                InputStream target = new MemberStream(packed, "zip", budget, true)) {
            return new String(target.readNBytes(LONGEST_TARGET), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private InputStream data(ZipArchiveEntry entry) throws LimitReached {
        if (entry.isUnixSymlink()) {
            return InputStream.nullInputStream();
        }
        if (!zip.canReadEntryData(entry)) {
            return new Unreadable(ZipMembers.whyNot(entry));
        }
        try {
            current = zip.getInputStream(entry);
            return new MemberStream(new CheckedMember(current, entry::getCrc), "zip", budget, true);
        } catch (IOException | RuntimeException e) {
            return new Unreadable(BoxDamage.of("zip", e));
        }
    }

    @Override
    public void close() throws IOException {
        current.close();
        zip.close();
    }
}

package org.sockmortem.source.box;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.apache.commons.compress.archivers.zip.X5455_ExtendedTimestamp;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.sockmortem.source.box.Limits.Name;

/** The members of a zip, by its local headers. */
final class ZipMembers implements Members {
    private final ZipArchiveInputStream zip;
    private final Budget budget;
    private boolean ended;

    ZipMembers(InputStream in, Budget budget) {
        zip = new ZipArchiveInputStream(in, StandardCharsets.UTF_8.name(), true, false);
        this.budget = budget;
    }

    @Override
    public @Nullable Member next() throws IOException {
        try {
            ZipArchiveEntry entry = ended ? null : zip.getNextEntry();
            while (entry != null && entry.isDirectory()) {
                budget.member();
                entry = zip.getNextEntry();
            }
            if (entry == null) {
                ended = true;
                return null;
            }
            budget.member();
            if (entry.getName().length() > budget.limits().get(Name.NAME_LENGTH)) {
                throw budget.limits().reached(Name.NAME_LENGTH, "A member's name is longer than is allowed");
            }
            InputStream data = zip.canReadEntryData(entry)
                    ? new MemberStream(zip, "zip", budget, true)
                    : new Unreadable(
                            entry.getGeneralPurposeBit().usesEncryption()
                                    ? "It is encrypted."
                                    : "It is packed in a way that cannot be read as a stream.");
            return new Member(entry.getName(), entry.getSize(), modified(entry), null, data);
        } catch (IOException | RuntimeException e) {
            ended = true;
            throw BoxDamage.of("zip", e);
        }
    }

    /** The classic stamp is of an unknown zone, and the library would take this machine's. */
    private static @Nullable Instant modified(ZipArchiveEntry entry) {
        if (entry.getExtraField(X5455_ExtendedTimestamp.HEADER_ID) instanceof X5455_ExtendedTimestamp stamp) {
            FileTime time = stamp.getModifyFileTime();
            return time == null ? null : time.toInstant();
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

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
    private final ZipEnd end;
    private final ZipArchiveInputStream zip;
    private final Budget budget;
    private @Nullable CheckedMember last;
    private boolean ended;

    ZipMembers(InputStream in, Budget budget) {
        end = new ZipEnd(in);
        zip = new ZipArchiveInputStream(end, StandardCharsets.UTF_8.name(), true, false);
        this.budget = budget;
    }

    @Override
    public @Nullable Member next() throws IOException {
        try {
            ZipArchiveEntry entry = ended ? null : zip.getNextEntry();
            if (last != null) {
                // written as a stream, a zip has the sum behind the member
                last.check();
                last = null;
            }
            while (entry != null && entry.isDirectory()) {
                budget.member();
                entry = zip.getNextEntry();
            }
            if (entry == null) {
                end();
                return null;
            }
            check(entry, budget);
            return new Member(entry.getName(), entry.getSize(), modified(entry), null, data(entry));
        } catch (IOException | RuntimeException e) {
            ended = true;
            throw BoxDamage.of("zip", e);
        }
    }

    private InputStream data(ZipArchiveEntry entry) {
        if (!zip.canReadEntryData(entry)) {
            return new Unreadable(whyNot(entry));
        }
        CheckedMember checked = new CheckedMember(zip, entry::getCrc);
        last = checked;
        return new MemberStream(checked, "zip", budget, true);
    }

    /** Where it is cut in a member's header, the library takes that for the end. */
    private void end() throws IOException {
        if (!ended && !end.seen()) {
            throw BoxDamage.cut("zip");
        }
        ended = true;
    }

    /** One more member, whose name is not too long. */
    static void check(ZipArchiveEntry entry, Budget budget) throws LimitReached {
        budget.member();
        if (entry.getName().length() > budget.limits().get(Name.NAME_LENGTH)) {
            throw budget.limits().reached(Name.NAME_LENGTH, "A member's name is longer than is allowed");
        }
    }

    /** Why a member cannot be read. */
    static LimitReached whyNot(ZipArchiveEntry entry) {
        return new LimitReached(
                entry.getGeneralPurposeBit().usesEncryption()
                        ? "It is encrypted."
                        : "It is packed in a way that cannot be read as a stream.");
    }

    /** The classic stamp is of an unknown zone, and the library would take this machine's. */
    static @Nullable Instant modified(ZipArchiveEntry entry) {
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

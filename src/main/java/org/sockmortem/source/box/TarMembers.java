package org.sockmortem.source.box;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.sockmortem.source.box.Limits.Name;

/** The members of a tar. */
final class TarMembers implements Members {
    private final HeaderAllowance raw;
    private final TarArchiveInputStream tar;
    private final Budget budget;
    private final byte[] waste = new byte[1 << 14];
    private boolean begun;
    private boolean ended;

    TarMembers(InputStream in, Budget budget) throws IOException {
        raw = new HeaderAllowance(in, budget.limits());
        tar = new TarArchiveInputStream(raw, StandardCharsets.UTF_8.name());
        this.budget = budget;
    }

    @Override
    public @Nullable Member next() throws IOException {
        try {
            while (!ended) {
                skipRest();
                raw.headersFollow();
                TarArchiveEntry entry = tar.getNextEntry();
                raw.headersEnd();
                if (entry == null) {
                    ended = true;
                    drain();
                    return null;
                }
                budget.member();
                if (!entry.isCheckSumOK()) {
                    throw BoxDamage.damaged("tar");
                }
                begun = true;
                Member member = member(entry);
                if (member != null) {
                    return member;
                }
            }
            return null;
        } catch (IOException | RuntimeException e) {
            ended = true;
            throw BoxDamage.of("tar", e);
        }
    }

    private @Nullable Member member(TarArchiveEntry entry) throws IOException {
        if (entry.isGlobalPaxHeader() || entry.isDirectory()) {
            return null;
        }
        FileTime time = entry.getLastModifiedTime();
        Instant modified = time == null ? null : time.toInstant();
        if (entry.isSymbolicLink()) {
            return new Member(entry.getName(), 0, modified, entry.getLinkName(), InputStream.nullInputStream());
        }
        if (entry.isLink()) {
            return new Member(entry.getName(), 0, modified, "/" + entry.getLinkName(), InputStream.nullInputStream());
        }
        return entry.isFile() || entry.isSparse()
                ? new Member(
                        entry.getName(),
                        entry.getRealSize(),
                        modified,
                        null,
                        new MemberStream(tar, "tar", budget, false))
                : null;
    }

    private void skipRest() throws IOException {
        while (begun && tar.read(waste) >= 0) {
            // up to the next header
        }
        begun = false;
    }

    /** What stands behind the archive's end tells whether the box around it is whole. */
    private void drain() throws IOException {
        if (!raw.sawEnd()) {
            throw BoxDamage.cut("tar");
        }
        while (raw.read(waste) >= 0) {
            // only to its end
        }
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    /**
     * Lets no member's header, with its long names, take more than the limit on names allows, and a little for the rest of it: the
     * library holds all of it in memory.
     */
    private static final class HeaderAllowance extends FilterInputStream {
        private static final long REST_OF_HEADERS = 1 << 16;

        private final Limits limits;
        private long left = Long.MAX_VALUE;
        private boolean zeros;

        HeaderAllowance(InputStream in, Limits limits) {
            super(in);
            this.limits = limits;
        }

        void headersFollow() {
            left = limits.get(Name.NAME_LENGTH) + REST_OF_HEADERS;
        }

        void headersEnd() {
            left = Long.MAX_VALUE;
        }

        /** Whether a block of zeros was the last that was read: an archive without one has lost its end. */
        boolean sawEnd() {
            return zeros;
        }

        @Override
        public int read() throws IOException {
            return ByBlocks.read(this);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = in.read(bytes, from, length);
            if (left != Long.MAX_VALUE && read > 0) {
                left -= read;
                zeros = true;
                for (int i = from; i < from + read && zeros; i++) {
                    zeros = bytes[i] == 0;
                }
                if (left < 0) {
                    throw limits.reached(Name.NAME_LENGTH, "A member's name is longer than is allowed");
                }
            }
            return read;
        }
    }
}

package org.sockmortem.source.box;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What kinds of archive there are, told by their first bytes. */
public enum Archive {
    /** v7, ustar, GNU and pax. */
    TAR("tar"),
    /** Read by the directory at its end, or as a stream, by its local headers, so that a cut one is read too. */
    ZIP("zip"),
    /** Its directory stands at its end: it can be read from a file, or from memory. */
    SEVEN_Z("7z");

    /** How much of a stream's beginning shows what it is: a tar's first header. */
    public static final int HEAD = 512;

    private static final int MAGIC_AT = 257;
    private static final int SUM_AT = 148;
    private static final int SUM_DIGITS = 8;

    private final String id;

    Archive(String id) {
        this.id = id;
    }

    /** The name in sentences. */
    public String id() {
        return id;
    }

    /** What a stream is that begins so; {@code null} where it is no archive. */
    public static @Nullable Archive of(byte[] head) {
        if (Compression.starts(head, 'P', 'K', 3, 4) || Compression.starts(head, 'P', 'K', 5, 6)) {
            return ZIP;
        }
        if (Compression.starts(head, '7', 'z', 0xBC, 0xAF, 0x27, 0x1C)) {
            return SEVEN_Z;
        }
        return head.length >= HEAD && (isTarHeader(head) || hasTarMagic(head)) ? TAR : null;
    }

    /** All but the oldest dialect say what they are: a header whose sum is wrong is damaged. */
    private static boolean hasTarMagic(byte[] head) {
        return Compression.starts(Arrays.copyOfRange(head, MAGIC_AT, HEAD), 'u', 's', 't', 'a', 'r') && head[0] != 0;
    }

    /** Every dialect has the sum of the header's bytes in it, the sum's own taken as blanks. */
    private static boolean isTarHeader(byte[] head) {
        long told = 0;
        int digits = 0;
        for (int i = SUM_AT; i < SUM_AT + SUM_DIGITS; i++) {
            if (head[i] >= '0' && head[i] <= '7') {
                told = told * 8 + head[i] - '0';
                digits++;
            } else if (digits > 0) {
                break;
            }
        }
        long sum = 0;
        long signed = 0;
        for (int i = 0; i < HEAD; i++) {
            boolean own = i >= SUM_AT && i < SUM_AT + SUM_DIGITS;
            sum += own ? ' ' : head[i] & 0xFF;
            signed += own ? ' ' : head[i];
        }
        // a name stands first, unless it is the end of an archive
        return digits > 0 && head[0] != 0 && (told == sum || told == signed);
    }

    /**
     * Its members, from a stream.
     *
     * @throws IOException where it cannot be opened so
     */
    public Members open(InputStream in, Budget budget) throws IOException {
        return switch (this) {
            case TAR -> new TarMembers(in, budget);
            case ZIP -> new ZipMembers(in, budget);
            case SEVEN_Z -> SevenZMembers.inMemory(in, budget);
        };
    }

    /**
     * Its members, from a file, where its directory stands at its end.
     *
     * @return {@code null} where it is to be read as a stream
     * @throws IOException where it cannot be opened so
     */
    public @Nullable Members open(SeekableByteChannel file, Budget budget) throws IOException {
        return switch (this) {
            case TAR -> null;
            case ZIP -> ZipFileMembers.open(file, budget);
            case SEVEN_Z -> new SevenZMembers(file, budget);
        };
    }
}

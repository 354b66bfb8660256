package org.sockmortem.source.box;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;

/**
 * Watches the bytes of a zip for the record at the end of its directory (APPNOTE.TXT 4.3.16), without which it was cut. A zip that lies in it
 * unpacked has such a record, too, but that tells of a directory elsewhere.
 */
final class ZipEnd extends BlockStream {
    private static final byte[] SIGNATURE = {'P', 'K', 5, 6};
    /** Where sizes are told by the zip64 record before it. */
    private static final long ELSEWHERE = 0xFFFF_FFFFL;

    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final long MODEST = 8 << 20;
    private static final int RECORD = 22;
    private static final int DIRECTORY_SIZE_AT = 12;
    private static final int DIRECTORY_AT = 16;

    private final byte[] record = new byte[RECORD];
    private int matched;
    private long position;
    private boolean seen;
    private long size;

    ZipEnd(InputStream in) {
        this(in, 0);
    }

    private ZipEnd(InputStream in, long position) {
        super(in);
        this.position = position;
    }

    /** Whether a file has its directory, and one that can be held in memory. */
    static boolean isModest(SeekableByteChannel file) throws IOException {
        long begin = Math.max(0, file.size() - RECORD - LONGEST_COMMENT);
        ZipEnd end = new ZipEnd(Channels.newInputStream(file.position(begin)), begin);
        end.transferTo(OutputStream.nullOutputStream());
        return end.seen() && end.size <= MODEST;
    }

    /** Whether it was there. */
    boolean seen() {
        return seen;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = in.read(bytes, from, length);
        for (int i = from; i < from + read; i++) {
            watch(bytes[i]);
        }
        return read;
    }

    private void watch(byte b) {
        position++;
        if (matched < SIGNATURE.length && b != SIGNATURE[matched]) {
            matched = 0;
        }
        if (matched >= SIGNATURE.length || b == SIGNATURE[matched]) {
            record[matched++] = b;
        }
        if (matched == RECORD) {
            matched = 0;
            ByteBuffer values = ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);
            long told = Integer.toUnsignedLong(values.getInt(DIRECTORY_SIZE_AT));
            long at = Integer.toUnsignedLong(values.getInt(DIRECTORY_AT));
            if (at == ELSEWHERE || told == ELSEWHERE || at + told == position - RECORD) {
                seen = true;
                size = told;
            }
        }
    }
}

package org.sockmortem.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import org.sockmortem.source.box.ByBlocks;

/** Bytes that were written in base64 line by line, each line for itself, as apport does. */
final class Base64Lines extends InputStream {
    /** apport packs a mebibyte into a line at most. */
    private static final int LINE_LIMIT = 4 << 20;

    private final InputStream in;
    private InputStream line = InputStream.nullInputStream();

    Base64Lines(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        return ByBlocks.read(this);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = line.read(bytes, from, length);
        while (read < 0 && length > 0) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            int b = in.read();
            if (b < 0) {
                return -1;
            }
            for (; b >= 0 && b != '\n'; b = in.read()) {
                if (text.size() == LINE_LIMIT) {
                    throw new IOException("a line of base64 has no end");
                }
                text.write(b);
            }
            try {
                line = new ByteArrayInputStream(Base64.getMimeDecoder().decode(text.toByteArray()));
            } catch (IllegalArgumentException e) {
                throw new IOException("a line is no base64", e);
            }
            read = line.read(bytes, from, length);
        }
        return read;
    }
}

package org.sockmortem.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.sockmortem.source.box.DiskProblem;

/** A file's bytes on their way from the disk: how many they are is told, and a failure is the disk's and not a box's. */
final class MeteredStream extends FilterInputStream {
    private final ReadProgress progress;

    MeteredStream(InputStream file, ReadProgress progress) {
        super(file);
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            int read = in.read(bytes, from, length);
            progress.read(Math.max(0, read));
            return read;
        } catch (IOException e) {
            throw new DiskProblem(ProblemText.of(e), e);
        }
    }
}

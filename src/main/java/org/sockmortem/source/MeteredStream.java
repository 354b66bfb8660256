package org.sockmortem.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.sockmortem.source.box.ByBlocks;
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
        return ByBlocks.read(this);
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

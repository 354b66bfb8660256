package org.sockmortem.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.sockmortem.source.box.DiskProblem;

/** A file that is read here and there: how many bytes is told, and a failure is the disk's and not a box's. */
final class MeteredChannel implements SeekableByteChannel {
    private final SeekableByteChannel file;
    private final ReadProgress progress;

    MeteredChannel(SeekableByteChannel file, ReadProgress progress) {
        this.file = file;
        this.progress = progress;
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        try {
            int read = file.read(bytes);
            progress.read(Math.max(0, read));
            return read;
        } catch (IOException e) {
            throw DiskProblem.of(e);
        }
    }

    @Override
    public int write(ByteBuffer bytes) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        file.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

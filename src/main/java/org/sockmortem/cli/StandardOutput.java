package org.sockmortem.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The process's standard output, which says what went wrong with it. {@code System.out} keeps every failure to itself: a report cut
 * short by a full disk would look like a whole one.
 */
final class StandardOutput extends OutputStream {
    private final OutputStream out;
    private final boolean toPipe;

    private StandardOutput(OutputStream out, boolean toPipe) {
        this.out = out;
        this.toPipe = toPipe;
    }

    /** This process's. */
    static OutputStream ofProcess() {
        return new StandardOutput(new FileOutputStream(FileDescriptor.out), isPipe(Path.of("/proc/self/fd/1")));
    }

    /** A pipe or a socket, where the system tells; a write to one fails for nothing but a reader that has gone away. */
    private static boolean isPipe(Path descriptor) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            return target.startsWith("pipe:") || target.startsWith("socket:");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            // elsewhere than on Linux the text is all there is
            if (toPipe || String.valueOf(e.getMessage()).contains("Broken pipe")) {
                throw new ClosedPipe(e);
            }
            throw e;
        }
    }
}

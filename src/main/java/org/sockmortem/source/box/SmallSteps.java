package org.sockmortem.source.box;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A decoder's bytes up to where it fails. Those of LZMA and bzip2 give nothing of the call in which they do: what they are asked for in one
 * call is little, and what came before is given first. Mutable, one use.
 */
final class SmallSteps extends BlockStream {
    private static final int STEP = 256;

    private @Nullable IOException failure;

    SmallSteps(InputStream decoder) {
        super(decoder);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int given = 0;
        while (given < length && failure == null) {
            int read;
            try {
                read = in.read(bytes, from + given, Math.min(STEP, length - given));
            } catch (IOException e) {
                failure = e;
                break;
            } catch (RuntimeException e) {
                failure = new IOException(e);
                break;
            }
            if (read <= 0) {
                return given > 0 ? given : read;
            }
            given += read;
        }
        if (given == 0 && failure != null) {
            throw failure;
        }
        return given;
    }
}

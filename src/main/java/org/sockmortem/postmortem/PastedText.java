package org.sockmortem.postmortem;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sockmortem.scan.Signs;
import org.sockmortem.snapshot.PastedState;
import org.sockmortem.snapshot.Reading;
import org.sockmortem.snapshot.StateSigns;

/**
 * The text of a log as it goes by, kept as long as it is short: people paste captured state beside a few lines, and write no megabyte. What is longer is a log and nothing else.
 */
final class PastedText extends OutputStream {
    private static final int LONGEST = 1 << 20;

    private static final Signs SIGNS = new Signs(StateSigns.ALL);

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long length;

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) {
        length += count;
        if (length <= LONGEST) {
            kept.write(bytes, from, count);
        } else {
            kept.reset();
        }
    }

    /**
     * What it holds of captured state.
     *
     * @param path how the text is cited
     * @param before lines that stand before it in what is cited
     */
    List<Reading> readings(String path, long before) {
        byte[] text = kept.toByteArray();
        // what is too long is not kept
        return SIGNS.areIn(text) ? PastedState.read(new String(text, StandardCharsets.UTF_8), path, before) : List.of();
    }
}

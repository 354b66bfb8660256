package org.sockmortem.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the next of many needles in a buffer by skipping (Wu and Manber, 1994): the window is as long as the shortest needle, and the
 * two bytes at its end tell how far it can move without passing over one. Immutable.
 */
final class NeedleSearch {
    /** The search for the needles of {@link Needles}. */
    static final NeedleSearch INSTANCE = new NeedleSearch(Needles.all());

    private static final int PAIRS = 1 << 16;

    private final int window;
    private final byte[] shift = new byte[PAIRS];
    private final byte[][][] endingWith = new byte[PAIRS][][];

    NeedleSearch(List<String> needles) {
        List<byte[]> all =
                needles.stream().map(n -> n.getBytes(StandardCharsets.UTF_8)).toList();
        window = Math.min(
                Byte.MAX_VALUE, all.stream().mapToInt(n -> n.length).min().orElseThrow());
        Arrays.fill(shift, (byte) (window - 1));
        for (byte[] needle : all) {
            for (int i = 1; i < window; i++) {
                int pair = pair(needle[i - 1], needle[i]);
                shift[pair] = (byte) Math.min(shift[pair], window - 1 - i);
            }
            add(pair(needle[window - 2], needle[window - 1]), needle);
        }
    }

    private void add(int pair, byte[] needle) {
        List<byte[]> list = new ArrayList<>(endingWith[pair] == null ? List.of() : Arrays.asList(endingWith[pair]));
        list.add(needle);
        endingWith[pair] = list.toArray(byte[][]::new);
    }

    private static int pair(byte first, byte second) {
        return (first & 0xFF) << 8 | (second & 0xFF);
    }

    /** The index where a needle begins, the first from {@code from} on that ends before {@code to}; -1 where there is none. */
    int next(byte[] bytes, int from, int to) {
        int i = from + window - 1;
        while (i < to) {
            int pair = pair(bytes[i - 1], bytes[i]);
            int skip = shift[pair];
            if (skip > 0) {
                i += skip;
                continue;
            }
            int start = i - window + 1;
            for (byte[] needle : endingWith[pair]) {
                int after = start + needle.length;
                if (after <= to && Arrays.equals(needle, 0, needle.length, bytes, start, after)) {
                    return start;
                }
            }
            i++;
        }
        return -1;
    }
}

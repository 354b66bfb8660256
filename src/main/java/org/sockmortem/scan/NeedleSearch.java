package org.sockmortem.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the lines of a buffer that hold one of many needles, by skipping (Wu and Manber, 1994): the window is as long as the shortest
 * needle, and the two bytes at its end tell how far it can move without passing over one. Of each needle the window is laid on the part
 * that is made of the rarest pairs. Four stretches of the buffer are searched in turn, a step in each: a step must wait for its loads,
 * and four can wait together. Immutable.
 */
final class NeedleSearch {
    private static final VarHandle WORD_VIEW =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int PAIRS = 1 << 16;

    /** Where less than this is to be searched, one stretch is all. */
    private static final int WORTH_PARTING = 1 << 12;

    /** The search for the needles of {@link Needles}; last, since it is made by the fields above. */
    static final NeedleSearch INSTANCE = new NeedleSearch(Needles.all());

    private final int window;
    private final byte[] shift = new byte[PAIRS];
    private final Needle[][] endingWith = new Needle[PAIRS][];

    /** How much worse than a short step it is to look whether a needle is there. */
    private static final int LOOK = 4;

    /** A needle, where the window lies in it, and its first four bytes in one number, which few other places have. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Needle(byte[] bytes, int window, int word) {
        boolean isAt(byte[] text, int at, int from, int to) {
            int after = at + bytes.length;
            return at >= from
                    && after <= to
                    && (int) WORD_VIEW.get(text, at) == word
                    && Arrays.equals(bytes, 0, bytes.length, text, at, after);
        }
    }

    NeedleSearch(List<String> needles) {
        List<byte[]> all = needles.stream()
                .sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .map(n -> n.getBytes(StandardCharsets.UTF_8))
                .toList();
        window = Math.min(Byte.MAX_VALUE, all.get(0).length);
        Arrays.fill(shift, (byte) (window - 1));
        // what many needles hold is common in other text as well
        byte[] common = new byte[PAIRS];
        for (byte[] needle : all) {
            for (int i = 1; i < needle.length; i++) {
                common[pair(needle, i)]++;
            }
        }
        for (byte[] needle : all) {
            int at = bestWindow(needle, common);
            for (int i = 1; i < window; i++) {
                int pair = pair(needle, at + i);
                shift[pair] = (byte) Math.min(shift[pair], window - 1 - i);
            }
            add(pair(needle, at + window - 1), new Needle(needle, at, (int) WORD_VIEW.get(needle, 0)));
        }
    }

    /** Where a window takes the least from the steps of what has been laid out so far. */
    private int bestWindow(byte[] needle, byte[] common) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int at = 0; at + window <= needle.length; at++) {
            int cost = 0;
            for (int i = 1; i < window; i++) {
                int pair = pair(needle, at + i);
                int step = window - 1 - i;
                if (step < shift[pair]) {
                    cost += (common[pair] + 1) * (shift[pair] - step + (step == 0 ? LOOK : 0));
                }
            }
            if (cost < least) {
                least = cost;
                best = at;
            }
        }
        return best;
    }

    private void add(int pair, Needle needle) {
        List<Needle> list = new ArrayList<>(endingWith[pair] == null ? List.of() : Arrays.asList(endingWith[pair]));
        list.add(needle);
        endingWith[pair] = list.toArray(Needle[]::new);
    }

    /** The two bytes that end with this one, as a number. */
    private static int pair(byte[] bytes, int last) {
        return (bytes[last - 1] & 0xFF) << 8 | (bytes[last] & 0xFF);
    }

    /** The index where a needle begins, within these bounds; -1 where there is none. */
    int next(byte[] bytes, int from, int to) {
        int i = from + window - 1;
        while (i < to) {
            int skip = shift[pair(bytes, i)];
            if (skip > 0) {
                i += skip;
            } else {
                int start = start(bytes, i, from, to);
                if (start >= 0) {
                    return start;
                }
                i++;
            }
        }
        return -1;
    }

    /** Where the needle begins on which a window lies that ends there; -1 where it lies on none. */
    private int start(byte[] bytes, int windowEnd, int from, int to) {
        for (Needle needle : endingWith[pair(bytes, windowEnd)]) {
            int start = windowEnd - window + 1 - needle.window;
            if (needle.isAt(bytes, start, from, to)) {
                return start;
            }
        }
        return -1;
    }

    /**
     * The beginnings of needles, in order, one a line.
     *
     * @param from where a line begins
     * @param to where one ends
     */
    Hits all(byte[] bytes, int from, int to) {
        Hits hits = new Hits();
        if (to - from < WORTH_PARTING) {
            rest(bytes, from + window - 1, to, hits);
            return hits;
        }
        int quarter = (to - from) / 4;
        int second = LineFeeds.afterLast(bytes, from, from + quarter);
        int third = LineFeeds.afterLast(bytes, second, from + 2 * quarter);
        int fourth = LineFeeds.afterLast(bytes, third, from + 3 * quarter);
        Hits hitsB = new Hits();
        Hits hitsC = new Hits();
        Hits hitsD = new Hits();
        int a = from + window - 1;
        int b = second + window - 1;
        int c = third + window - 1;
        int d = fourth + window - 1;
        // a local variable need not be read again after a call
        byte[] skips = shift;
        while (a < second && b < third && c < fourth && d < to) {
            int skipA = skips[pair(bytes, a)];
            int skipB = skips[pair(bytes, b)];
            int skipC = skips[pair(bytes, c)];
            int skipD = skips[pair(bytes, d)];
            a = skipA > 0 ? a + skipA : step(bytes, a, second, hits);
            b = skipB > 0 ? b + skipB : step(bytes, b, third, hitsB);
            c = skipC > 0 ? c + skipC : step(bytes, c, fourth, hitsC);
            d = skipD > 0 ? d + skipD : step(bytes, d, to, hitsD);
        }
        rest(bytes, a, second, hits);
        rest(bytes, b, third, hitsB);
        rest(bytes, c, fourth, hitsC);
        rest(bytes, d, to, hitsD);
        hits.addAll(hitsB);
        hits.addAll(hitsC);
        hits.addAll(hitsD);
        return hits;
    }

    private void rest(byte[] bytes, int windowEnd, int to, Hits hits) {
        int i = windowEnd;
        while (i < to) {
            int skip = shift[pair(bytes, i)];
            i = skip > 0 ? i + skip : step(bytes, i, to, hits);
        }
    }

    /** Where to go on from the end of what may be a needle: behind the line, if it is one. */
    private int step(byte[] bytes, int windowEnd, int to, Hits hits) {
        int start = start(bytes, windowEnd, 0, to);
        if (start < 0) {
            return windowEnd + 1;
        }
        hits.add(start);
        int lineFeed = LineFeeds.next(bytes, windowEnd, to);
        return lineFeed < 0 ? to : lineFeed + window;
    }

    /** Indexes, in order. Mutable. */
    static final class Hits {
        private int[] all = new int[16];
        private int size;

        void add(int at) {
            if (size == all.length) {
                all = Arrays.copyOf(all, 2 * size);
            }
            all[size++] = at;
        }

        private void addAll(Hits others) {
            for (int i = 0; i < others.size; i++) {
                add(others.all[i]);
            }
        }

        int size() {
            return size;
        }

        int get(int i) {
            return all[i];
        }
    }
}

package org.sockmortem.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the lines of a buffer that hold one of many needles, by skipping (Wu and Manber, 1994): a window is moved over the text, and the
 * three bytes at its end tell how far it can move without passing over a needle. The window is one byte longer than the shortest needle,
 * which lies at its end, behind any byte; of each other needle it is laid on the part that is made of the rarest triples. Four stretches
 * of the buffer are searched in turn, a step in each: a step must wait for its loads, and four can wait together. Immutable.
 */
final class NeedleSearch {
    private static final VarHandle WORD_VIEW =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** Triples are known by so many bits: their steps stay in the processor's nearest memory, and few triples share a step. */
    private static final int TRIPLE_BITS = 15;

    /** Spreads triples over those bits (Knuth, The Art of Computer Programming, 6.4: multiplicative hashing). */
    private static final int SPREAD = 0x9E37_79B1;

    private static final int BYTE_VALUES = 1 << Byte.SIZE;

    private static final int STRETCHES = 4;

    private static final int STRIP = 16;

    /** Where less than this is to be searched, the stretches are searched one after the other. */
    private static final int WORTH_PARTING = 1 << 12;

    /** The search for the needles of {@link Needles}; last, since it is made by the fields above. */
    static final NeedleSearch INSTANCE = new NeedleSearch(Needles.all());

    private final int shortest;
    private final int window;
    private final byte[] shift = new byte[1 << TRIPLE_BITS];
    private final Needle[][] endingWith = new Needle[1 << TRIPLE_BITS][];

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

    /**
     * A search.
     *
     * @param needles none of them shorter than four bytes
     */
    NeedleSearch(List<String> needles) {
        List<byte[]> all = needles.stream()
                .sorted(NeedleSearch::shortestFirst)
                .map(n -> n.getBytes(StandardCharsets.UTF_8))
                .toList();
        shortest = Math.min(Byte.MAX_VALUE - 1, all.get(0).length);
        window = shortest + 1;
        Arrays.fill(shift, (byte) (window - 2));
        // what many needles hold is common in other text as well
        byte[] common = new byte[shift.length];
        for (byte[] needle : all) {
            for (int i = 2; i < needle.length; i++) {
                common[triple(needle[i - 2], needle, i)]++;
            }
        }
        for (byte[] needle : all) {
            int at = needle.length < window ? -1 : bestWindow(needle, common);
            for (int i = 2; i < window; i++) {
                limitStep(needle, at + i, window - 1 - i);
            }
            int last = at + window - 1;
            add(triple(needle[last - 2], needle, last), new Needle(needle, at, (int) WORD_VIEW.get(needle, 0)));
        }
    }

    private static int shortestFirst(String one, String other) {
        return one.length() != other.length() ? one.length() - other.length() : one.compareTo(other);
    }

    /** No further than this behind the triple that ends there; if it begins before the needle, with whatever byte. */
    private void limitStep(byte[] needle, int last, int step) {
        if (last > 1) {
            lower(triple(needle[last - 2], needle, last), step);
            return;
        }
        for (int any = 0; any < BYTE_VALUES; any++) {
            lower(triple(any, needle, last), step);
        }
    }

    private void lower(int triple, int step) {
        shift[triple] = (byte) Math.min(shift[triple], step);
    }

    /** Where a window takes the least from the steps of what has been laid out so far. */
    private int bestWindow(byte[] needle, byte[] common) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int at = 0; at + window <= needle.length; at++) {
            int cost = 0;
            for (int i = 2; i < window; i++) {
                int triple = triple(needle[at + i - 2], needle, at + i);
                int step = window - 1 - i;
                if (step < shift[triple]) {
                    cost += (common[triple] + 1) * (shift[triple] - step + (step == 0 ? LOOK : 0));
                }
            }
            if (cost < least) {
                least = cost;
                best = at;
            }
        }
        return best;
    }

    private void add(int triple, Needle needle) {
        List<Needle> list = new ArrayList<>(endingWith[triple] == null ? List.of() : Arrays.asList(endingWith[triple]));
        list.add(needle);
        endingWith[triple] = list.toArray(Needle[]::new);
    }

    /** The three bytes that end with this one, as an index of the steps. There must be one more before them. */
    private static int triple(byte[] text, int last) {
        return index(((int) WORD_VIEW.get(text, last - 3)) >>> Byte.SIZE);
    }

    /** A byte and the two that end with this one, as an index of the steps. */
    private static int triple(int first, byte[] needle, int last) {
        return index(
                (first & 0xFF) | (needle[last - 1] & 0xFF) << Byte.SIZE | (needle[last] & 0xFF) << (2 * Byte.SIZE));
    }

    private static int index(int triple) {
        return (triple * SPREAD) >>> (Integer.SIZE - TRIPLE_BITS);
    }

    /** The index where a needle begins, within these bounds; -1 where there is none. */
    int next(byte[] bytes, int from, int to) {
        int i = from + shortest - 1;
        while (i < to) {
            int skip = shift[triple(bytes, i)];
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
        for (Needle needle : endingWith[triple(bytes, windowEnd)]) {
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
        int quarter = (to - from) / STRETCHES;
        int[] at = new int[STRETCHES];
        int[] ends = new int[STRETCHES];
        Hits[] hits = new Hits[STRETCHES];
        int begin = from;
        for (int i = 0; i < STRETCHES; i++) {
            at[i] = begin + shortest - 1;
            begin = i + 1 < STRETCHES ? LineFeeds.afterLast(bytes, begin, from + (i + 1) * quarter) : to;
            ends[i] = begin;
            hits[i] = new Hits();
        }
        if (to - from >= WORTH_PARTING) {
            boolean open = true;
            while (open) {
                open = strip(bytes, at, ends, hits);
            }
        }
        for (int i = 0; i < STRETCHES; i++) {
            rest(bytes, at[i], ends[i], hits[i]);
            if (i > 0) {
                hits[0].addAll(hits[i]);
            }
        }
        return hits[0];
    }

    /**
     * Goes on in all stretches for a while. Often called for a short while: the virtual machine then compiles this, once and for good,
     * and not the loop around it while it runs.
     *
     * @return whether none has come to its end
     */
    private boolean strip(byte[] bytes, int[] at, int[] ends, Hits[] hits) {
        boolean open = true;
        for (int look = 0; look < STRIP && open; look++) {
            open = skim(bytes, at, ends);
            for (int i = 0; i < STRETCHES; i++) {
                if (at[i] < ends[i] && shift[triple(bytes, at[i])] == 0) {
                    at[i] = step(bytes, at[i], ends[i], hits[i]);
                }
            }
        }
        return open;
    }

    /**
     * Goes on in all stretches until one may be at a needle.
     *
     * @return whether one is; not, when one has come to its end
     */
    private boolean skim(byte[] bytes, int[] at, int[] ends) {
        // a local variable need not be read again
        byte[] skips = shift;
        int a = at[0];
        int b = at[1];
        int c = at[2];
        int d = at[3];
        int endA = ends[0];
        int endB = ends[1];
        int endC = ends[2];
        int endD = ends[3];
        boolean found = false;
        while (!found && a < endA && b < endB && c < endC && d < endD) {
            int skipA = skips[triple(bytes, a)];
            int skipB = skips[triple(bytes, b)];
            int skipC = skips[triple(bytes, c)];
            int skipD = skips[triple(bytes, d)];
            // below zero if one of them is zero
            found = ((skipA - 1) | (skipB - 1) | (skipC - 1) | (skipD - 1)) < 0;
            a += skipA;
            b += skipB;
            c += skipC;
            d += skipD;
        }
        at[0] = a;
        at[1] = b;
        at[2] = c;
        at[3] = d;
        return found;
    }

    private void rest(byte[] bytes, int windowEnd, int to, Hits hits) {
        int i = windowEnd;
        while (i < to) {
            int skip = shift[triple(bytes, i)];
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
        return lineFeed < 0 ? to : lineFeed + shortest;
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

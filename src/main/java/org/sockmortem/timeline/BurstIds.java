package org.sockmortem.timeline;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.IntStream;

/**
 * The ids of bursts of one host. Kept as numbers and put together where they are asked for: a host with thousands of bursts has as many
 * incidents, and findings of all of them. Immutable.
 */
public final class BurstIds extends AbstractList<String> implements RandomAccess {
    /** No bursts. */
    public static final BurstIds NONE = new BurstIds("");

    private final String host;
    private final int[] numbers;

    private BurstIds(String host, int... numbers) {
        this.host = host;
        this.numbers = numbers;
    }

    /**
     * The ids of these.
     *
     * @param bursts of one host
     */
    public static BurstIds of(List<Burst> bursts) {
        return bursts.isEmpty()
                ? NONE
                : new BurstIds(
                        bursts.get(0).host(),
                        bursts.stream().mapToInt(Burst::number).toArray());
    }

    /**
     * The same from their text.
     *
     * @param ids of bursts of one host
     * @throws RuntimeException where one does not end as an id does, or is of another host
     */
    public static BurstIds parse(List<String> ids) {
        if (ids.isEmpty()) {
            return NONE;
        }
        int slash = ids.get(0).lastIndexOf('/');
        return new BurstIds(
                ids.get(0).substring(0, Math.max(0, slash)),
                ids.stream()
                        .mapToInt(id -> Integer.parseInt(id, slash + 1, id.length(), 10))
                        .toArray());
    }

    /** The ids from one number to another, the last among them. */
    static BurstIds from(String host, int first, int last) {
        return new BurstIds(host, IntStream.rangeClosed(first, last).toArray());
    }

    /** The least of the numbers, which is that of the earliest burst; the greatest that there is where there are no bursts. */
    public int earliest() {
        return IntStream.of(numbers).min().orElse(Integer.MAX_VALUE);
    }

    /** The bursts' numbers among those of their host, each a bit. */
    public BitSet numbers() {
        BitSet all = new BitSet();
        for (int number : numbers) {
            all.set(number);
        }
        return all;
    }

    @Override
    public String get(int index) {
        return Burst.id(host, numbers[index]);
    }

    @Override
    public int size() {
        return numbers.length;
    }
}

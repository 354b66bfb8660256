package org.sockmortem.snapshot;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockmortem.snapshot.Reading.State;

/** A host's captured state, by name. Immutable. What was not captured is absent, never zero. */
public final class SystemSnapshot {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,19}");
    private static final int SURE_DIGITS = 18;

    /** Nothing captured. */
    public static final SystemSnapshot EMPTY = new SystemSnapshot(new TreeMap<>());

    /**
     * Weakest first: configuration before what the kernel had; configuration in the order in which sysctl --system applies it, by the
     * name of the file, then by the folder, /usr/lib before /run before /etc. The order in which files were found plays no part.
     */
    private static final Comparator<Reading> WEAKEST_FIRST = Comparator.comparing((Reading r) -> !r.isConfigured())
            .thenComparing(SystemSnapshot::applied)
            .thenComparing(SystemSnapshot::folder)
            .thenComparing(Reading::path)
            .thenComparing(Reading::line);

    private final SortedMap<String, List<Reading>> byName;

    private SystemSnapshot(SortedMap<String, List<Reading>> byName) {
        this.byName = byName;
    }

    /**
     * A snapshot of these. Of two of one name, what the kernel had outweighs what a file would set, and a later line an earlier one.
     */
    public static SystemSnapshot of(List<Reading> readings) {
        SortedMap<String, List<Reading>> byName = new TreeMap<>();
        Map<String, Integer> strongest = new HashMap<>();
        readings.stream()
                .filter(SystemSnapshot::isDropIn)
                .forEach(r -> strongest.merge(applied(r), folder(r), Math::max));
        readings.stream()
                .filter(r -> !isDropIn(r) || folder(r) == strongest.getOrDefault(applied(r), 0))
                .sorted(WEAKEST_FIRST)
                .forEach(r -> byName.computeIfAbsent(r.name(), name -> new ArrayList<>())
                        .add(r));
        byName.replaceAll((name, all) -> List.copyOf(all));
        return new SystemSnapshot(byName);
    }

    /** Of two files of one name in folders of sysctl.d only that of the stronger folder is read at all, sysctl.d(5). */
    private static boolean isDropIn(Reading reading) {
        return reading.isConfigured() && reading.path().contains("sysctl.d/");
    }

    private static String applied(Reading reading) {
        String file = reading.path().substring(reading.path().lastIndexOf('/') + 1);
        // systemd reads sysctl.conf through a link of this name, procps after the files of sysctl.d.
        return !reading.isConfigured() ? "" : file.equals("sysctl.conf") ? "99-sysctl.conf" : file;
    }

    private static int folder(Reading reading) {
        String path = "/" + reading.path();
        return path.contains("/etc/") ? 2 : path.contains("/run/") ? 1 : 0;
    }

    /** All of them, one a name, by name. */
    public List<Reading> readings() {
        return byName.values().stream().map(SystemSnapshot::strongest).toList();
    }

    /** The reading of that name, or {@code null} where it was not captured. */
    public @Nullable Reading find(String name) {
        List<Reading> all = byName.get(name);
        return all == null ? null : strongest(all);
    }

    /** Every reading of that name, the one that counts last. */
    public List<Reading> findAll(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** The last that is not merely unreadable: a refusal hides no value that another file tells. */
    private static Reading strongest(List<Reading> all) {
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).state() != State.UNREADABLE) {
                return all.get(i);
            }
        }
        return all.get(all.size() - 1);
    }

    /** The reading's only number; empty where it is absent, unreadable, or no single whole number. */
    public OptionalLong number(String name) {
        return number(name, 0, 1);
    }

    /**
     * One of the reading's numbers; empty where any of them is none, or none that a {@code long} can hold.
     *
     * @param index from 0
     * @param count how many numbers the reading must have, 3 for {@code tcp_mem}
     */
    public OptionalLong number(String name, int index, int count) {
        Reading reading = find(name);
        if (reading == null || reading.value() == null) {
            return OptionalLong.empty();
        }
        String[] words = reading.value().split(" ", -1);
        boolean whole = words.length == count && Arrays.stream(words).allMatch(SystemSnapshot::isNumber);
        return whole ? OptionalLong.of(Long.parseLong(words[index])) : OptionalLong.empty();
    }

    /** Whether it is a number that a {@code long} can hold; systemd sets {@code fs.file-max} to the largest of them. */
    private static boolean isNumber(String word) {
        if (!NUMBER.matcher(word).matches()) {
            return false;
        }
        return word.length() <= SURE_DIGITS || new BigInteger(word).bitLength() < Long.SIZE;
    }
}

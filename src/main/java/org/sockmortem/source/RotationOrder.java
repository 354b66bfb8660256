package org.sockmortem.source;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order in which rotated files were written, by logrotate's names: {@code messages-20251102} before {@code messages.2} before
 * {@code messages.1} before {@code messages}. Names that are no rotation of each other keep the order of the alphabet.
 */
final class RotationOrder {
    /** The oldest of a rotation first. */
    static final Comparator<String> OLDEST_FIRST = RotationOrder::compare;

    private static final Pattern DATED =
            Pattern.compile("(.*?)[-.](20\\d{6}(?:-?\\d{1,10})?)(?:[.](?:gz|bz2|xz|zst|lz4))?");
    private static final Pattern NUMBERED = Pattern.compile("(.*?)[.](\\d{1,4})(?:[.](?:gz|bz2|xz|zst|lz4))?");

    private RotationOrder() {}

    private record Key(String name, int kind, String dateOrNumber) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byName = name.compareTo(other.name);
            if (byName != 0) {
                return byName;
            }
            return kind != other.kind ? Integer.compare(kind, other.kind) : dateOrNumber.compareTo(other.dateOrNumber);
        }
    }

    private static int compare(String path, String other) {
        int byKey = key(path).compareTo(key(other));
        return byKey != 0 ? byKey : path.compareTo(other);
    }

    /** The name that the rotations of a file have in common. */
    static String nameOf(String path) {
        return key(path).name;
    }

    private static Key key(String path) {
        Matcher dated = DATED.matcher(path);
        if (dated.matches()) {
            return new Key(dated.group(1), 0, dated.group(2));
        }
        Matcher numbered = NUMBERED.matcher(path);
        if (numbered.matches()) {
            // the highest number is the oldest file
            return new Key(numbered.group(1), 1, Integer.toString(99_999 - Integer.parseInt(numbered.group(2))));
        }
        return new Key(path, 2, "");
    }
}

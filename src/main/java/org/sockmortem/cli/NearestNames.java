package org.sockmortem.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Names that somebody may have meant who mistyped one. */
final class NearestNames {
    private static final int MOST = 3;

    private NearestNames() {}

    /** A name and how far it is from what was typed. */
    private record Near(String name, int distance) {}

    /** At most three of the names, the nearest first; none where all are far. */
    static List<String> of(String typed, List<String> names) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return names.stream()
                .map(name -> new Near(name, distance(wanted, name)))
                .filter(near -> near.distance <= Math.max(1, wanted.length() / 3))
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(MOST)
                .map(Near::name)
                .toList();
    }

    /** To the whole name, or to its last word, as in {@code tcp_mem}; a name that holds what was typed is near. */
    private static int distance(String typed, String name) {
        if (typed.length() > 2 && name.contains(typed)) {
            return 0;
        }
        String last = name.substring(name.lastIndexOf('.') + 1);
        return Stream.of(name, last)
                .mapToInt(candidate -> edits(typed, candidate))
                .min()
                .orElseThrow();
    }

    /** Letters to insert, delete, replace, or swap with a neighbour. */
    private static int edits(String from, String to) {
        int[][] least = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    least[i][j] = i + j;
                    continue;
                }
                int same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                int edits = Math.min(least[i - 1][j - 1] + same, 1 + Math.min(least[i - 1][j], least[i][j - 1]));
                boolean swapped = i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
                least[i][j] = swapped ? Math.min(edits, least[i - 2][j - 2] + 1) : edits;
            }
        }
        return least[from.length()][to.length()];
    }
}

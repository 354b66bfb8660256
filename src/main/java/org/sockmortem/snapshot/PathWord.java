package org.sockmortem.snapshot;

/**
 * A word that each path has which a pattern matches: an archive has many more files than are asked for, and to look for a word costs a
 * hundredth of what it costs to see that a pattern does not match.
 */
final class PathWord {
    private PathWord() {}

    /** Whether it stands in a path; a word that begins with a slash stands at the path's beginning without it too. */
    static boolean isIn(String path, String word) {
        return path.contains(word) || (word.charAt(0) == '/' && path.startsWith(word.substring(1)));
    }
}

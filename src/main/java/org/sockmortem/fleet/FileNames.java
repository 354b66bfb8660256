package org.sockmortem.fleet;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Names of files for hosts: safe on every file system and in every shell, and no two alike, whatever the hosts are called. Of hosts of one
 * name the first has it, and the others {@code ~2}, {@code ~3} after it.
 */
final class FileNames {
    /** With an ending and a number, below the 255 bytes that file systems allow. */
    private static final int LONGEST = 200;

    private final Map<String, Integer> given = new HashMap<>();

    /** The next name for a host that is called so. */
    String of(String host) {
        String safe = safe(host);
        // to some file systems, capital letters are the same
        String key = safe.toLowerCase(Locale.ROOT);
        int number = given.merge(key, 1, Integer::sum);
        String name = number == 1 ? safe : safe + "~" + number;
        return name;
    }

    private static String safe(String host) {
        StringBuilder safe = new StringBuilder();
        host.codePoints().limit(LONGEST).forEach(c -> safe.append(isSafe(c) ? (char) c : '_'));
        if (safe.isEmpty()) {
            return "unknown";
        }
        if (safe.charAt(0) == '.' || safe.charAt(0) == '-') {
            safe.setCharAt(0, '_');
        }
        return safe.toString();
    }

    private static boolean isSafe(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "._-".indexOf(c) >= 0;
    }
}

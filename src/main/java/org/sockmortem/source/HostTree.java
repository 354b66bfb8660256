package org.sockmortem.source;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Which tree of one host a path lies in: what stands before the folders that every host has ({@code etc}, {@code proc}, {@code var/log}) or
 * that a collecting tool makes ({@code sos_commands}), the nearest to the root; otherwise the folder itself, without the parts of a date. An archive begins anew: what is
 * in it is of one host as far as its own folders tell.
 */
public final class HostTree {
    private static final Set<String> MARKS = Set.of(
            "etc",
            "proc",
            "sos_commands",
            "sos_strings",
            "sos_reports",
            "sos_logs",
            "sos_containers",
            "insights_commands");

    /** Folders of a host that only tell together with what is in them. */
    private static final Set<String> PAIRS = Set.of(
            "var/crash",
            "var/lib",
            "var/spool",
            "var/cache",
            "var/account",
            "sys/fs",
            "sys/kernel",
            "sys/class",
            "sys/devices",
            "sys/module",
            "sys/firmware",
            "sys/bus",
            "sys/block",
            "usr/lib",
            "usr/share",
            "run/sysctl.d",
            "run/systemd",
            "lib/sysctl.d");

    /** Where a central log server keeps a folder for each host. */
    private static final Set<String> CENTRAL = Set.of("hosts", "HOSTS", "remote", "rsyslog", "remote-hosts", "clients");

    private HostTree() {}

    /**
     * The tree of a path.
     *
     * @param path as it is cited
     * @param given the folder that the user gave and that it lies below, or an empty string where the user gave the file
     */
    static String of(String path, String given) {
        int inside = path.lastIndexOf(Source.INSIDE);
        int begin = inside >= 0
                ? inside + Source.INSIDE.length()
                : given.isEmpty() ? 0 : Math.min(path.length(), given.length() + (given.endsWith("/") ? 0 : 1));
        List<String> parts = Arrays.asList(path.substring(begin).split("/", -1));
        List<String> folders = parts.subList(0, parts.size() - 1);
        return trimmed(path.substring(0, begin) + String.join("/", folders.subList(0, root(folders))), path);
    }

    /** How many of the folders lead to the host's own. */
    private static int root(List<String> folders) {
        int all = folders.size();
        for (int i = 0; i < all; i++) {
            String next = i + 1 < all ? folders.get(i + 1) : "";
            if (MARKS.contains(folders.get(i)) || PAIRS.contains(folders.get(i) + "/" + next)) {
                return i;
            }
            if (folders.get(i).equals("var") && next.equals("log") && i + 2 == all) {
                return i;
            }
            if (CENTRAL.contains(folders.get(i)) && i + 1 < all) {
                return i + 2;
            }
        }
        int end = all;
        while (end > 0 && folders.get(end - 1).matches("(?:19|20)\\d\\d|\\d\\d|20\\d\\d-?[01]\\d-?[0-3]\\d")) {
            end--;
        }
        return end == 0 ? all : end;
    }

    private static String trimmed(String tree, String path) {
        String bare = tree.endsWith("/") ? tree.substring(0, tree.length() - 1) : tree;
        return !bare.isEmpty() ? bare : path.startsWith("/") ? "/" : ".";
    }

    /** Whether a tree is another one, or lies in it; all lie in that of standard input, which has no place. */
    public static boolean isWithin(String tree, String other) {
        if (tree.equals(other) || other.isEmpty()) {
            return true;
        }
        boolean absolute = tree.startsWith("/");
        return switch (other) {
            case "." -> !absolute;
            case "/" -> absolute;
            default -> tree.startsWith(other + "/") || tree.startsWith(other + "!");
        };
    }

    /** The tree or folder around a tree; an empty string where there is none. */
    public static String around(String tree) {
        String bare = tree.endsWith("!") ? tree.substring(0, tree.length() - 1) : tree;
        int slash = bare.lastIndexOf('/');
        if (slash > 0) {
            return bare.substring(0, slash);
        }
        return slash == 0 && bare.length() > 1 ? "/" : slash < 0 && !bare.equals(".") && !bare.isEmpty() ? "." : "";
    }
}

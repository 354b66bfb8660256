package org.sockmortem.snapshot;

import java.util.List;
import java.util.Set;

/**
 * Messages that stand where a command's output should: {@code bash: ss: command not found}, {@code [command timed out]},
 * {@code cat: /proc/net/sockstat: Permission denied}. A file that holds one says that somebody asked and was given no answer.
 */
final class Refusal {
    /** strerror(3), of the errors that leave nothing to read. */
    private static final List<String> ERRORS = List.of(
            "Permission denied",
            "Operation not permitted",
            "No such file or directory",
            "Input/output error",
            "Connection timed out",
            "Cannot allocate memory",
            "Transport endpoint is not connected",
            "Is a directory",
            ": not found",
            "File not found",
            "command not found",
            "not found or not executable",
            "not found or not installed");

    private static final List<String> BEGINNINGS = List.of("[command timed out", "command timed out", "[timed out");

    /** Programs that begin their own messages with their name and a colon. Counters' headings ({@code Tcp:}) begin with a capital. */
    private static final Set<String> PROGRAMS = Set.of(
            "bash",
            "-bash",
            "sh",
            "-sh",
            "dash",
            "ksh",
            "zsh",
            "/bin/sh",
            "/bin/bash",
            "sudo",
            "env",
            "timeout",
            "cat",
            "dmesg",
            "sysctl",
            "error",
            "ss",
            "netstat",
            "nstat",
            "ip",
            "free",
            "uname",
            "uptime",
            "date",
            "hostname",
            "getconf",
            "conntrack");

    /** No such message is as long as this, and rows of listings may be much longer. */
    private static final int LONGEST = 400;

    private Refusal() {}

    /** Whether the line is such a message. */
    static boolean is(String line) {
        if (line.length() > LONGEST) {
            return false;
        }
        String text = line.strip();
        int colon = text.indexOf(": ");
        if (colon > 0 && PROGRAMS.contains(text.substring(0, colon))) {
            return true;
        }
        String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        return ERRORS.stream().anyMatch(bare::endsWith) || BEGINNINGS.stream().anyMatch(text::startsWith);
    }
}

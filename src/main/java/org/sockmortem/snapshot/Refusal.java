package org.sockmortem.snapshot;

import java.util.regex.Pattern;

/**
 * Messages that stand where a command's output should: {@code bash: ss: command not found}, {@code [command timed out]},
 * {@code cat: /proc/net/sockstat: Permission denied}. A file that holds one says that somebody asked and was given no answer.
 */
final class Refusal {
    /** strerror(3), of the errors that leave nothing to read. */
    private static final String ERRORS =
            "Permission denied|Operation not permitted|No such file or directory|Input/output error|Connection timed out"
                    + "|Cannot allocate memory|Transport endpoint is not connected|Is a directory";

    private static final Pattern ERROR = Pattern.compile(".*:? (?:" + ERRORS + ")[.]?\\s*+");
    private static final Pattern NOT_FOUND = Pattern.compile(
            ".*(?:command not found|not found or not (?:executable|installed)|: not found|File not found)[.]?\\s*+");
    private static final Pattern TIMED_OUT = Pattern.compile("\\s*+\\[?(?:command )?timed out\\]?.*+|timeout: .*+");

    /** A program's name and a colon before its own message. Counters' headings ({@code Tcp:}) begin with a capital. */
    private static final Pattern PROGRAM = Pattern.compile(
            "(?:-?(?:ba|da|k|z)?sh|sudo|env|cat|dmesg|sysctl|error|ss|netstat|nstat|ip|free|uname|uptime|date|hostname|getconf|conntrack): .*+");

    private Refusal() {}

    /** Whether the line is such a message. */
    static boolean is(String line) {
        return PROGRAM.matcher(line).matches()
                || TIMED_OUT.matcher(line).matches()
                || NOT_FOUND.matcher(line).matches()
                || ERROR.matcher(line).matches();
    }
}

package org.sockmortem.record;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of dmesg taken apart: what {@code --decode} puts first, the stamp's brackets, the caller id (2.40 and later, after the stamp),
 * the text.
 *
 * @param facility {@code kern} or another, or {@code null} where the line does not say
 * @param stamp what stands in the brackets, or {@code null}
 * @param caller {@code T} or {@code C} with a number, or {@code null}
 * @param text the rest
 */
record DmesgLine(
        @Nullable String facility,
        @Nullable String stamp,
        @Nullable String caller,
        String text) {
    // "%-6s:%-6s: " in dmesg.c print_record()
    private static final Pattern DECODED =
            Pattern.compile("([a-z]{3,8}[0-7]?) {0,6}:(?:emerg|alert|crit|err|warn|notice|info|debug) {0,4}: ");
    private static final Pattern STAMP = Pattern.compile("\\[([^\\[\\]]{1,40})\\](?: |$)");
    private static final Pattern CALLER = Pattern.compile("\\[ {0,12}([TC][0-9]{1,10}) {0,12}\\] ?");

    /** Takes a line apart; never fails. */
    static DmesgLine of(String line) {
        String rest = Ansi.strip(line);
        String facility = null;
        String stamp = null;
        String caller = null;
        Matcher decoded = DECODED.matcher(rest);
        if (decoded.lookingAt()) {
            facility = decoded.group(1);
            rest = rest.substring(decoded.end());
        }
        Matcher brackets = STAMP.matcher(rest);
        if (brackets.lookingAt()) {
            stamp = brackets.group(1);
            String after = rest.substring(brackets.end());
            Matcher id = CALLER.matcher(after);
            if (id.lookingAt()) {
                caller = id.group(1);
                after = after.substring(id.end());
            }
            return new DmesgLine(facility, stamp, caller, after);
        }
        return new DmesgLine(facility, null, null, rest);
    }

    /** Whether a program wrote it into the kernel's buffer, and the line says so. */
    boolean isProgram() {
        return facility != null && !facility.equals("kern");
    }

    /** Whether a line goes on with the text of the one before: indented to the width of its stamp since util-linux 2.26. */
    static boolean isContinuation(String line) {
        return line.startsWith("          ");
    }
}

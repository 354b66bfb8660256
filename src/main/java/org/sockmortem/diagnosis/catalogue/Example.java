package org.sockmortem.diagnosis.catalogue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value with what is to be said of it, which a test checks: {@code example risky on 6.1.0 with 16GiB: 1 2 3}.
 *
 * @param ruling the verdict to come out
 * @param kernel its release, or {@code null}
 * @param memoryGib the machine's memory in GiB, or {@code null}
 * @param value as a file would hold it
 */
public record Example(
        Ruling ruling, @Nullable String kernel, @Nullable Long memoryGib, String value) {
    private static final Pattern EXAMPLE = Pattern.compile("(\\S+)(?: on (\\S+))?(?: with (\\d+)GiB)?: (.+)");

    static Example parse(String text) {
        Matcher m = EXAMPLE.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException("not an example: " + text);
        }
        Ruling ruling = Ruling.ofId(m.group(1)).orElseThrow();
        return new Example(ruling, m.group(2), m.group(3) == null ? null : Long.valueOf(m.group(3)), m.group(4));
    }
}

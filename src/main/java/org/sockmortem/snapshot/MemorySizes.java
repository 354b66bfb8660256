package org.sockmortem.snapshot;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sizes of {@code /proc/meminfo}, in kB as there: {@code meminfo.MemTotal}. */
final class MemorySizes implements LineReader {
    private static final Pattern SIZE = Pattern.compile("([A-Za-z0-9_()]++):\\s++(\\d{1,18})(?: kB)?\\s*+");

    private final Collected into;

    MemorySizes(Collected into) {
        this.into = into;
    }

    @Override
    public void line(String line, long number) {
        Matcher size = SIZE.matcher(line);
        if (size.matches()) {
            into.known("meminfo." + size.group(1), size.group(2), number);
        }
    }
}

package org.sockmortem.join;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The day on which a kernel was built, by its banner (init/version.c): {@code #1 SMP Mon Oct 19 16:18:59 UTC 2020}, Debian's
 * {@code #1 SMP Debian 6.1.76-1 (2024-02-01)}. No line that it wrote is older.
 */
final class KernelBuild {
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final Pattern WORDS = Pattern.compile(
            "#.*\\b([A-Z][a-z]{2}) +(\\d{1,2}) \\d\\d:\\d\\d:\\d\\d (?:[A-Za-z0-9:+-]{1,9} )?((?:19|20)\\d\\d)\\b");
    private static final Pattern NUMBERS = Pattern.compile("#.*[ (]((?:19|20)\\d\\d)-(\\d\\d)-(\\d\\d)\\b");

    private KernelBuild() {}

    /** The day that a banner tells, or {@code null}. */
    static @Nullable LocalDate dayOf(String banner) {
        try {
            Matcher words = WORDS.matcher(banner);
            if (words.find()) {
                int month = MONTHS.indexOf(words.group(1)) + 1;
                return month == 0
                        ? null
                        : LocalDate.of(Integer.parseInt(words.group(3)), month, Integer.parseInt(words.group(2)));
            }
            Matcher numbers = NUMBERS.matcher(banner);
            return numbers.find()
                    ? LocalDate.of(
                            Integer.parseInt(numbers.group(1)),
                            Integer.parseInt(numbers.group(2)),
                            Integer.parseInt(numbers.group(3)))
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}

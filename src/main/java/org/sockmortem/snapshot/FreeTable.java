package org.sockmortem.snapshot;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What free(1) prints: {@code free.total}, {@code free.used}, {@code free.free} and, since procps 3.3.10, {@code free.available}, in kB. The file's name tells the
 * unit ({@code free_-m}), or the numbers do ({@code 7.8Gi}), which are rounded then.
 */
final class FreeTable implements LineReader {
    private static final Pattern COLUMNS = Pattern.compile("\\s+total\\s+used\\s+free\\b.*");
    private static final Pattern MEM = Pattern.compile("Mem:((?:\\s+[\\d.]+(?:[BKMGTP]i?)?)+)\\s*");
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,15}(?:[.]\\d{1,3})?)([BKMGTP]?)i?");
    private static final Pattern OPTION = Pattern.compile(".*free[_ -]+-?(?:b|k|m|g|-kibi|-mebi|-gibi|-bytes).*");

    /** Under so many kB nothing runs that keeps such files: the number was of another unit, which the file's name does not tell. */
    private static final long LITTLE_KB = 16_384;

    private final Collected into;
    private final String file;
    private String[] columns = {};

    FreeTable(Collected into) {
        this.into = into;
        file = into.path().substring(into.path().lastIndexOf('/') + 1);
    }

    @Override
    public void line(String line, long number) {
        if (COLUMNS.matcher(line).matches()) {
            columns = SysctlReader.fold(line).split(" ", -1);
        }
        Matcher mem = MEM.matcher(line);
        if (!mem.matches() || columns.length == 0) {
            return;
        }
        String[] amounts = SysctlReader.fold(mem.group(1)).split(" ", -1);
        boolean unitIsTold = OPTION.matcher(file).matches() || !amounts[0].matches("\\d+");
        if (!unitIsTold && amounts[0].length() < 19 && Long.parseLong(amounts[0]) < LITTLE_KB) {
            into.unreadable("free.total", number);
            return;
        }
        for (int i = 0; i < Math.min(columns.length, amounts.length); i++) {
            Matcher amount = AMOUNT.matcher(amounts[i]);
            if (columns[i].matches("total|used|free|available") && amount.matches()) {
                into.known(
                        "free." + columns[i], kilobytes(Double.parseDouble(amount.group(1)), amount.group(2)), number);
            }
        }
    }

    private long kilobytes(double amount, String suffix) {
        String unit = !suffix.isEmpty()
                ? suffix
                : file.matches(".*[_ -]-?b.*")
                        ? "B"
                        : file.matches(".*[_ -]-?m.*") ? "M" : file.matches(".*[_ -]-?g.*") ? "G" : "K";
        return Math.round(amount * Math.pow(1024, "BKMGTP".indexOf(unit) - 1.0));
    }
}

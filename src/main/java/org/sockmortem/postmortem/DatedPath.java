package org.sockmortem.postmortem;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.Stamp;
import org.sockmortem.parse.WallStamp;

/**
 * The day in a path under which a central server keeps a log: {@code 2025/10/28/web01.log}, {@code web01/2025/10/messages}. It is believed
 * where the log's last line is of that day or month; servers have been known to write others.
 */
final class DatedPath {
    private static final Pattern DAY = Pattern.compile(".*/((?:19|20)\\d\\d)[/-](\\d\\d)[/-](\\d\\d)(?:[/._-].*)?");
    private static final Pattern MONTH = Pattern.compile(".*/((?:19|20)\\d\\d)[/-](\\d\\d)/[^/]*");

    private DatedPath() {}

    /** The day, for a month its last; {@code null} where the path or the log's last line tells none. */
    static @Nullable LocalDate dayOf(String path, Stamp last) {
        WallStamp wall = last.wall();
        if (wall == null) {
            return null;
        }
        try {
            Matcher day = DAY.matcher("/" + path);
            if (day.matches()) {
                LocalDate date = LocalDate.of(number(day, 1), number(day, 2), number(day, 3));
                boolean same = date.getMonthValue() == wall.month() && Math.abs(date.getDayOfMonth() - wall.day()) <= 1;
                return same ? date : null;
            }
            Matcher month = MONTH.matcher("/" + path);
            return month.matches() && number(month, 2) == wall.month()
                    ? YearMonth.of(number(month, 1), number(month, 2)).atEndOfMonth()
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(Matcher path, int group) {
        return Integer.parseInt(path.group(group));
    }
}

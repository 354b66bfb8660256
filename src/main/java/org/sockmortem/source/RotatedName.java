package org.sockmortem.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What logrotate's dateext put into a file's name: {@code messages-20251102.gz} was closed on that day. */
public final class RotatedName {
    private static final Pattern DATED = Pattern.compile(
            ".*[-.](20[0-9]{2})([01][0-9])([0-3][0-9])(?:-?[0-9]{1,10})?(?:[.](?:gz|bz2|xz|zst|lz4|txt|log))*");

    /** Paths of one rotation in the order in which they were written, others by the alphabet. */
    public static final Comparator<String> OLDEST_FIRST = RotationOrder.OLDEST_FIRST;

    private RotatedName() {}

    /** What a log's path has in common with those of its rotations. */
    public static String familyOf(String path) {
        return RotationOrder.nameOf(path);
    }

    /** The day of rotation, not before the file's last line; {@code null} where the name tells none. */
    public static @Nullable LocalDate dateOf(String path) {
        Matcher name = DATED.matcher(path);
        if (!name.matches()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2)), Integer.parseInt(name.group(3)));
        } catch (DateTimeException e) {
            return null;
        }
    }
}

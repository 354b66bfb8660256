package org.sockmortem.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockmortem.snapshot.Reading.State;

/**
 * Reads what {@code sysctl -a} prints and what sysctl.conf(5) and sysctl.d(5) hold; the two differ little enough for one reader.
 *
 * <p>Example: {@code net.ipv4.tcp_mem = 186135	248180	372270}. A message of sysctl(8) in place of a value becomes an unreadable or a
 * missing reading, any other line is passed over: no input makes it fail.
 */
public final class SysctlReader {
    /** A name has at least one separator; possessive, so that no line makes the match slow. */
    private static final Pattern SETTING = Pattern.compile("-?([A-Za-z0-9_*][^\\s=]*+)\\s*+=(.*+)");

    /** procps since 3.3, {@code sysctl: …}, and its forerunners, {@code error: …}. */
    private static final Pattern REFUSED =
            Pattern.compile("(?:sysctl|error): .*?(?:reading key|denied on key|setting key) ['\"]([^'\"]++)['\"].*+");

    private static final Pattern ABSENT = Pattern.compile(
            "(?:sysctl: cannot stat (/proc/sys/[^\\s:]++): No such file.*+|error: ['\"]([^'\"]++)['\"] is an unknown key.*+)");

    private static final Pattern BLANKS = Pattern.compile("\\s++");

    private SysctlReader() {}

    /**
     * All readings of a text, in its order.
     *
     * @param path how the text is cited
     * @throws IOException where the stream itself breaks off; what it says never does this
     */
    public static List<Reading> read(InputStream in, String path) throws IOException {
        BoundedLines lines = new BoundedLines(in);
        List<Reading> readings = new ArrayList<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            Reading reading = reading(line.strip(), path, lines.line());
            if (reading != null) {
                readings.add(reading);
            }
        }
        return readings;
    }

    /** What one line says, without blanks around it; {@code null} where that is nothing. */
    static @Nullable Reading reading(String line, String path, long number) {
        if (line.isEmpty() || line.charAt(0) == '#' || line.charAt(0) == ';') {
            return null;
        }
        Reading message = message(line, path, number);
        if (message != null) {
            return message;
        }
        Matcher setting = SETTING.matcher(line);
        if (!setting.matches() || !separated(setting.group(1))) {
            return null;
        }
        String value = fold(setting.group(2));
        // Standard error in the same file: the message took the value's place.
        return value.contains("sysctl: ")
                ? without(setting.group(1), State.UNREADABLE, path, number)
                : new Reading(SysctlName.dotted(setting.group(1)), value, State.KNOWN, path, number);
    }

    /**
     * What a message of sysctl(8) says of a value that it could not give; {@code null} where the line is none.
     *
     * @param path how the text is cited
     * @param number the line's
     */
    public static @Nullable Reading message(String line, String path, long number) {
        Matcher refused = REFUSED.matcher(line);
        if (refused.matches()) {
            return without(refused.group(1), State.UNREADABLE, path, number);
        }
        Matcher absent = ABSENT.matcher(line);
        if (absent.matches()) {
            String name = absent.group(1) != null ? absent.group(1) : absent.group(2);
            return without(name, State.MISSING, path, number);
        }
        return null;
    }

    private static boolean separated(String name) {
        return name.indexOf('.') > 0 || name.indexOf('/') > 0;
    }

    private static Reading without(String name, State state, String path, long number) {
        return new Reading(SysctlName.dotted(name), null, state, path, number);
    }

    /** Blanks and tabs between words to one blank: the kernel parts a vector by tabs. */
    public static String fold(String value) {
        return BLANKS.matcher(value.strip()).replaceAll(" ");
    }
}

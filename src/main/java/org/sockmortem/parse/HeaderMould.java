package org.sockmortem.parse;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the text of a line that the grammar has read, with the digits of its times left open: the time of day, and the
 * kernel's own stamp. Every other byte stays as it was, the date among them. Where a line has these bytes, only those digits need to be
 * read. Remembers the header that it gave last. Mutable.
 */
final class HeaderMould {
    private static final int CLOCK = "21:58:48".length();
    private static final int MICROS_DIGITS = 6;
    /** More digits than any uptime has; the grammar takes them, {@link StampReader} may not. */
    private static final int SECONDS_DIGITS = 12;

    private final byte[] bytes;
    private final Parsed.Header header;
    private final int clock;
    private final int clockFraction;
    private final int uptime;
    private final int uptimeDigits;
    private final int uptimeFraction;
    private final byte[] lastBytes;
    private Parsed.Header lastHeader;

    private HeaderMould(byte[] bytes, Parsed.Header header, Digits clock, Digits uptime) {
        this.bytes = bytes;
        this.header = header;
        this.clock = clock.at;
        this.clockFraction = clock.fraction;
        this.uptime = uptime.at;
        this.uptimeDigits = uptime.seconds;
        this.uptimeFraction = uptime.fraction;
        this.lastBytes = bytes.clone();
        this.lastHeader = header;
    }

    /** Where digits stand that are left open, and how many of them are a fraction; -1 where there are none. */
    private record Digits(int at, int seconds, int fraction) {
        static final Digits NONE = new Digits(-1, 0, 0);
    }

    /**
     * A mould of what stands before a text.
     *
     * @param line the whole line
     * @param length of what stands before its text
     * @param header what the grammar found there
     * @return {@code null} where the mould does not give what the grammar gave
     */
    static @Nullable HeaderMould of(byte[] line, int length, Parsed.Header header) {
        byte[] bytes = Arrays.copyOf(line, length);
        Digits clock = header.stamp().wall() == null ? Digits.NONE : clock(bytes);
        Digits uptime = header.stamp().hasUptime() ? uptime(bytes) : Digits.NONE;
        boolean missing = (header.stamp().wall() != null && clock.at < 0)
                || (header.stamp().hasUptime() && uptime.at < 0)
                || header.citedLine() != 0
                || header.citedPath() != null;
        if (missing) {
            return null;
        }
        HeaderMould mould = new HeaderMould(bytes, header, clock, uptime);
        return header.equals(mould.read(bytes, 0)) ? mould : null;
    }

    private static Digits clock(byte[] bytes) {
        for (int i = 0; i + CLOCK <= bytes.length; i++) {
            if (isClock(bytes, i)) {
                int end = i + CLOCK;
                boolean parted = end < bytes.length && (bytes[end] == '.' || bytes[end] == ',');
                int fraction = parted ? digits(bytes, end + 1) : 0;
                boolean marked = i > 0 && (bytes[i - 1] == '=' || bytes[i - 1] == '#');
                return marked ? Digits.NONE : new Digits(i, CLOCK, fraction);
            }
        }
        return Digits.NONE;
    }

    private static boolean isClock(byte[] bytes, int at) {
        return (at == 0 || !isDigit(bytes[at - 1]))
                && digits(bytes, at) == 2
                && bytes[at + 2] == ':'
                && digits(bytes, at + 3) == 2
                && bytes[at + 5] == ':'
                && digits(bytes, at + 6) == 2;
    }

    private static Digits uptime(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '[') {
                int from = i + 1;
                while (from < bytes.length && bytes[from] == ' ') {
                    from++;
                }
                int seconds = digits(bytes, from);
                int dot = from + seconds;
                int fraction = seconds == 0 || dot >= bytes.length || bytes[dot] != '.' ? 0 : digits(bytes, dot + 1);
                int end = dot + 1 + fraction;
                boolean whole = fraction > 0 && end < bytes.length && bytes[end] == ']';
                if (whole) {
                    return seconds > SECONDS_DIGITS ? Digits.NONE : new Digits(from, seconds, fraction);
                }
            }
        }
        return Digits.NONE;
    }

    private static int digits(byte[] bytes, int from) {
        return digits(bytes, from, bytes.length);
    }

    /** How many digits stand from there on, before an index. */
    static int digits(byte[] bytes, int from, int before) {
        int to = from;
        while (to < before && isDigit(bytes[to])) {
            to++;
        }
        return to - from;
    }

    /** Whether it is an ASCII digit. */
    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** How many bytes stand before the text. */
    int length() {
        return bytes.length;
    }

    /** What stands before the text, if a line that begins at {@code from} has the same bytes but for open digits; else {@code null}. */
    Parsed.@Nullable Header of(byte[] line, int from, int to) {
        int end = from + bytes.length;
        if (end > to) {
            return null;
        }
        if (Arrays.equals(lastBytes, 0, bytes.length, line, from, end)) {
            return lastHeader;
        }
        return isLike(line, from) ? read(line, from) : null;
    }

    private boolean isLike(byte[] line, int from) {
        for (int i = bytes.length - 1; i >= 0; i--) {
            byte b = line[from + i];
            if (b != bytes[i] && !(isOpen(i) && isDigit(b))) {
                return false;
            }
        }
        return true;
    }

    private boolean isOpen(int i) {
        return isDigit(bytes[i])
                && ((clock >= 0 && i >= clock && i < clock + CLOCK + fractionSpan(clockFraction))
                        || (uptime >= 0 && i >= uptime && i < uptime + uptimeDigits + fractionSpan(uptimeFraction)));
    }

    private static int fractionSpan(int digits) {
        return digits == 0 ? 0 : digits + 1;
    }

    private Parsed.@Nullable Header read(byte[] line, int from) {
        WallStamp wall = header.stamp().wall();
        if (wall != null) {
            wall = wall(wall, line, from + clock);
            if (wall == null) {
                return null;
            }
        }
        long micros = uptime < 0 ? Stamp.NO_UPTIME : uptime(line, from + uptime);
        Stamp stamp = new Stamp(wall, micros, header.stamp().caller());
        Parsed.Header read = new Parsed.Header(header.format(), stamp, header.host(), 0);
        System.arraycopy(line, from, lastBytes, 0, lastBytes.length);
        lastHeader = read;
        return read;
    }

    private @Nullable WallStamp wall(WallStamp day, byte[] line, int at) {
        int hour = two(line, at);
        int minute = two(line, at + 3);
        int second = two(line, at + 6);
        if (hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        return new WallStamp(
                day.year(),
                day.month(),
                day.day(),
                hour * 3_600 + minute * 60 + second,
                micros(line, at + CLOCK + 1, clockFraction),
                day.resolutionMicros(),
                day.offset(),
                day.weekday());
    }

    private long uptime(byte[] line, int at) {
        long seconds = 0;
        for (int i = 0; i < uptimeDigits; i++) {
            seconds = seconds * 10 + line[at + i] - '0';
        }
        return seconds * 1_000_000 + micros(line, at + uptimeDigits + 1, uptimeFraction);
    }

    private static int two(byte[] line, int at) {
        return (line[at] - '0') * 10 + line[at + 1] - '0';
    }

    private static int micros(byte[] line, int at, int digits) {
        int micros = 0;
        for (int i = 0; i < MICROS_DIGITS; i++) {
            micros = micros * 10 + (i < digits ? line[at + i] - '0' : 0);
        }
        return micros;
    }

    /** The line that the mould is of, with other digits in the open places: what the grammar must read as the mould does. */
    byte[] variant(byte[] line, int step) {
        byte[] other = line.clone();
        for (int i = 0; i < bytes.length; i++) {
            if (isOpen(i)) {
                // tens of hours, minutes and seconds stay below 24 and 60
                boolean tens = clock >= 0 && i < clock + CLOCK && i >= clock && (i - clock) % 3 == 0;
                int limit = tens ? (i == clock ? 2 : 6) : 10;
                other[i] = (byte) ('0' + (line[i] - '0' + step) % limit);
            }
        }
        return other;
    }
}

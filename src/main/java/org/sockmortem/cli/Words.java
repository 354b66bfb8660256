package org.sockmortem.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sockmortem.diagnosis.Severity;
import org.sockmortem.event.KernelRelease;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Words of the command line to values: durations, sizes, zones, kernels, choices. What is no such word is told in a sentence. */
final class Words {
    private static final Pattern DURATION =
            Pattern.compile("(?:(\\d{1,5})d)?(?:(\\d{1,6})h)?(?:(\\d{1,8})m(?:in)?)?(?:(\\d{1,9}(?:[.]\\d{1,6})?)s?)?");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})([KMGT]?)(?:i?B)?");

    /** The longest duration that means anything here; it can be reckoned with in nanoseconds. */
    static final Duration CENTURY = Duration.ofDays(36_525);

    private Words() {}

    /** A word that is none of those that were expected. */
    static TypeConversionException wrong(String word, String expected) {
        return new TypeConversionException("'" + word + "' is no " + expected);
    }

    /** {@code 90s}, {@code 5m}, {@code 1h30m}; a bare number is seconds. */
    static final class DurationWord implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String word) {
            return duration(word);
        }
    }

    /** The duration that the word is. */
    static Duration duration(String word) {
        Matcher m = DURATION.matcher(word.strip());
        if (word.isBlank() || !m.matches()) {
            throw wrong(word, "duration such as 90s, 5m or 1h30m");
        }
        Duration seconds = m.group(4) == null ? Duration.ZERO : decimalSeconds(m.group(4));
        Duration duration = Duration.ofDays(number(m, 1))
                .plusHours(number(m, 2))
                .plusMinutes(number(m, 3))
                .plus(seconds);
        if (duration.compareTo(CENTURY) > 0) {
            throw wrong(word, "duration of a century or less");
        }
        return duration;
    }

    /** Seconds with up to six decimals. */
    static Duration decimalSeconds(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        String micros = (text.substring(dot + 1) + "000000").substring(0, 6);
        return Duration.ofSeconds(Long.parseLong(text.substring(0, dot))).plusNanos(Long.parseLong(micros) * 1_000);
    }

    private static long number(Matcher m, int group) {
        String digits = m.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** {@code 16GiB}, {@code 512M}; powers of 1024, as memory is counted. */
    static final class SizeWord implements ITypeConverter<Long> {
        @Override
        public Long convert(String word) {
            Matcher m = SIZE.matcher(word.strip());
            int power = m.matches() && !m.group(2).isEmpty() ? "KMGT".indexOf(m.group(2)) + 1 : 0;
            long unit = 1L << (10 * power);
            long count = m.matches() ? number(m, 1) : 0;
            if (count < 1 || count > Long.MAX_VALUE / unit) {
                throw wrong(word, "size such as 16GiB or 512MiB");
            }
            return count * unit;
        }
    }

    /** {@code Europe/Berlin}, {@code UTC}, {@code +01:00}. */
    static final class ZoneWord implements ITypeConverter<ZoneId> {
        @Override
        public ZoneId convert(String word) {
            try {
                return ZoneId.of(word.strip());
            } catch (DateTimeException e) {
                throw wrong(word, "zone such as Europe/Berlin, UTC or +01:00");
            }
        }
    }

    /** {@code 3.10.0-1062.el7.x86_64}. */
    static final class KernelWord implements ITypeConverter<KernelRelease> {
        @Override
        public KernelRelease convert(String word) {
            KernelRelease release = KernelRelease.parse(word);
            if (release == null) {
                throw wrong(word, "kernel release such as 3.10.0-1062.el7.x86_64");
            }
            return release;
        }
    }

    /** A year, 1 to 9999. */
    static final class YearWord implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String word) {
            if (!word.matches("0{0,3}[1-9]\\d{0,3}") || word.length() > 4) {
                throw wrong(word, "year such as 2025");
            }
            return Integer.valueOf(word);
        }
    }

    /** A number of threads, at least 1. */
    static final class CountWord implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String word) {
            if (!word.matches("[1-9]\\d{0,5}")) {
                throw wrong(word, "number of threads such as 4");
            }
            return Integer.valueOf(word);
        }
    }

    /** A name that is not blank. */
    static final class NameWord implements ITypeConverter<String> {
        @Override
        public String convert(String word) {
            if (word.isBlank()) {
                throw wrong(word, "name");
            }
            return word.strip();
        }
    }

    /** {@code info}, {@code warning}, {@code critical}. */
    static final class SeverityWord implements ITypeConverter<Severity> {
        @Override
        public Severity convert(String word) {
            return choice(word, Severity.values(), Severity::id);
        }
    }

    /** {@code auto}, {@code always}, {@code never}. */
    static final class ColourWord implements ITypeConverter<Colour> {
        @Override
        public Colour convert(String word) {
            return choice(word, Colour.values(), Colour::id);
        }
    }

    /** One of several, by its name in any case. */
    static <T> T choice(String word, T[] all, Function<T, String> name) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(all)
                .filter(t -> name.apply(t).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + word + "' is none of "
                        + Arrays.stream(all).map(name).collect(Collectors.joining(", "))));
    }
}

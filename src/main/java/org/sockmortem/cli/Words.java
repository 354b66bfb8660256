package org.sockmortem.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockmortem.event.KernelRelease;
import org.sockmortem.postmortem.TimeBound;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Words of the command line to values: durations, sizes, times, zones, kernels. */
final class Words {
    private static final Pattern DURATION =
            Pattern.compile("(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m(?:in)?)?(?:(\\d+(?:[.]\\d{1,6})?)s?)?");
    private static final Pattern AGO =
            Pattern.compile("(\\d{1,9}) *(s|sec|second|min|minute|h|hour|d|day|week)s? +ago");
    private static final Pattern UPTIME = Pattern.compile("(\\d{1,12})(?:[.](\\d{1,6}))?s");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})([KMGT]?)(?:i?B)?");

    private Words() {}

    /** {@code 90s}, {@code 5m}, {@code 1h30m}; a bare number is seconds. */
    static final class DurationWord implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String word) {
            Matcher m = DURATION.matcher(word.strip());
            if (word.isBlank() || !m.matches()) {
                throw new TypeConversionException("'" + word + "' is no duration such as 90s, 5m or 1h30m");
            }
            Duration seconds = m.group(4) == null ? Duration.ZERO : decimalSeconds(m.group(4));
            return Duration.ofDays(number(m, 1))
                    .plusHours(number(m, 2))
                    .plusMinutes(number(m, 3))
                    .plus(seconds);
        }
    }

    private static Duration decimalSeconds(String text) {
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

    /** An ISO instant, a local time, {@code 1 hour ago}, or an uptime such as {@code 63286s}. */
    static final class TimeWord implements ITypeConverter<TimeBound> {
        @Override
        public TimeBound convert(String word) {
            String text = word.strip();
            Matcher ago = AGO.matcher(text.toLowerCase(Locale.ROOT));
            if (ago.matches()) {
                return new TimeBound.Ago(Duration.ofSeconds(number(ago, 1) * secondsOf(ago.group(2))));
            }
            Matcher uptime = UPTIME.matcher(text);
            if (uptime.matches()) {
                return new TimeBound.Uptime(
                        decimalSeconds(text.substring(0, text.length() - 1)).toNanos() / 1_000);
            }
            try {
                return wall(text.replace(' ', 'T'));
            } catch (DateTimeException e) {
                throw new TypeConversionException("'" + word
                        + "' is no time such as 2025-10-28T21:58:48, 2025-10-28T20:58:48Z, '1 hour ago' or 63286s");
            }
        }

        private static TimeBound wall(String text) {
            if (text.matches(".*(Z|[+-]\\d{2}:\\d{2})") && text.contains("T")) {
                return new TimeBound.At(OffsetDateTime.parse(text));
            }
            return new TimeBound.Local(
                    text.contains("T")
                            ? LocalDateTime.parse(text)
                            : LocalDate.parse(text).atStartOfDay());
        }

        private static long secondsOf(String unit) {
            return switch (unit.charAt(0)) {
                case 's' -> 1;
                case 'm' -> 60;
                case 'h' -> 3_600;
                case 'd' -> 86_400;
                default -> 604_800;
            };
        }
    }

    /** {@code 16GiB}, {@code 512M}; powers of 1024, as memory is counted. */
    static final class SizeWord implements ITypeConverter<Long> {
        @Override
        public Long convert(String word) {
            Matcher m = SIZE.matcher(word.strip());
            if (!m.matches()) {
                throw new TypeConversionException("'" + word + "' is no size such as 16GiB or 512MiB");
            }
            int power = "KMGT".indexOf(m.group(2).isEmpty() ? ' ' : m.group(2).charAt(0)) + 1;
            return Math.multiplyExact(number(m, 1), 1L << (10 * power));
        }
    }

    /** {@code Europe/Berlin}, {@code UTC}, {@code +01:00}. */
    static final class ZoneWord implements ITypeConverter<ZoneId> {
        @Override
        public ZoneId convert(String word) {
            try {
                return ZoneId.of(word.strip());
            } catch (DateTimeException e) {
                throw new TypeConversionException("'" + word + "' is no zone such as Europe/Berlin, UTC or +01:00");
            }
        }
    }

    /** {@code 3.10.0-1062.el7.x86_64}. */
    static final class KernelWord implements ITypeConverter<KernelRelease> {
        @Override
        public KernelRelease convert(String word) {
            KernelRelease release = KernelRelease.parse(word);
            if (release == null) {
                throw new TypeConversionException("'" + word + "' is no kernel release such as 3.10.0-1062.el7.x86_64");
            }
            return release;
        }
    }
}

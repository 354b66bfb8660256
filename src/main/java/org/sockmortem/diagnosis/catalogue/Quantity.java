package org.sockmortem.diagnosis.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Sizes in words that do not depend on a locale. */
public final class Quantity {
    private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

    private Quantity() {}

    /** Bytes in the largest binary unit that leaves at least 1, with at most two decimals: {@code 1.42 GiB}. */
    public static String bytes(long bytes) {
        int unit = 0;
        while (unit < UNITS.length - 1 && Math.abs(bytes) >> (10 * (unit + 1)) > 0) {
            unit++;
        }
        String number = BigDecimal.valueOf(bytes)
                .divide(BigDecimal.valueOf(1L << (10 * unit)), 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return number + " " + UNITS[unit];
    }

    /** {@code a × b}, or the largest number where that is too much: the factors come from files. */
    public static long times(long a, long b) {
        try {
            return Math.multiplyExact(a, b);
        } catch (ArithmeticException tooLarge) {
            return Long.MAX_VALUE;
        }
    }

    /** {@code part} of {@code whole} in per cent, with at most one decimal. */
    public static String percent(long part, long whole) {
        return BigDecimal.valueOf(part)
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }

    /** Numbers as a sysctl file spells them, parted by blanks. */
    public static String words(long[] numbers) {
        return Arrays.stream(numbers).mapToObj(Long::toString).collect(Collectors.joining(" "));
    }
}

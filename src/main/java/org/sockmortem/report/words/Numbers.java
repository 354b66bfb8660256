package org.sockmortem.report.words;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers for people, the same in every locale: {@code 61,240}, {@code 10.8}. */
public final class Numbers {
    private static final int GROUP = 3;
    private static final int MICRO_DIGITS = 6;

    private Numbers() {}

    /** Thousands set apart by commas. */
    public static String grouped(long number) {
        String digits = Long.toString(number);
        StringBuilder grouped = new StringBuilder(digits);
        int first = number < 0 ? 1 : 0;
        for (int i = digits.length() - GROUP; i > first; i -= GROUP) {
            grouped.insert(i, ',');
        }
        return grouped.toString();
    }

    /** One decimal, thousands set apart. */
    public static String rate(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP);
        String plain = rounded.toPlainString();
        int point = plain.indexOf('.');
        return grouped(rounded.longValue()) + plain.substring(point);
    }

    /** No more decimals than the number has. */
    public static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** Microseconds as seconds, six decimals as printk writes them. */
    public static String seconds(long micros) {
        return BigDecimal.valueOf(micros, MICRO_DIGITS).toPlainString();
    }

    /** Microseconds as seconds, no more decimals than needed. */
    public static String shortSeconds(long micros) {
        return BigDecimal.valueOf(micros, MICRO_DIGITS).stripTrailingZeros().toPlainString();
    }
}

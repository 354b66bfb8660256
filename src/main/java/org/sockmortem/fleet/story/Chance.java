package org.sockmortem.fleet.story;

/** How often chance alone would bring what was seen. */
final class Chance {
    private Chance() {}

    /**
     * The probability of {@code least} events or more where {@code expected} are expected and each happens by itself (Poisson).
     *
     * @param expected 0 or more
     */
    static double atLeast(int least, double expected) {
        double term = Math.exp(-expected);
        if (least <= 0) {
            return 1;
        }
        if (term == 0) {
            return 1;
        }
        // the far end by its own sum: one less nearly one would be rounding errors alone
        for (int k = 1; k <= least; k++) {
            term *= expected / k;
        }
        double sum = 0;
        for (int k = least; term > sum * 1e-12 && k < least + 10_000; k++) {
            sum += term;
            term *= expected / (k + 1);
        }
        return Math.min(1, sum);
    }

    /** Rounded to two digits that count, so that it is the same wherever it is reckoned. */
    static double rounded(double chance) {
        return chance == 0
                ? 0
                : new java.math.BigDecimal(chance)
                        .round(new java.math.MathContext(2))
                        .doubleValue();
    }
}

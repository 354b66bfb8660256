package org.sockmortem.diagnosis.catalogue;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A default as the catalogue spells it: one term a number of the sysctl, {@code hash/2}, {@code max(128,hash/128)}, {@code pages*3/64}, {@code 4096};
 * or {@code -} where no number can be said.
 *
 * @param text as written
 */
public record Formula(String text) {
    private static final Pattern TERM =
            Pattern.compile("(?:max\\((\\d+),)?(?:(\\d+)|(hash|pages|kib))(?:\\*(\\d+))?(?:/(\\d+))?(\\))?");

    /** Checks the spelling. */
    public Formula {
        if (!text.equals("-")
                && !Arrays.stream(text.split(" ", -1))
                        .allMatch(t -> TERM.matcher(t).matches())) {
            throw new IllegalArgumentException("not a formula: " + text);
        }
    }

    /** The numbers for a machine; empty where what they depend on is unknown. */
    public Optional<long[]> on(Machine machine) {
        if (text.equals("-")) {
            return Optional.empty();
        }
        String[] terms = text.split(" ", -1);
        long[] numbers = new long[terms.length];
        for (int i = 0; i < terms.length; i++) {
            OptionalLong number = term(terms[i], machine);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            numbers[i] = number.getAsLong();
        }
        return Optional.of(numbers);
    }

    private static OptionalLong term(String term, Machine machine) {
        Matcher m = TERM.matcher(term);
        if (!m.matches()) {
            throw new IllegalStateException(term);
        }
        OptionalLong base =
                m.group(2) != null ? OptionalLong.of(Long.parseLong(m.group(2))) : variable(m.group(3), machine);
        if (base.isEmpty()) {
            return base;
        }
        long times = m.group(4) == null ? 1 : Long.parseLong(m.group(4));
        long by = m.group(5) == null ? 1 : Long.parseLong(m.group(5));
        long least = m.group(1) == null ? Long.MIN_VALUE : Long.parseLong(m.group(1));
        return OptionalLong.of(Math.max(least, Quantity.times(base.getAsLong(), times) / by));
    }

    private static OptionalLong variable(String name, Machine machine) {
        return switch (name) {
            case "hash" -> machine.hashSlots();
            case "pages" -> machine.pages();
            default -> {
                Long memory = machine.memory();
                yield memory == null ? OptionalLong.empty() : OptionalLong.of(memory / 1024);
            }
        };
    }
}

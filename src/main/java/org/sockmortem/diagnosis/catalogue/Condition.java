package org.sockmortem.diagnosis.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A test of a value: {@code value < default*1/2}, {@code third.bytes > memory*1/2}, {@code first > second}, {@code memory unknown}.
 *
 * @param text as written
 */
public record Condition(String text) {
    private static final Pattern TEST = Pattern.compile("(\\w+)(\\.bytes)? (<=|>=|!=|<|>|=) (.+)");
    private static final Pattern OPERAND =
            Pattern.compile("(-?\\d+|default|memory|first|second|third)(?:\\*(\\d+)/(\\d+))?");
    private static final String MEMORY_UNKNOWN = "memory unknown";

    /** Checks the spelling. */
    public Condition {
        Matcher m = TEST.matcher(text);
        boolean test = m.matches()
                && Value.place(m.group(1)) >= 0
                && OPERAND.matcher(m.group(4)).matches();
        if (!test && !text.equals(MEMORY_UNKNOWN)) {
            throw new IllegalArgumentException("not a condition: " + text);
        }
    }

    /** Reads conditions joined by {@code and}. */
    static List<Condition> all(String text) {
        return Arrays.stream(text.split(" and ")).map(Condition::new).toList();
    }

    /** Whether it holds; what depends on something unknown does not. */
    boolean holds(Value value) {
        if (text.equals(MEMORY_UNKNOWN)) {
            return value.machine().memory() == null;
        }
        Matcher m = TEST.matcher(text);
        if (!m.matches()) {
            throw new IllegalStateException(text);
        }
        int place = Value.place(m.group(1));
        OptionalLong left = value.number(place, m.group(2) != null);
        if (left.isEmpty()) {
            return false;
        }
        List<Long> right = operands(m.group(4), place, value);
        // Of several kernels' defaults, each must agree: an unknown kernel proves nothing.
        return !right.isEmpty() && right.stream().allMatch(r -> compare(left.getAsLong(), m.group(3), r));
    }

    private static List<Long> operands(String text, int place, Value value) {
        Matcher m = OPERAND.matcher(text);
        if (!m.matches()) {
            throw new IllegalStateException(text);
        }
        Long memory = value.machine().memory();
        List<Long> bases = switch (m.group(1)) {
            case "default" ->
                value.sysctl().defaultsOn(value.machine()).stream()
                        .filter(d -> place < d.length)
                        .map(d -> d[place])
                        .toList();
            case "memory" -> memory == null ? List.<Long>of() : List.of(memory);
            case "first", "second", "third" ->
                value.number(Value.place(m.group(1)), false).stream().boxed().toList();
            default -> List.of(Long.parseLong(m.group(1)));
        };
        long times = m.group(2) == null ? 1 : Long.parseLong(m.group(2));
        long by = m.group(3) == null ? 1 : Long.parseLong(m.group(3));
        return bases.stream().map(b -> Quantity.times(b, times) / by).toList();
    }

    private static boolean compare(long left, String operator, long right) {
        return switch (operator) {
            case "<" -> left < right;
            case "<=" -> left <= right;
            case ">" -> left > right;
            case ">=" -> left >= right;
            case "=" -> left == right;
            default -> left != right;
        };
    }
}

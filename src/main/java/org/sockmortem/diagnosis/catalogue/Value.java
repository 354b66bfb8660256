package org.sockmortem.diagnosis.catalogue;

import java.util.List;
import java.util.OptionalLong;

/**
 * A value of a sysctl on a machine, for judging.
 *
 * @param sysctl of which
 * @param text as written
 * @param numbers its numbers; empty where it is not made of numbers
 * @param machine where it is to be set
 */
public record Value(Sysctl sysctl, String text, List<Long> numbers, Machine machine) {
    private static final List<String> PLACES = List.of("first", "second", "third", "fourth");

    /** Copies the list. */
    public Value {
        numbers = List.copyOf(numbers);
    }

    /** The index of {@code first}, {@code second} …; {@code value} is the first; -1 for any other word. */
    static int place(String word) {
        return word.equals("value") ? 0 : PLACES.indexOf(word);
    }

    /** One of its numbers, in bytes if {@code inBytes} and its unit is pages. */
    OptionalLong number(int place, boolean inBytes) {
        if (place >= numbers.size()) {
            return OptionalLong.empty();
        }
        long number = numbers.get(place);
        return OptionalLong.of(
                inBytes && sysctl.unit().equals("pages") ? Quantity.times(number, machine.pageSize()) : number);
    }

    /** A sentence of the catalogue with its places filled in: {@code {value}}, {@code {third.bytes}}, {@code {memory}}, {@code {default}}. */
    public String fill(String sentence) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        for (int open = sentence.indexOf('{'); open >= 0; open = sentence.indexOf('{', at)) {
            int close = sentence.indexOf('}', open);
            filled.append(sentence, at, open).append(word(sentence.substring(open + 1, close)));
            at = close + 1;
        }
        return filled.append(sentence, at, sentence.length()).toString();
    }

    private String word(String name) {
        if (name.equals("value")) {
            return text;
        }
        if (name.equals("memory")) {
            return machine.memory() == null ? "an unknown amount of memory" : Quantity.bytes(machine.memory());
        }
        if (name.equals("default")) {
            return sysctl.defaultOn(machine)
                    .map(numbers -> Quantity.words(numbers))
                    .orElse("the kernel's own");
        }
        boolean inBytes = name.endsWith(".bytes");
        int place = place(inBytes ? name.substring(0, name.length() - ".bytes".length()) : name);
        if (place < 0) {
            throw new IllegalArgumentException("no place {" + name + "}");
        }
        OptionalLong number = number(place, inBytes);
        return number.isEmpty()
                ? "?"
                : inBytes ? Quantity.bytes(number.getAsLong()) : Long.toString(number.getAsLong());
    }
}

package org.sockmortem.record;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Abbreviated names of months in the languages that dmesg's short stamps are seen in (glibc's {@code abmon}; util-linux, po/): English,
 * German, French, Spanish, Italian, Dutch, Swedish, Polish, Czech, Portuguese, Russian. No name means two months.
 */
final class Months {
    private static final List<String> NAMES = List.of(
            "jan jän janv ene gen sty led янв",
            "feb febr fév févr fev lut úno фев",
            "mar mär mrz mars mrt marz bře мар",
            "apr avr avril abr kwi dub апр",
            "may mai maj mag mei kvě май мая",
            "jun juin giu cze čen июн",
            "jul juil lug lip čec июл",
            "aug août ago sie srp авг",
            "sep sept set sett wrz zář сен",
            "oct okt out ott paź říj окт",
            "nov lis ноя",
            "dec dez déc dic gru pro дек");
    private static final Map<String, Integer> NUMBERS = numbers();

    private Months() {}

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int month = 1; month <= NAMES.size(); month++) {
            for (String name : NAMES.get(month - 1).split(" ", -1)) {
                numbers.put(name, month);
            }
        }
        return numbers;
    }

    /** The month from 1, or 0 for an unknown name. */
    static int number(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return NUMBERS.getOrDefault(folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded, 0);
    }
}

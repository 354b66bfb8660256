package org.sockmortem.parse;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Months by the abbreviations that strftime(3) prints in the languages into which dmesg and journalctl are translated (CLDR). A table of
 * our own, for the JDK's depends on its version and on the machine's locale.
 */
public final class MonthNames {
    private static final String TABLE = """
            1 jan ene gen janv jän led sty янв січ oca ian tammi
            2 feb fév fev févr únor úno lut фев лют şub helmi febr
            3 mar mär mrz mrt mars märz bře marz març мар бер maalis márc
            4 apr avr abr dub kwi апр кві nis huhti ápr april
            5 may mai mag maj mei kvě май мая тра máj touko
            6 jun juin giu čer čvn cze июн чер haz kesä jún iun czerw
            7 jul juil lug čec lip июл лип tem heinä júl iul
            8 aug aoû août ago srp sie авг сер ağu elo
            9 sep sept set zář wrz сен вер eyl syys szept
            10 oct okt ott out říj paź окт жов eki loka
            11 nov noi lis ноя лис kas marras
            12 dec dez dic déc des pro gru дек гру ara joulu
            """;

    private static final Map<String, Integer> MONTHS = read();
    private static final int SHORTEST = 3;
    private static final Pattern NUMBERED = Pattern.compile("\\d{1,2}[月월]");

    private MonthNames() {}

    private static Map<String, Integer> read() {
        Map<String, Integer> months = new TreeMap<>();
        TABLE.lines().forEach(line -> {
            String[] words = line.strip().split(" ", -1);
            for (int i = 1; i < words.length; i++) {
                months.put(words[i], Integer.valueOf(words[0]));
            }
        });
        return months;
    }

    /** The month of a name or its abbreviation, 1 to 12; 0 where it is none that we know. Case and a trailing dot do not matter. */
    public static int of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String word = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        if (NUMBERED.matcher(word).matches()) {
            int month = Integer.parseInt(word.substring(0, word.length() - 1));
            return month >= 1 && month <= 12 ? month : 0;
        }
        // the longest abbreviation that begins the name: "marras" is November, "mars" is March
        for (int length = word.length(); length >= SHORTEST; length--) {
            Integer month = MONTHS.get(word.substring(0, length));
            if (month != null) {
                return month;
            }
        }
        return 0;
    }
}

package org.sockmortem.snapshot;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a clock showed, as date(1), hwclock(8) or timedatectl(1) print it: {@code Tue Oct 28 21:58:48 CET 2025}, {@code Tue, 28 Oct 2025 21:58:48 +0100},
 * {@code 2025-10-28T21:58:48+01:00}, and the forms of other languages whose month is certain.
 *
 * @param local the clock's reading; fractions of a second are cut off
 * @param offset from UTC, or {@code null} where the text gives none; of words only {@code UTC}, {@code GMT} and {@code Z} give one, for others are ambiguous
 * @param zone the zone's word, such as {@code CET}, or {@code null}
 */
public record WallClock(
        LocalDateTime local,
        @Nullable ZoneOffset offset,
        @Nullable String zone) {
    /** The months of English, German, French, Spanish, Italian, Portuguese and Dutch, short and long, without dots. */
    private static final List<String> MONTHS = List.of(
            "jan january januar janv janvier ene enero gen gennaio janeiro januari",
            "feb february februar févr fév février febrero febbraio fev fevereiro februari",
            "mar march mär mrz märz mars marzo março mrt maart",
            "apr april avr avril abr abril aprile",
            "may mai mayo mag maggio maio mei",
            "jun june juni juin junio giu giugno junho",
            "jul july juli juil juillet julio lug luglio julho",
            "aug august août aoû ago agosto augustus",
            "sep sept september septembre septiembre set settembre setembro",
            "oct october okt oktober octobre octubre ott ottobre out outubro",
            "nov november novembre noviembre novembro",
            "dec december dez dezember déc décembre dic diciembre dicembre dezembro");

    private static final Pattern TIME = Pattern.compile(
            "(?<![\\d:])(\\d{1,2}):(\\d\\d):(\\d\\d)(?:[.,]\\d{1,9})?(?![\\d:])(?:\\s*([AaPp][Mm])\\b)?");
    private static final Pattern NUMERIC =
            Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(?:-(\\d\\d)-(\\d\\d)(?!\\d)|年\\s*(\\d{1,2})月\\s*(\\d{1,2})日)");
    private static final Pattern YEAR = Pattern.compile("(?<![\\d:+-])((?:19|20)\\d\\d)(?![\\d:-])");
    private static final Pattern DAY = Pattern.compile("(?<![\\d:.,+-])(\\d{1,2})(?![\\d:-])");
    private static final Pattern OFFSET = Pattern.compile("([+-]\\d\\d):?(\\d\\d)\\)?\\s*$|([+-]\\d\\d):?(\\d\\d)\\b");
    private static final Pattern ZONE = Pattern.compile("\\b([A-Z]{3,5}|Z)\\b(?!:)");
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
    private static final int LONGEST = 100;

    /** What the line shows, or {@code null} where it is not certain. */
    static @Nullable WallClock of(String line) {
        Matcher time = TIME.matcher(line);
        if (line.length() > LONGEST || !time.find()) {
            return null;
        }
        Integer hour = hour(Integer.parseInt(time.group(1)), time.group(4));
        // blanks keep the places, so that what is left on both sides does not grow together
        String rest = line.substring(0, time.start()) + "  " + line.substring(time.end());
        String after = line.substring(time.end());
        int[] date = date(rest);
        if (hour == null || date == null || TIME.matcher(after).find()) {
            return null;
        }
        try {
            LocalDateTime local = LocalDateTime.of(
                    date[0], date[1], date[2], hour, Integer.parseInt(time.group(2)), Integer.parseInt(time.group(3)));
            Matcher zone = ZONE.matcher(after);
            String word = zone.find() ? zone.group(1) : null;
            return new WallClock(local, offset(after, word), word);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The hour of the day, or {@code null} where it is none. */
    private static @Nullable Integer hour(int hour, @Nullable String half) {
        if (half == null) {
            return hour;
        }
        boolean afternoon = half.toUpperCase(Locale.ROOT).equals("PM");
        return hour < 1 || hour > 12 ? null : hour % 12 + (afternoon ? 12 : 0);
    }

    /** Year, month and day; {@code null} unless there is exactly one of each. */
    private static int @Nullable [] date(String text) {
        Matcher numeric = NUMERIC.matcher(text);
        if (numeric.find()) {
            int shift = numeric.group(2) != null ? 2 : 4;
            return new int[] {
                Integer.parseInt(numeric.group(1)),
                Integer.parseInt(numeric.group(shift)),
                Integer.parseInt(numeric.group(shift + 1))
            };
        }
        List<Integer> months = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            int month = month(word.group().toLowerCase(Locale.ROOT));
            if (month > 0) {
                months.add(month);
            }
        }
        Integer year = only(YEAR, text);
        Integer day = only(DAY, text);
        return months.size() == 1 && year != null && day != null ? new int[] {year, months.get(0), day} : null;
    }

    private static int month(String word) {
        for (int i = 0; i < MONTHS.size(); i++) {
            if (List.of(MONTHS.get(i).split(" ", -1)).contains(word)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static @Nullable Integer only(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        Integer found = matcher.find() ? Integer.valueOf(matcher.group(1)) : null;
        return matcher.find() ? null : found;
    }

    private static @Nullable ZoneOffset offset(String after, @Nullable String word) {
        Matcher offset = OFFSET.matcher(after);
        if (offset.find()) {
            String hours = offset.group(1) != null ? offset.group(1) : offset.group(3);
            String minutes = offset.group(2) != null ? offset.group(2) : offset.group(4);
            int sign = hours.charAt(0) == '-' ? -1 : 1;
            return ZoneOffset.ofHoursMinutes(Integer.parseInt(hours), sign * Integer.parseInt(minutes));
        }
        return word != null && word.matches("UTC|GMT|Z") ? ZoneOffset.UTC : null;
    }
}

package org.sockmortem.forms;

import static org.sockmortem.forms.Stamps.format;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Function;

/** {@code dmesg -T} in other languages than English: their words, and the order that the translators gave them. */
final class LocalForms {
    private static final Words GERMAN =
            new Words("Mo Di Mi Do Fr Sa So", "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez");
    private static final Words FRENCH = new Words(
            "lun. mar. mer. jeu. ven. sam. dim.", "janv. févr. mars avril mai juin juil. août sept. oct. nov. déc.");
    private static final Words SWEDISH =
            new Words("mån tis ons tor fre lör sön", "jan feb mar apr maj jun jul aug sep okt nov dec");
    private static final Words RUSSIAN =
            new Words("Пн Вт Ср Чт Пт Сб Вс", "янв фев мар апр мая июн июл авг сен окт ноя дек");
    private static final Words JAPANESE = new Words("月 火 水 木 金 土 日", "1 2 3 4 5 6 7 8 9 10 11 12");

    private LocalForms() {}

    private record Words(List<String> days, List<String> months) {
        Words(String days, String months) {
            this(List.of(days.split(" ", -1)), List.of(months.split(" ", -1)));
        }

        String day(ZonedDateTime at) {
            return days.get(at.getDayOfWeek().getValue() - 1);
        }

        String month(ZonedDateTime at) {
            return months.get(at.getMonthValue() - 1);
        }
    }

    static String german(Scene scene) {
        return lines(
                scene,
                at -> format(
                        "%s, %2d. %s %d, %s",
                        GERMAN.day(at), at.getDayOfMonth(), GERMAN.month(at), at.getYear(), Stamps.clock(at)));
    }

    static String french(Scene scene) {
        return lines(
                scene,
                at -> format(
                        "%s %2d %s %s %d",
                        FRENCH.day(at), at.getDayOfMonth(), FRENCH.month(at), Stamps.clock(at), at.getYear()));
    }

    static String swedish(Scene scene) {
        return lines(
                scene,
                at -> format(
                        "%s %2d %s %d %s",
                        SWEDISH.day(at),
                        at.getDayOfMonth(),
                        SWEDISH.month(at),
                        at.getYear(),
                        Stamps.digits("HH.mm.ss", at)));
    }

    /** Where the translators left the order as it is. */
    static String swedishOrder(Scene scene) {
        return lines(
                scene,
                at -> format(
                        "%s %s %2d %s %d",
                        SWEDISH.day(at), SWEDISH.month(at), at.getDayOfMonth(), Stamps.clock(at), at.getYear()));
    }

    static String japanese(Scene scene) {
        return lines(
                scene,
                at -> format(
                        "%2s月%2d日(%s) %s %d",
                        JAPANESE.month(at), at.getDayOfMonth(), JAPANESE.day(at), Stamps.clock(at), at.getYear()));
    }

    static String russian(Scene scene) {
        return lines(
                scene,
                at -> format(
                        "%s %s %2d %s %d",
                        RUSSIAN.day(at), RUSSIAN.month(at), at.getDayOfMonth(), Stamps.clock(at), at.getYear()));
    }

    private static String lines(Scene scene, Function<ZonedDateTime, String> stamp) {
        return scene.lines(r -> "[" + stamp.apply(Stamps.dmesgWall(scene, r)) + "] " + r.text());
    }
}

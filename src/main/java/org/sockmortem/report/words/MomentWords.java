package org.sockmortem.report.words;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.report.page.Phrase;

/**
 * Moments for people. In the log's own zone and close to the log's own spelling, so that a reader finds the line again: without a
 * year it is {@code Oct 28 21:58:48} as syslog has it, and an uptime has printk's six decimals.
 */
public final class MomentWords {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd ", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);

    /** As syslog spells them in every country. */
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private static final long SECOND = 1_000_000;

    private final Sentences sentences;

    public MomentWords(Sentences sentences) {
        this.sentences = sentences;
    }

    /** All that is known: the stamp, UTC, how long after the boot, and ± where the stamp's own digits do not tell it. */
    public Phrase full(Moment moment) {
        List<Phrase> beside = new ArrayList<>();
        add(beside, utc(moment));
        Long uptime = moment.uptimeMicros();
        if (uptime != null) {
            if (isReckoned(moment)) {
                beside.add(reckoned(moment));
            } else if (moment.hasWall()) {
                add(beside, uptime(moment, uptime));
            }
            add(beside, afterBoot(uptime / SECOND));
        }
        Phrase told = stamp(moment).and(plusMinus(moment));
        return beside.isEmpty() ? told : sentences.say("moment.beside", told, Phrase.joined(", ", beside));
    }

    /** The stamp and ±. */
    public Phrase brief(Moment moment) {
        Long uptime = moment.uptimeMicros();
        Phrase told = stamp(moment).and(plusMinus(moment));
        return !moment.hasWall() || uptime == null || isReckoned(moment)
                ? told
                : sentences.say("moment.beside", told, Phrase.plain(Phrase.tied(uptime(moment, uptime))));
    }

    /** From one moment to another; one stamp where they are one moment. */
    public Phrase span(Moment from, Moment to) {
        Phrase start = full(from);
        Phrase end = brief(to);
        return brief(from).equals(end) ? start : sentences.say("moment.span", start, end);
    }

    private Phrase stamp(Moment moment) {
        LocalDateTime wall = moment.wall();
        Long uptime = moment.uptimeMicros();
        if (wall != null && !isReckoned(moment)) {
            return Phrase.plain(Phrase.tied(date(moment, wall) + time(moment, wall) + zone(moment.offset())));
        }
        if (uptime != null) {
            return sentences.say("moment.seconds", fraction(moment, uptime));
        }
        return sentences.say("moment.none");
    }

    /** Whether the wall clock was reckoned from the kernel's stamp: then the stamp is what the line says, and the clock comes beside it. */
    private static boolean isReckoned(Moment moment) {
        return moment.uptimeMicros() != null && moment.wallPlusMinusMicros() > moment.plusMinusMicros();
    }

    private Phrase reckoned(Moment moment) {
        LocalDateTime wall = Objects.requireNonNull(moment.wall());
        String clock = date(moment, wall) + wall.format(SECONDS) + zone(moment.offset());
        return sentences.say(
                "moment.reckoned",
                Phrase.plain(Phrase.tied(clock)),
                Phrase.plain(Numbers.shortSeconds(Math.max(SECOND, moment.wallPlusMinusMicros()))));
    }

    private static String date(Moment moment, LocalDateTime wall) {
        return moment.yearKnown()
                ? wall.format(DATE)
                : MONTHS.get(wall.getMonthValue() - 1) + " " + wall.getDayOfMonth() + " ";
    }

    private static String time(Moment moment, LocalDateTime wall) {
        return wall.format(isFine(moment) ? MICROS : SECONDS);
    }

    private static String zone(@Nullable ZoneOffset offset) {
        if (offset == null) {
            return "";
        }
        return offset.equals(ZoneOffset.UTC) ? " UTC" : offset.getId();
    }

    private static @Nullable String utc(Moment moment) {
        OffsetDateTime utc = moment.utc();
        LocalDateTime wall = moment.wall();
        if (utc == null || wall == null || isReckoned(moment) || ZoneOffset.UTC.equals(moment.offset())) {
            return null;
        }
        boolean sameDay = utc.toLocalDate().equals(wall.toLocalDate());
        return (sameDay ? "" : utc.format(DATE)) + utc.format(isFine(moment) ? MICROS : SECONDS) + " UTC";
    }

    private String uptime(Moment moment, long uptime) {
        return sentences.word("moment.uptime") + " " + fraction(moment, uptime) + " " + sentences.word("unit.second");
    }

    private static String fraction(Moment moment, long uptime) {
        return isFine(moment) ? Numbers.seconds(uptime) : Numbers.shortSeconds(uptime);
    }

    /** {@code 17 h 34 min after boot}; nothing for less than a minute, where the stamp says the same. */
    private @Nullable String afterBoot(long seconds) {
        if (seconds < 60) {
            return null;
        }
        long days = seconds / 86_400;
        long hours = seconds / 3_600 % 24;
        long minutes = seconds / 60 % 60;
        String age;
        if (days > 0) {
            age = unit(days, "unit.day") + " " + unit(hours, "unit.hour");
        } else if (hours > 0) {
            age = unit(hours, "unit.hour") + " " + unit(minutes, "unit.minute");
        } else {
            age = unit(minutes, "unit.minute") + " " + unit(seconds % 60, "unit.second");
        }
        return age + " " + sentences.word("moment.after-boot");
    }

    private String unit(long number, String key) {
        return number + " " + sentences.word(key);
    }

    /** The six digits of printk and of journald speak for themselves. */
    private Phrase plusMinus(Moment moment) {
        return shown(moment) <= 1
                ? Phrase.NONE
                : sentences.say("moment.plus-minus", Numbers.shortSeconds(shown(moment)));
    }

    /** How far off the stamp may be that is shown first; a wall clock without the kernel's stamp beside it has a ± of its own. */
    private static long shown(Moment moment) {
        return moment.uptimeMicros() == null
                ? Math.max(moment.plusMinusMicros(), moment.wallPlusMinusMicros())
                : moment.plusMinusMicros();
    }

    private static boolean isFine(Moment moment) {
        return moment.isTimed() && shown(moment) < SECOND;
    }

    private static void add(List<Phrase> beside, @Nullable String text) {
        if (text != null) {
            beside.add(Phrase.plain(Phrase.tied(text)));
        }
    }
}

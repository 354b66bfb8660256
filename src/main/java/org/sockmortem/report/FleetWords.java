package org.sockmortem.report;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.fleet.story.Recurrence;
import org.sockmortem.fleet.story.SharedIncident;
import org.sockmortem.fleet.story.Start;
import org.sockmortem.report.page.Phrase;
import org.sockmortem.report.words.Numbers;
import org.sockmortem.report.words.Sentences;
import org.sockmortem.report.words.Words;

/** The phrases of a fleet's summary. */
final class FleetWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter YEARLESS = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT);
    private static final int MOST_NAMED = 10;

    private final Words words;
    private final Sentences sentences;
    private final String ending;

    /**
     * Words.
     *
     * @param ending of the files that hosts lead to
     */
    FleetWords(Words words, String ending) {
        this.words = words;
        this.ending = ending;
        sentences = words.sentences();
    }

    Words words() {
        return words;
    }

    /** A host, leading to its report. */
    Phrase host(String host) {
        return Phrase.link(host, "hosts/" + host + "." + ending);
    }

    /** A host, and where it was read where its name does not tell which it is. */
    Phrase host(String host, String path) {
        return host.startsWith("unknown") || host.startsWith("localhost")
                ? sentences.say("fleet.host-at", host(host), Phrase.code(path))
                : host(host);
    }

    /** The first of them, and how many more there are. */
    Phrase hosts(List<String> hosts, int count) {
        Phrase named = Phrase.joined(
                ", ", hosts.stream().limit(MOST_NAMED).map(this::host).toList());
        int more = count - Math.min(hosts.size(), MOST_NAMED);
        return more > 0 ? sentences.say("fleet.and-more", named, Phrase.plain(Numbers.grouped(more))) : named;
    }

    /** A moment that those of other hosts can be compared with, as far as it can: in UTC, else by its own wall clock. */
    Phrase moment(@Nullable Moment moment) {
        if (moment == null) {
            return sentences.say("moment.none");
        }
        OffsetDateTime utc = moment.utc();
        LocalDateTime wall = moment.wall();
        if (utc != null) {
            return Phrase.plain(Phrase.tied(utc.format(TIME) + " UTC"));
        }
        return wall != null && moment.yearKnown()
                ? Phrase.plain(Phrase.tied(wall.format(TIME)))
                : words.moments().brief(moment);
    }

    /** When a shared incident began. */
    Phrase start(Start start) {
        String key = "fleet.clock." + start.clock().name().toLowerCase(Locale.ROOT);
        DateTimeFormatter form = start.clock() == Start.Clock.YEARLESS ? YEARLESS : TIME;
        return sentences.say(key, Phrase.tied(start.at().format(form)), Numbers.shortSeconds(start.plusMinusMicros()));
    }

    /** {@code +12 s}: how long after the first. */
    Phrase after(SharedIncident incident, Start start) {
        double seconds = start.seconds() - incident.starts().get(0).seconds();
        return sentences.say("fleet.after", host(start.host()), Phrase.plain(Numbers.rate(seconds)));
    }

    /** By which rule. */
    Phrase rule(Recurrence.Group group) {
        String time = two(group.minuteOfDay() / 60) + ":" + two(group.minuteOfDay() % 60);
        return switch (group.kind()) {
            case DAILY -> sentences.say("fleet.rule.daily", time);
            case WEEKLY ->
                sentences.say(
                        "fleet.rule.weekly",
                        DayOfWeek.of(group.weekDay()).getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                        time);
            case AFTER_BOOT -> sentences.say("fleet.rule.after-boot");
            case SINCE_KERNEL -> sentences.say("fleet.rule.since-kernel", String.valueOf(group.release()));
        };
    }

    private static String two(int number) {
        return (number < 10 ? "0" : "") + number;
    }
}

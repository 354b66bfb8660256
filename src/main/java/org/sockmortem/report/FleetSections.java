package org.sockmortem.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sockmortem.event.Signal;
import org.sockmortem.fleet.story.FleetReport;
import org.sockmortem.fleet.story.Recurrence;
import org.sockmortem.fleet.story.RunningClock;
import org.sockmortem.fleet.story.SameCause;
import org.sockmortem.fleet.story.SharedIncident;
import org.sockmortem.fleet.story.TooLittle;
import org.sockmortem.report.page.Page;
import org.sockmortem.report.page.Phrase;
import org.sockmortem.report.page.Tone;
import org.sockmortem.report.words.Numbers;
import org.sockmortem.report.words.Sentences;
import org.sockmortem.source.Skipped;

/** What several hosts have together, and what is not known of them. */
final class FleetSections {
    private static final int MOST_SHARED = 20;
    private static final int MOST_NAMED = 50;

    /** Every damaged input is named, as long as the list can be read at all. */
    private static final int MOST_UNREAD = 2_000;

    private final FleetWords words;
    private final Sentences sentences;
    private final Page page;

    FleetSections(FleetWords words, Page page) {
        this.words = words;
        this.page = page;
        sentences = words.words().sentences();
    }

    void shared(FleetReport report) throws IOException {
        List<SharedIncident> meant =
                report.shared().stream().filter(SharedIncident::isMeant).toList();
        int chance = report.shared().size() - meant.size();
        if (report.shared().isEmpty()) {
            return;
        }
        title("fleet.shared");
        for (SharedIncident incident : meant.stream().limit(MOST_SHARED).toList()) {
            page.item(Tone.PLAIN, shared(incident));
        }
        if (meant.size() > MOST_SHARED) {
            page.paragraph(Tone.QUIET, sentences.count("fleet.shared.more", meant.size() - (long) MOST_SHARED));
        }
        if (chance > 0) {
            page.paragraph(Tone.QUIET, sentences.count("fleet.shared.chance", chance));
        }
    }

    private void title(String key) throws IOException {
        page.heading(2, Tone.STRONG, sentences.say(key + ".title"));
    }

    private Phrase shared(SharedIncident incident) {
        Phrase signals = Phrase.joined(
                ", ",
                incident.signals().stream().map(Signal::id).map(Phrase::code).toList());
        Phrase told = sentences.say(
                "fleet.shared",
                Phrase.plain(incident.id()),
                words.start(incident.starts().get(0)),
                Phrase.plain(Numbers.grouped(incident.hosts())),
                Phrase.plain(Numbers.grouped(incident.covering())),
                signals);
        Phrase first = sentences.say(
                incident.first().size() == 1 ? "fleet.first.one" : "fleet.first.many",
                words.hosts(incident.first(), incident.first().size()));
        List<Phrase> later = new ArrayList<>();
        List<String> named = new ArrayList<>(incident.first());
        incident.starts().stream()
                .filter(s -> !named.contains(s.host()) && named.add(s.host()))
                .limit(MOST_SHARED)
                .forEach(s -> later.add(words.after(incident, s)));
        int more = incident.hosts() - incident.first().size() - later.size();
        Phrase then = later.isEmpty() ? Phrase.NONE : sentences.say("fleet.then", Phrase.joined(", ", later));
        Phrase rest = more > 0 ? sentences.count("fleet.more-hosts", more) : Phrase.NONE;
        return Phrase.joined(" ", List.of(told, first, then, rest));
    }

    void clocks(FleetReport report) throws IOException {
        if (report.clocks().isEmpty()) {
            return;
        }
        title("fleet.clocks");
        for (RunningClock clock : report.clocks()) {
            long minutes = Math.abs(clock.aheadSeconds()) / 60;
            page.item(
                    Tone.PLAIN,
                    sentences.say(
                            "fleet.clocks." + clock.clock().name().toLowerCase(Locale.ROOT)
                                    + (clock.aheadSeconds() < 0 ? ".behind" : ".ahead"),
                            words.host(clock.host()),
                            Phrase.plain(Numbers.grouped(minutes)),
                            Phrase.plain(String.join(", ", clock.meets()))));
        }
    }

    void recurrences(FleetReport report) throws IOException {
        if (report.recurrences().isEmpty()) {
            return;
        }
        title("fleet.recurrences");
        for (Recurrence.Group group : report.recurrences()) {
            List<Phrase> hosts = group.hosts().stream()
                    .limit(MOST_SHARED)
                    .map(r -> sentences.say(
                            "fleet.recurrence.host",
                            words.host(r.host()),
                            Phrase.plain(Numbers.grouped(r.incidents())),
                            Phrase.plain(Numbers.grouped(r.of()))))
                    .toList();
            int more = group.hosts().size() - hosts.size();
            Phrase rest = more > 0 ? sentences.count("fleet.more-hosts", more) : Phrase.NONE;
            Phrase all = sentences.say("fleet.recurrence", words.rule(group), Phrase.joined(", ", hosts));
            page.item(Tone.PLAIN, Phrase.joined(" ", List.of(all, rest)));
        }
    }

    void causes(FleetReport report) throws IOException {
        if (report.causes().isEmpty()) {
            return;
        }
        title("fleet.causes");
        for (SameCause cause : report.causes().stream().limit(MOST_NAMED).toList()) {
            List<Phrase> settings = new ArrayList<>();
            for (Map.Entry<String, String> setting : cause.settings().entrySet()) {
                settings.add(Phrase.code(setting.getKey() + " = " + setting.getValue()));
            }
            Phrase with = settings.isEmpty() ? sentences.say("fleet.cause.unknown") : Phrase.joined(", ", settings);
            page.item(
                    Tone.PLAIN,
                    sentences.say(
                            "fleet.cause",
                            sentences.count("fleet.on-hosts", cause.count()),
                            words.words().cause(cause.cause()),
                            with,
                            words.hosts(cause.hosts(), cause.count())));
        }
    }

    void kernels(FleetReport report) throws IOException {
        if (report.kernels().size() < 2) {
            return;
        }
        title("fleet.kernels");
        for (FleetReport.Kernel kernel :
                report.kernels().stream().limit(MOST_SHARED).toList()) {
            page.item(
                    Tone.PLAIN,
                    sentences.say(
                            "fleet.kernel",
                            Phrase.code(kernel.release()),
                            sentences.count("fleet.on-hosts", kernel.hosts()),
                            Phrase.plain(Numbers.grouped(kernel.withBursts()))));
        }
    }

    void tooLittle(FleetReport report) throws IOException {
        if (report.tooLittleCount() == 0) {
            return;
        }
        title("fleet.too-little");
        for (TooLittle.Why why : TooLittle.Why.values()) {
            List<String> hosts = report.tooLittle().stream()
                    .filter(t -> t.why() == why)
                    .map(TooLittle::host)
                    .toList();
            if (!hosts.isEmpty()) {
                page.item(Tone.PLAIN, sentences.say("fleet.too-little." + why.id(), words.hosts(hosts, hosts.size())));
            }
        }
    }

    void unread(FleetReport report) throws IOException {
        if (report.harmed().isEmpty()
                && report.skipped().isEmpty()
                && report.strangers().isEmpty()) {
            return;
        }
        title("fleet.unread");
        for (FleetReport.Harmed harmed :
                report.harmed().stream().limit(MOST_UNREAD).toList()) {
            page.item(
                    Tone.PLAIN,
                    sentences.say(
                            "fleet.unread." + harmed.status().id(),
                            words.host(harmed.host()),
                            Phrase.plain(harmed.problem())));
        }
        if (report.harmed().size() > MOST_UNREAD) {
            page.paragraph(
                    Tone.QUIET,
                    sentences.count("fleet.more-hosts", report.harmed().size() - (long) MOST_UNREAD));
        }
        for (Skipped skipped : report.skipped()) {
            page.item(Tone.PLAIN, sentences.say("problem", skipped.path(), skipped.problem()));
        }
        if (!report.strangers().isEmpty()) {
            Phrase named = Phrase.joined(
                    ", ", report.strangers().stream().limit(3).map(Phrase::code).toList());
            page.item(
                    Tone.QUIET,
                    sentences.say(
                            "fleet.strangers",
                            Phrase.plain(Numbers.grouped(report.strangers().size())),
                            named));
        }
    }
}

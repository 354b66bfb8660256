package org.sockmortem.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.report.page.Page;
import org.sockmortem.report.page.Phrase;
import org.sockmortem.report.page.Tone;
import org.sockmortem.report.words.Foremost;
import org.sockmortem.report.words.LineRanges;
import org.sockmortem.report.words.Numbers;
import org.sockmortem.report.words.Sentences;
import org.sockmortem.report.words.Words;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.ContextEvent;
import org.sockmortem.timeline.Incident;

/** What happened, in order: incidents with their bursts, and the context events in their places. */
final class TimelineSection {
    /** So many events of one kind in a row are told as one. */
    private static final int LONG_ROW = 6;

    private final Words words;
    private final Sentences sentences;
    private final Page page;
    private final HostReport host;
    private final BurstTable table;
    private final List<Incident> told;
    private final Map<String, Burst> bursts = new HashMap<>();

    TimelineSection(Words words, Page page, HostReport host) {
        this.words = words;
        this.page = page;
        this.host = host;
        sentences = words.sentences();
        table = new BurstTable(words, page, host);
        told = Foremost.of(host);
        host.bursts().forEach(burst -> bursts.put(burst.id(), burst));
    }

    void write() throws IOException {
        if (host.incidents().isEmpty() && host.context().isEmpty()) {
            return;
        }
        page.heading(2, Tone.STRONG, sentences.say("timeline.title"));
        if (told.size() < host.incidents().size()) {
            page.paragraph(
                    Tone.PLAIN,
                    sentences.say(
                            "timeline.foremost",
                            Numbers.grouped(told.size()),
                            Numbers.grouped(host.incidents().size())));
        }
        List<ContextEvent> waiting = new ArrayList<>();
        for (Entry entry : entries()) {
            Incident incident = entry.incident();
            if (incident == null) {
                waiting.addAll(entry.context());
            } else {
                between(waiting);
                waiting.clear();
                incident(incident);
            }
        }
        between(waiting);
    }

    /** An incident with what belongs to it, or one context event that belongs to none. */
    private record Entry(int boot, Moment at, @Nullable Incident incident, List<ContextEvent> context) {}

    private List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        Set<ContextEvent> placed = new HashSet<>();
        host.incidents().forEach(incident -> placed.addAll(incident.context()));
        for (Incident incident : told) {
            entries.add(new Entry(boot(incident), incident.start(), incident, List.of()));
        }
        for (ContextEvent event : host.context()) {
            if (!placed.contains(event)) {
                entries.add(new Entry(event.boot(), event.at(), null, List.of(event)));
            }
        }
        entries.sort(Comparator.comparingInt(Entry::boot).thenComparing(Entry::at));
        return entries;
    }

    private int boot(Incident incident) {
        return members(incident).stream().mapToInt(Burst::boot).findFirst().orElse(0);
    }

    private List<Burst> members(Incident incident) {
        List<Burst> members = new ArrayList<>();
        for (String id : incident.bursts()) {
            Burst burst = bursts.get(id);
            if (burst != null) {
                members.add(burst);
            }
        }
        return members;
    }

    private void incident(Incident incident) throws IOException {
        page.about(incident.id());
        page.heading(3, Tone.STRONG, sentences.say("incident.title", incident.id()));
        page.paragraph(Tone.PLAIN, words.moments().span(incident.start(), incident.end()));
        List<Burst> members = members(incident);
        table.write(members, incident.context());
        EvidenceList evidence = new EvidenceList(words, page);
        for (Burst burst : members) {
            evidence.write(burst);
        }
    }

    /** Context events that lie in no incident. */
    private void between(List<ContextEvent> events) throws IOException {
        if (events.isEmpty()) {
            return;
        }
        page.heading(3, Tone.STRONG, sentences.say("context.title"));
        int from = 0;
        while (from < events.size()) {
            int to = from;
            while (to < events.size()
                    && events.get(to).signal() == events.get(from).signal()) {
                to++;
            }
            row(events.subList(from, to));
            from = to;
        }
    }

    /** The first and the last of a long row, and how many lie between. */
    private void row(List<ContextEvent> events) throws IOException {
        int left = events.size() > LONG_ROW ? events.size() - 2 : 0;
        for (int i = 0; i < events.size(); i++) {
            if (left == 0 || i == 0 || i == events.size() - 1) {
                page.item(Tone.PLAIN, event(events.get(i)));
            } else if (i == 1) {
                page.item(Tone.QUIET, sentences.count("context.more", left));
            }
        }
    }

    private Phrase event(ContextEvent event) {
        return sentences.say(
                "context.event",
                words.moments().full(event.at()),
                table.context(event),
                Phrase.plain(LineRanges.of(event.citation().ref())));
    }
}

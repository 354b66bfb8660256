package org.sockmortem.report.html;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Boot;
import org.sockmortem.clock.Moment;
import org.sockmortem.diagnosis.Finding;
import org.sockmortem.event.Signal;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.report.page.Phrase;
import org.sockmortem.report.page.TerminalEscape;
import org.sockmortem.report.words.Foremost;
import org.sockmortem.report.words.LineRanges;
import org.sockmortem.report.words.Words;
import org.sockmortem.snapshot.Reading;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.Citation;
import org.sockmortem.timeline.ContextEvent;
import org.sockmortem.timeline.Incident;
import org.sockmortem.timeline.Loss;
import tools.jackson.core.JsonGenerator;

/**
 * What one timeline draws, as JSON: moments in seconds on its axis, and texts that are told when a point is looked at. Bounded: the rates are
 * those of all bursts, but only bursts of the incidents that the prose tells are drawn, and of a burst's lines so many that all bursts together have {@value #MOST_LINES}; the prose has the rest.
 */
final class TimelineData {
    private static final int MOST_LINES = 2_000;

    private final HostReport host;
    private final TimeAxis axis;
    private final Anchors anchors;
    private final Words words;
    private final TimelineJson json;

    /**
     * The data of a host on an axis.
     *
     * @param json where it goes: an object that is open
     */
    TimelineData(HostReport host, TimeAxis axis, Anchors anchors, Words words, JsonGenerator json) {
        this.host = host;
        this.axis = axis;
        this.anchors = anchors;
        this.words = words;
        this.json = new TimelineJson(json);
    }

    void write() {
        List<Burst> all =
                host.bursts().stream().filter(burst -> axis.has(burst.boot())).toList();
        List<Incident> incidents = Foremost.of(host);
        Set<String> told = new HashSet<>();
        incidents.forEach(incident -> told.addAll(incident.bursts()));
        List<Burst> bursts =
                all.stream().filter(burst -> told.contains(burst.id())).toList();
        json.flag("wall", axis.isWall());
        json.flag("year", axis.yearKnown());
        json.text("zone", axis.offset() == null ? null : axis.offset().getId());
        json.seconds("base", axis.baseMicros());
        rates(all);
        Map<Signal, Integer> lanes = new LinkedHashMap<>();
        all.forEach(burst -> lanes.putIfAbsent(burst.signal(), lanes.size()));
        json.array("signals", lanes.keySet(), signal -> {
            json.text("id", signal.id());
            json.text("text", visible(words.signal(signal)));
        });
        json.array("bursts", bursts, burst -> burst(burst, lanes, bursts.size()));
        json.array("incidents", within(incidents, bursts), this::incident);
        json.array("findings", host.findings(), finding -> finding(finding, bursts));
        surroundings();
    }

    private void rates(List<Burst> bursts) {
        List<Rates.Step> steps = Rates.of(axis, bursts);
        json.object("rates", () -> {
            json.seconds("x", steps.stream().map(Rates.Step::atMicros).toList());
            json.rates("printed", steps.stream().map(Rates.Step::printed).toList());
            json.rates("min", steps.stream().map(Rates.Step::min).toList());
            json.rates("likely", steps.stream().map(Rates.Step::likely).toList());
            json.rates("max", steps.stream().map(Rates.Step::max).toList());
        });
    }

    private void burst(Burst burst, Map<Signal, Integer> lanes, int bursts) {
        json.text("a", anchors.of(burst.id()));
        json.text("id", TerminalEscape.escape(burst.id()));
        json.number("lane", lanes.getOrDefault(burst.signal(), 0));
        at("from", burst.start());
        at("last", burst.lastPrinted());
        at("to", burst.end());
        json.seconds("pm", burst.start().isTimed() ? burst.start().plusMinusMicros() : 0);
        json.flag("tail", burst.tailUnknown());
        json.text("when", visible(words.moments().span(burst.start(), burst.end())));
        json.text("counted", visible(words.counted(burst)));
        List<Citation> lines = some(burst.evidence(), Math.max(6, MOST_LINES / bursts));
        json.array("lines", lines, line -> {
            at("x", line.at());
            json.text("at", TerminalEscape.escape(LineRanges.of(line.ref())));
            json.text("text", TerminalEscape.escape(line.text()));
        });
        json.number("more", burst.evidence().size() - lines.size() + burst.evidenceOmitted());
    }

    /** The first and the last lines. */
    private static List<Citation> some(List<Citation> lines, int most) {
        if (lines.size() <= most) {
            return lines;
        }
        List<Citation> some = new ArrayList<>(lines.subList(0, most / 2));
        some.addAll(lines.subList(lines.size() - most / 2, lines.size()));
        return some;
    }

    private static List<Incident> within(List<Incident> incidents, List<Burst> bursts) {
        Set<String> ids = bursts.stream().map(Burst::id).collect(Collectors.toSet());
        return incidents.stream()
                .filter(incident -> incident.bursts().stream().anyMatch(ids::contains))
                .toList();
    }

    private void incident(Incident incident) {
        json.text("a", anchors.of(incident.id()));
        json.text("text", TerminalEscape.escape(incident.id()));
        at("from", incident.start());
        at("to", incident.end());
        json.text("when", visible(words.moments().span(incident.start(), incident.end())));
    }

    private void finding(Finding finding, List<Burst> bursts) {
        json.text("a", anchors.of(finding.id()));
        json.text("text", visible(words.cause(finding)));
        BitSet ids = finding.bursts().numbers();
        List<Integer> explained = new ArrayList<>();
        for (int i = 0; i < bursts.size(); i++) {
            if (ids.get(bursts.get(i).number())) {
                explained.add(i);
            }
        }
        json.numbers("bursts", explained);
    }

    /** What happened beside the bursts, and what is known of the time between. */
    private void surroundings() {
        List<Boot> boots = host.boots().stream()
                .filter(boot -> boot.start() != null && axis.has(boot.index()))
                .toList();
        json.array("boots", boots, boot -> {
            at("x", boot.start());
            json.text(
                    "text", boot.start() == null ? "" : visible(words.moments().full(boot.start())));
        });
        List<ContextEvent> context = host.context().stream()
                .filter(event -> axis.has(event.boot()) && axis.at(event.at()) != null)
                .toList();
        json.array("context", context, event -> {
            at("x", event.at());
            json.text("text", visible(words.signal(event.signal())));
            json.text("detail", event.detail() == null ? null : TerminalEscape.escape(event.detail()));
            json.text("at", TerminalEscape.escape(LineRanges.of(event.citation().ref())));
            json.text("when", visible(words.moments().full(event.at())));
        });
        json.array("uncovered", host.uncovered(), stretch -> {
            at("from", stretch.from());
            at("to", stretch.to());
            json.text("when", visible(words.moments().span(stretch.from(), stretch.to())));
        });
        json.array("losses", host.losses(), loss -> loss(loss));
        json.array("readings", moments(host.readings()).entrySet(), taken -> {
            at("x", taken.getKey());
            json.text("when", visible(words.moments().full(taken.getKey())));
            json.text("text", String.join(", ", taken.getValue()));
        });
    }

    private void loss(Loss loss) {
        at("x", loss.at());
        json.text("text", TerminalEscape.escape(loss.text()));
        json.text("at", TerminalEscape.escape(LineRanges.of(loss.ref())));
        json.text("when", visible(words.moments().full(loss.at())));
    }

    /** The files that were read at each moment, for a moment has many readings. */
    private Map<Moment, List<String>> moments(List<Reading> readings) {
        Map<Moment, List<String>> moments = new LinkedHashMap<>();
        for (Reading reading : readings) {
            Moment at = reading.takenAt();
            if (axis.at(at) != null && at != null) {
                List<String> paths = moments.computeIfAbsent(at, moment -> new ArrayList<>());
                String path = TerminalEscape.escape(reading.path());
                if (!paths.contains(path)) {
                    paths.add(path);
                }
            }
        }
        return moments;
    }

    private void at(String name, @Nullable Moment moment) {
        json.seconds(name, axis.at(moment));
    }

    /** Words as they are read, without markup. */
    static String visible(Phrase phrase) {
        StringBuilder text = new StringBuilder();
        phrase.spans().forEach(span -> text.append(TerminalEscape.escape(span.text())));
        return text.toString().replace(Phrase.TIE, '\u00a0');
    }
}

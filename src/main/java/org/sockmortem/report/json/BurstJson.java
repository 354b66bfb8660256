package org.sockmortem.report.json;

import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.Citation;
import org.sockmortem.timeline.ContextEvent;

/** A burst, and the context events that stand beside bursts. */
final class BurstJson {
    private final Fields fields;

    BurstJson(Fields fields) {
        this.fields = fields;
    }

    void write(Burst burst) {
        facts(burst);
        fields.objects("evidence", burst.evidence(), this::citation);
        fields.number("evidenceOmitted", burst.evidenceOmitted());
    }

    /** All but the lines. */
    void facts(Burst burst) {
        brief(burst);
        fields.objects("windows", burst.windows(), window -> {
            fields.moment("from", window.from());
            fields.moment("to", window.to());
            fields.number("printed", window.printed());
            fields.number("suppressed", window.suppressed());
        });
    }

    /** All but the lines and the windows. */
    void brief(Burst burst) {
        fields.text("id", burst.id());
        fields.text("signal", burst.signal().id());
        fields.number("boot", burst.boot());
        fields.moment("start", burst.start());
        fields.moment("lastPrinted", burst.lastPrinted());
        fields.moment("end", burst.end());
        fields.number("printed", burst.printed());
        fields.number("repeated", burst.repeated());
        fields.object("suppressed", () -> {
            fields.number("min", burst.suppressed().min());
            fields.number("likely", burst.suppressed().likely());
            fields.number("max", burst.suppressed().max());
        });
        fields.flag("headUnknown", burst.headUnknown());
        fields.flag("tailUnknown", burst.tailUnknown());
        fields.flag("atLeast", burst.atLeast());
        fields.number("peakPerSecond", burst.peakPerSecond(), 1);
    }

    /** A line, with its moment. */
    void citation(Citation citation) {
        fields.moment("at", citation.at());
        fields.place(citation.ref());
        fields.text("text", citation.text());
        fields.objects("also", citation.also(), fields::place);
    }

    void context(ContextEvent event) {
        fields.text("signal", event.signal().id());
        fields.number("boot", event.boot());
        fields.moment("at", event.at());
        fields.text("detail", event.detail());
        fields.text("text", event.citation().text());
        fields.place(event.citation().ref());
    }
}

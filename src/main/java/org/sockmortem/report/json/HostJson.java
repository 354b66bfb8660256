package org.sockmortem.report.json;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.sockmortem.diagnosis.Finding;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.timeline.Incident;

/** One host of the report. */
final class HostJson {
    private final Fields fields;
    private final BurstJson bursts;
    private final FindingJson findings;

    HostJson(Fields fields) {
        this.fields = fields;
        bursts = new BurstJson(fields);
        findings = new FindingJson(fields);
    }

    void write(HostReport host) {
        fields.text("host", host.host());
        fields.text("namedBy", host.namedBy());
        fields.text("machineId", host.machineId());
        kernel(host);
        captured(host);
        fields.objects("uncovered", host.uncovered(), stretch -> {
            fields.moment("from", stretch.from());
            fields.moment("to", stretch.to());
        });
        fields.objects("losses", host.losses(), loss -> {
            fields.text("text", loss.text());
            fields.place(loss.ref());
            fields.moment("at", loss.at());
            fields.flag("orLater", loss.later());
            fields.text("layer", loss.layer().name().toLowerCase(Locale.ROOT));
            fields.count("lost", loss.lost() < 0 ? null : Long.valueOf(loss.lost()));
        });
        fields.objects("totals", host.totals(), total -> {
            fields.total(total);
            fields.flag("atLeast", host.isAtLeast(total.signal()));
        });
        fields.number("unattributed", host.unattributed());
        fields.objects("bursts", host.bursts(), bursts::write);
        List<BitSet> explained =
                host.findings().stream().map(f -> f.bursts().numbers()).toList();
        fields.objects("incidents", host.incidents(), incident -> incident(incident, host.findings(), explained));
        fields.objects("context", host.context(), bursts::context);
        fields.objects("findings", host.findings(), findings::write);
    }

    private void kernel(HostReport host) {
        fields.object("kernel", () -> {
            fields.text("release", host.kernel().release());
            fields.text("wording", host.kernel().wording());
            fields.text("limiter", host.kernel().limiter().id());
            fields.text("knownFrom", host.kernel().knownFrom());
        });
        fields.object("rateLimit", () -> {
            fields.number("intervalSeconds", host.rateLimit().intervalSeconds(), 0);
            fields.number("burst", host.rateLimit().burst());
            fields.text("knownFrom", host.rateLimit().knownFrom());
        });
    }

    private void captured(HostReport host) {
        fields.objects("boots", host.boots(), boot -> {
            fields.number("index", boot.index());
            fields.moment("start", boot.start());
            fields.text("bootId", boot.bootId());
        });
        fields.objects("readings", host.readings(), reading -> {
            fields.text("name", reading.name());
            fields.text("value", reading.value());
            fields.text("state", reading.state().id());
            fields.moment("takenAt", reading.takenAt());
            fields.text("path", reading.path());
        });
    }

    /** @param explained the numbers of the bursts that each finding explains */
    private void incident(Incident incident, List<Finding> all, List<BitSet> explained) {
        fields.text("id", incident.id());
        fields.moment("start", incident.start());
        fields.moment("end", incident.end());
        fields.texts("bursts", incident.bursts());
        fields.objects("context", incident.context(), bursts::context);
        List<String> findingsOf = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            int next = explained.get(i).nextSetBit(incident.firstBurst());
            if (next >= 0 && next <= incident.lastBurst()) {
                findingsOf.add(all.get(i).id());
            }
        }
        fields.texts("findings", findingsOf);
    }
}

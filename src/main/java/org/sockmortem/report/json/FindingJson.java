package org.sockmortem.report.json;

import java.util.List;
import org.sockmortem.diagnosis.Evidence;
import org.sockmortem.diagnosis.Finding;
import org.sockmortem.diagnosis.Remedy;
import org.sockmortem.source.SourceRef;

/** A finding with its evidence and what to do. */
final class FindingJson {
    private final Fields fields;

    FindingJson(Fields fields) {
        this.fields = fields;
    }

    void write(Finding finding) {
        facts(finding);
        evidence("because", finding.because());
        evidence("against", finding.against());
        evidence("missing", finding.missing());
        fields.objects("actions", finding.actions(), this::action);
    }

    /** All but the evidence. */
    void brief(Finding finding) {
        facts(finding);
        fields.objects("actions", finding.actions(), this::action);
    }

    private void facts(Finding finding) {
        fields.text("id", finding.id());
        fields.text("cause", finding.cause());
        if (finding.scope() != null) {
            fields.text("scope", finding.scope());
        }
        fields.text("severity", finding.severity().id());
        fields.text("verdict", finding.verdict().id());
        fields.texts("sysctls", finding.sysctls());
        fields.texts("bursts", finding.bursts());
    }

    private void evidence(String name, List<Evidence> all) {
        fields.objects(name, all, evidence -> {
            fields.text("text", evidence.text());
            SourceRef ref = evidence.ref();
            if (ref != null) {
                fields.place(ref);
            } else if (!name.equals("missing")) {
                // What is missing has no place; what speaks for or against says that it has none.
                fields.text("path", null);
                fields.nothing("line");
            }
        });
    }

    private void action(Remedy remedy) {
        fields.text("kind", remedy.kind().id());
        fields.text("text", remedy.text());
        if (!remedy.set().isEmpty()) {
            fields.object("set", () -> remedy.set().forEach(fields::text));
        }
    }
}

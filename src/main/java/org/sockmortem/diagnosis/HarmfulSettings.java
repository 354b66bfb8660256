package org.sockmortem.diagnosis;

import java.util.List;
import java.util.Set;
import org.sockmortem.diagnosis.audit.Audit;
import org.sockmortem.diagnosis.audit.AuditedSetting;
import org.sockmortem.diagnosis.catalogue.Machine;
import org.sockmortem.diagnosis.catalogue.Ruling;
import org.sockmortem.snapshot.Reading;
import org.sockmortem.source.SourceRef;

/** Captured settings that do harm by themselves, whether or not they have to do with a burst: each as the audit judges it. */
final class HarmfulSettings implements Rule {
    /** These have rules of their own. */
    private static final Set<String> ELSEWHERE = Set.of(OrphanLimit.NAME, TcpMemory.NAME);

    @Override
    public String cause() {
        return "harmful-settings";
    }

    @Override
    public List<Finding> examine(Case c) {
        Machine machine = c.machine();
        List<AuditedSetting> harmful = c.snapshot().readings().stream()
                .filter(r -> r.state() == Reading.State.KNOWN && !ELSEWHERE.contains(r.name()))
                .map(r -> Audit.judge(r, machine))
                .filter(s -> s.verdict() == Ruling.HARMFUL)
                .toList();
        if (harmful.isEmpty()) {
            return List.of();
        }
        Draft draft = new Draft(
                cause(), List.of(), harmful.stream().map(AuditedSetting::sysctl).toArray(String[]::new));
        for (AuditedSetting setting : harmful) {
            draft.because(
                    new SourceRef(setting.path(), setting.line()),
                    "harmful.setting",
                    setting.sysctl(),
                    setting.value(),
                    setting.why());
            // Each is a finding of its own, so here three are not enough.
            String instead = setting.instead();
            draft.action(
                    Remedy.Kind.DO_NOT,
                    instead == null ? "harmful.no-instead" : "harmful.instead",
                    setting.sysctl(),
                    setting.value(),
                    String.valueOf(instead));
        }
        return List.of(draft.because(null, "harmful.no-link")
                .decide("harmful.decide")
                .finding(Severity.INFO, Verdict.POSSIBLE));
    }
}

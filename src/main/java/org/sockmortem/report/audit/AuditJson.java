package org.sockmortem.report.audit;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.sockmortem.diagnosis.audit.AuditedSetting;

/** An audit for programs: every setting, in the order of the texts. */
public final class AuditJson {
    private AuditJson() {}

    /** Writes it, and leaves the writer open. */
    public static void write(List<AuditedSetting> settings, Writer out) throws IOException {
        JsonDocument.write(
                out,
                json -> json.objects("settings", settings, setting -> {
                    json.text("path", setting.path());
                    json.number("line", setting.line());
                    json.text("sysctl", setting.sysctl());
                    json.text("value", setting.value());
                    json.text("verdict", setting.verdict().id());
                    json.text("why", setting.why());
                    json.text("instead", setting.instead());
                }));
    }
}

package org.sockmortem.report.html;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.report.page.Phrase;
import org.sockmortem.report.page.TerminalEscape;

/** Where things that have an id stand in the file, under names that no log has a say in: {@code h1-burst-2}. */
public final class Anchors {
    private final Map<String, String> byId = new HashMap<>();

    /** The anchors of all bursts, incidents and findings of the hosts. */
    public Anchors(List<HostReport> hosts) {
        for (int h = 0; h < hosts.size(); h++) {
            HostReport host = hosts.get(h);
            String prefix = host(h);
            for (int i = 0; i < host.bursts().size(); i++) {
                put(host.bursts().get(i).id(), prefix + "-burst-" + (i + 1));
            }
            for (int i = 0; i < host.incidents().size(); i++) {
                put(host.incidents().get(i).id(), prefix + "-incident-" + (i + 1));
            }
            for (int i = 0; i < host.findings().size(); i++) {
                put(host.findings().get(i).id(), prefix + "-finding-" + (i + 1));
            }
        }
    }

    /** The anchor of the host at that place in the report, counted from 0. */
    public static String host(int index) {
        return "h" + (index + 1);
    }

    /** By the id as it is and as it is shown, where characters that steer stand as escapes. */
    private void put(String id, String anchor) {
        byId.put(id, anchor);
        byId.put(TerminalEscape.escape(id), anchor);
    }

    /** The anchor of what has that id, or {@code null}. */
    public @Nullable String of(String id) {
        return byId.get(id);
    }

    /** The anchor of the first thing with an id that the words name, or {@code null}. */
    @Nullable
    String firstIn(Phrase phrase) {
        for (Phrase.Span span : phrase.spans()) {
            String anchor = span.code() ? of(span.text()) : null;
            if (anchor != null) {
                return anchor;
            }
        }
        return null;
    }
}

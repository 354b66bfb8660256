package org.sockmortem.report.html;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.report.json.JsonObject;
import org.sockmortem.report.words.Words;
import tools.jackson.core.JsonGenerator;

/**
 * A timeline to move about in.
 *
 * @param boot the boot whose uptimes it shows, or {@code null} for the wall clock
 * @param data what it draws, as JSON that may stand in a script element
 */
public record Timeline(@Nullable Integer boot, String data) {
    /** A host's timelines: one, or one a boot where its logs tell uptimes only, or none where they tell no time. */
    public static List<Timeline> of(HostReport host, Anchors anchors, Words words) {
        List<Timeline> timelines = new ArrayList<>();
        for (TimeAxis axis : TimeAxis.of(host)) {
            String data = script(json -> new TimelineData(host, axis, anchors, words, json).write());
            timelines.add(new Timeline(axis.boot(), data));
        }
        return timelines;
    }

    /** An object as JSON that may stand in a script element. */
    static String script(Consumer<JsonGenerator> fields) {
        try {
            StringWriter out = new StringWriter();
            JsonObject.script(out, fields);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

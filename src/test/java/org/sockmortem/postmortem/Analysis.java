package org.sockmortem.postmortem;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sockmortem.event.Signal;
import org.sockmortem.source.Source;
import org.sockmortem.source.Sources;
import org.sockmortem.timeline.SignalTotal;

/** Runs the whole way over a text or a path, for tests. */
final class Analysis {
    /** No options at all. */
    static final PostMortemOptions PLAIN = options(PostMortemOptions.DEFAULT_GAP_MICROS);

    private Analysis() {}

    static PostMortemOptions options(long gapMicros) {
        return new PostMortemOptions(gapMicros, null, null, null, null, null, null, null, null, "test");
    }

    /** The report on a log that is pasted. */
    static Report of(String text) {
        return of(text, PLAIN);
    }

    static Report of(String text, PostMortemOptions options) {
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return PostMortem.of(Sources.under(List.of(Source.STANDARD_INPUT), in), options);
    }

    /** The report on files and folders. */
    static Report of(List<String> paths, PostMortemOptions options) {
        return PostMortem.of(Sources.under(paths, InputStream.nullInputStream()), options);
    }

    /** The only host of a log that is pasted. */
    static HostReport host(String text) {
        return only(of(text));
    }

    static HostReport only(Report report) {
        if (report.hosts().size() != 1) {
            throw new AssertionError("not one host but "
                    + report.hosts().stream().map(HostReport::host).toList());
        }
        return report.hosts().get(0);
    }

    /** The total of a signal; nothing at all where it was not seen. */
    static SignalTotal total(HostReport host, Signal signal) {
        return host.totals().stream()
                .filter(t -> t.signal() == signal)
                .findFirst()
                .orElse(new SignalTotal(signal, 0, 0, org.sockmortem.timeline.Suppressed.NONE));
    }
}

package org.sockmortem.diagnosis;

import java.util.List;
import java.util.stream.Collectors;
import org.sockmortem.snapshot.Reading;
import org.sockmortem.source.SourceRef;

/** What the files of sysctl.d would set a sysctl to, beside what the kernel had: which line wins, and whether it is in force. */
final class Configuration {
    /** Lines that lose are named up to so many. */
    private static final int NAMED = 3;

    private Configuration() {}

    /** Says which line sets the sysctl and whether the kernel had that value; nothing where no file sets it, or where only files were captured. */
    static void describe(Draft draft, Case c, String name) {
        List<Reading> all = c.snapshot().findAll(name).stream()
                .filter(r -> r.state() == Reading.State.KNOWN)
                .toList();
        List<Reading> files = all.stream().filter(Reading::isConfigured).toList();
        List<Reading> running = all.stream().filter(r -> !r.isConfigured()).toList();
        if (files.isEmpty() || running.isEmpty()) {
            return;
        }
        // A snapshot keeps them in the order in which they are applied.
        Reading last = files.get(files.size() - 1);
        Reading had = running.get(running.size() - 1);
        boolean same = value(last).equals(value(had));
        draft.because(
                ref(last), same ? "config.same" : "config.differs", ref(last), name, value(last), value(had), ref(had));
        List<Reading> overridden =
                files.stream().filter(r -> !value(r).equals(value(last))).toList();
        if (!overridden.isEmpty()) {
            String lines = overridden.stream()
                    .limit(NAMED)
                    .map(r -> ref(r) + " (" + value(r) + ")")
                    .collect(Collectors.joining(", "));
            draft.because(ref(overridden.get(0)), "config.overridden", lines, ref(last));
        }
    }

    private static String value(Reading reading) {
        return String.valueOf(reading.value());
    }

    private static SourceRef ref(Reading reading) {
        return new SourceRef(reading.path(), reading.line());
    }
}

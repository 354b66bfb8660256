package org.sockmortem.postmortem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.scan.ScanSummary;
import org.sockmortem.source.Source;

/**
 * What came of reading one log.
 *
 * @param source which
 * @param host that its lines were counted for last, or {@code null} where it names none
 * @param hosts all that it names
 * @param nameless took its lines if it names no host
 * @param format of its lines
 * @param summary what the scanner saw, or {@code null} where reading failed
 * @param recognised lines that the grammar knows
 * @param unrecognised candidates that it does not
 * @param first stamp of its first line, or {@code null}
 * @param last stamp of its last line, or {@code null}
 * @param problem one sentence where it could not be read to its end
 */
record LogOutcome(
        Source source,
        @Nullable String host,
        List<String> hosts,
        @Nullable HostAnalysis nameless,
        LogFormat format,
        @Nullable ScanSummary summary,
        long recognised,
        long unrecognised,
        @Nullable Moment first,
        @Nullable Moment last,
        @Nullable String problem) {
    /** The same outcome for a host whose name the log did not tell. */
    LogOutcome named(String name) {
        return new LogOutcome(
                source, name, hosts, nameless, format, summary, recognised, unrecognised, first, last, problem);
    }
}

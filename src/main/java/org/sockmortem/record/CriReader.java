package org.sockmortem.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.parse.Parsed;
import org.sockmortem.parse.Stamp;

/**
 * Logs of the container runtime interface (kubernetes, pkg/kubelet/kuberuntime/logs): {@code 2025-10-28T21:58:48.123456789Z stdout F
 * line}, where {@code P} marks a piece of a line that goes on in the next record of its stream.
 */
final class CriReader extends ByLines {
    private static final Pattern RECORD = Pattern.compile(
            "([0-9]{4}-[0-9T:.+-]{15,30}Z?) (stdout|stderr) ([FP])(?::\\S{1,40})?(?: (.*))?", Pattern.DOTALL);

    private final Map<String, StringBuilder> begun = new HashMap<>();

    /** Whether most of the first lines are such records. */
    static boolean fits(List<String> head) {
        long records = head.stream()
                .filter(l -> l.contains(" std") && RECORD.matcher(l).matches())
                .count();
        return 2 * records > head.size();
    }

    @Override
    void line(String text, long number, Tally tally) {
        Matcher record = RECORD.matcher(text);
        if (record.matches()) {
            record(record, number, tally);
        } else {
            tally.record(Parsed.Header.NONE, text, number);
        }
    }

    private void record(Matcher record, long number, Tally tally) {
        Stamp stamp = new Stamp(Times.moment(record.group(1)), Stamp.NO_UPTIME, null);
        Parsed.Header header = new Parsed.Header(LogFormat.CONTAINER_JSON, stamp, null, 0);
        tally.seen(header);
        StringBuilder line = begun.computeIfAbsent(Times.group(record, 2), s -> new StringBuilder());
        String piece = Times.group(record, 4);
        if (line.length() + piece.length() <= LIMIT) {
            line.append(piece);
        }
        if (record.group(3).equals("F")) {
            tally.record(header, line.toString(), number);
            line.setLength(0);
        }
    }
}

package org.sockmortem.diagnosis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings that a host's findings advise, as a file for {@code /etc/sysctl.d}: the foremost finding's first, each with why in a comment.
 *
 * @param lines one a sysctl; of two advices for one sysctl the foremost finding's counts
 */
public record Snippet(List<Line> lines) {
    /** Copies the list. */
    public Snippet {
        lines = List.copyOf(lines);
    }

    /**
     * A setting.
     *
     * @param sysctl its name, with dots
     * @param value as sysctl.conf(5) spells it
     * @param comment a sentence on one line
     * @param finding the id of the finding that advises it
     */
    public record Line(String sysctl, String value, String comment, String finding) {}

    /** What these findings advise to set; empty where that is nothing. Findings that are ruled out advise nothing. */
    public static Snippet of(List<Finding> findings) {
        Map<String, Line> lines = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (finding.verdict() == Verdict.RULED_OUT) {
                continue;
            }
            for (Remedy action : finding.actions()) {
                action.set()
                        .forEach((sysctl, value) ->
                                lines.putIfAbsent(sysctl, new Line(sysctl, value, action.brief(), finding.id())));
            }
        }
        return new Snippet(List.copyOf(lines.values()));
    }

    /** Whether nothing is advised. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The file's text, each line ended by a line feed; a comment that serves the next setting too is written once. */
    public String text() {
        StringBuilder text = new StringBuilder();
        String last = "";
        for (Line line : lines) {
            String comment = "# " + line.finding() + ": " + line.comment();
            if (!comment.equals(last)) {
                text.append(text.isEmpty() ? "" : "\n").append(comment).append('\n');
            }
            text.append(line.sysctl()).append(" = ").append(line.value()).append('\n');
            last = comment;
        }
        return text.toString();
    }
}

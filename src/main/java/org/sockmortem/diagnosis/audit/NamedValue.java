package org.sockmortem.diagnosis.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A setting on two lines, as playbooks and pod specifications have it: {@code name: net.core.somaxconn}, then {@code value: "4096"}. Mutable. */
final class NamedValue {
    private static final Pattern NAME =
            Pattern.compile("\\s*+(?:-\\s*+)?+[\"']?+(?:name|key)[\"']?+\\s*+:\\s*+[\"']?+([\\w./-]++)[\"']?+,?+\\s*+");
    private static final Pattern VALUE =
            Pattern.compile("\\s*+(?:-\\s*+)?+[\"']?+value[\"']?+\\s*+:\\s*+[\"']?+([\\w \\t.-]*+)[\"']?+,?+\\s*+");

    private @Nullable String name;

    /** Both lines. */
    record Pair(String name, String value) {}

    /** The next line; a pair where it is the second of one. Lines between the two make no pair. */
    Optional<Pair> line(String text) {
        Matcher value = VALUE.matcher(text);
        String waiting = name;
        if (waiting != null && value.matches()) {
            name = null;
            return Optional.of(new Pair(waiting, value.group(1)));
        }
        Matcher named = NAME.matcher(text);
        name = named.matches() ? named.group(1) : null;
        return Optional.empty();
    }
}

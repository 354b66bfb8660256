package org.sockmortem.diagnosis.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A setting on two lines, as playbooks, manifests, states, recipes and pod specifications have it: {@code name: net.core.somaxconn}, Puppet's title of a resource or Salt's
 * {@code net.core.somaxconn:}, then {@code value: "4096"}, {@code value => '4096'} or {@code value 4096}. Mutable.
 */
final class NamedValue {
    private static final String NAME = "[\"']?+([A-Za-z]\\w*+(?:[./][\\w*-]++)++)[\"']?+";
    private static final Pattern NAMED =
            Pattern.compile("\\s*+(?:-\\s*+)?+(?:[\"']?+(?:name|key)[\"']?+\\s*+:\\s*+" + NAME + ",?+"
                    + "|[\\w:.]{0,20}?sysctl[\\w:.]*+\\s*+\\{?+\\s*+" + NAME + "\\s*+(?::|do)|" + NAME + ":)\\s*+");
    private static final Pattern VALUE = Pattern.compile(
            "\\s*+(?:-\\s*+)?+[\"']?+value[\"']?+(?:\\s*+(?:=>|[:=])|\\s)\\s*+[\"']?+([\\w \\t.-]*+)[\"']?+[,;]?+\\s*+");

    /** What else such a block says between the two. */
    private static final Pattern BETWEEN = Pattern.compile(
            "\\s*+(?:-\\s*+)?+[\"']?+(?:ensure|state|reload|sysctl[.]present|sysctl_set|sysctl_file|config|permanent|persist|action|comment)\\b.*");

    private @Nullable String name;

    /** Both lines. */
    record Pair(String name, String value) {}

    /** The next line; a pair where it is the second of one. */
    Optional<Pair> line(String text) {
        Matcher value = VALUE.matcher(text);
        String waiting = name;
        if (waiting != null && value.matches()) {
            name = null;
            return Optional.of(new Pair(waiting, value.group(1)));
        }
        Matcher named = NAMED.matcher(text);
        if (BETWEEN.matcher(text).matches()) {
            return Optional.empty();
        }
        if (named.matches()) {
            name = named.group(1) != null ? named.group(1) : named.group(2) != null ? named.group(2) : named.group(3);
        } else {
            name = null;
        }
        return Optional.empty();
    }
}

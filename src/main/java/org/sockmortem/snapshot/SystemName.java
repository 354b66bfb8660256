package org.sockmortem.snapshot;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The distribution, by os-release(5), {@code lsb_release -a} or the one line of {@code redhat-release}: {@code os.name}. */
final class SystemName implements LineReader {
    private static final Pattern NAMED =
            Pattern.compile("(?:PRETTY_NAME|DISTRIB_DESCRIPTION|Description)(?:=|:\\s+)\"?([^\"]{1,120}?)\"?\\s*");
    private static final Pattern PLAIN = Pattern.compile("([A-Z][^=:]{2,60} release [^=]{1,80}?)\\s*");

    private final Collected into;

    SystemName(Collected into) {
        this.into = into;
    }

    @Override
    public void line(String line, long number) {
        Matcher named = NAMED.matcher(line);
        Matcher plain = PLAIN.matcher(line);
        if (named.matches()) {
            into.known("os.name", named.group(1), number);
        } else if (plain.matches()) {
            into.known("os.name", plain.group(1), number);
        }
    }
}

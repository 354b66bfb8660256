package org.sockmortem.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Gathers what differs over a whole table, and fails once. Quicker to start than soft assertions, which make classes. */
public final class Differences {
    private final List<String> found = new ArrayList<>();

    /** Notes the place if the two are not equal. */
    public void expect(Object place, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            found.add(place + "\n    expected " + expected + "\n    but was  " + actual + "\n");
        }
    }

    /** Fails if anything differed. */
    public void areNone() {
        assertThat(found).isEmpty();
    }
}

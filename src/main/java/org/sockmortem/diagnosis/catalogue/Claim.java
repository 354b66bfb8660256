package org.sockmortem.diagnosis.catalogue;

import java.util.List;

/**
 * Something said of a sysctl.
 *
 * @param kind {@code meaning}, {@code raise}, {@code lower}, {@code price}, {@code not} (what it does not do) or {@code note}
 * @param text in our own words
 * @param sources kernel file, function and version, or a document; at least one
 */
public record Claim(String kind, String text, List<String> sources) {
    /** Copies the list. */
    public Claim {
        sources = List.copyOf(sources);
    }
}

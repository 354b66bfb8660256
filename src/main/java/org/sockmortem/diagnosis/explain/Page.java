package org.sockmortem.diagnosis.explain;

import java.util.List;

/**
 * An explanation.
 *
 * @param topic of what
 * @param sections in order
 * @param see names of related topics
 */
public record Page(Topic topic, List<Section> sections, List<String> see) {
    /** Copies the lists. */
    public Page {
        sections = List.copyOf(sections);
        see = List.copyOf(see);
    }

    /** The sources of all sections, each once, in order. */
    public List<String> sources() {
        return sections.stream().flatMap(s -> s.sources().stream()).distinct().toList();
    }

    /**
     * A paragraph under a heading.
     *
     * @param heading a few words
     * @param text in our own words
     * @param sources kernel file, function and version, or a document
     */
    public record Section(String heading, String text, List<String> sources) {
        /** Copies the list. */
        public Section {
            sources = List.copyOf(sources);
        }
    }
}

package org.sockmortem.report.page;

/** How a block stands out where a page has colours. Says nothing that the words do not say. */
public enum Tone {
    /** As everything else. */
    PLAIN(""),
    /** Something to find again by eye: bold. */
    STRONG("1"),
    /** Proof, for the second look: faint. */
    QUIET("2"),
    /** Yellow. */
    WARNING("33"),
    /** Red. */
    CRITICAL("1;31");

    private final String parameters;

    Tone(String parameters) {
        this.parameters = parameters;
    }

    /** The line in this tone, by the SGR sequences of ECMA-48; the tone ends with the line, as pagers want it. */
    String colour(String line) {
        return parameters.isEmpty() || line.isBlank() ? line : "\u001b[" + parameters + "m" + line + "\u001b[0m";
    }
}

package org.sockmortem.cli;

import java.util.Locale;

/** When to use colours. */
enum Colour {
    /** On a terminal, unless {@code NO_COLOR} or {@code TERM=dumb} says otherwise. */
    AUTO,
    /** Always, files too. */
    ALWAYS,
    /** Never. */
    NEVER;

    /** The name on the command line. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the report on standard output has colours. */
    boolean on(Streams streams) {
        boolean unwanted = !streams.environment().getOrDefault("NO_COLOR", "").isEmpty()
                || "dumb".equals(streams.environment().get("TERM"));
        return this == ALWAYS || (this == AUTO && streams.outIsTerminal() && !unwanted);
    }
}

package org.sockmortem.diagnosis;

import java.util.List;

/** One cause: what speaks for it, what against it, and what to do. Holds no state, and knows no other rule. */
interface Rule {
    /** The cause's id, part of the report's format. */
    String cause();

    /** Its findings, without ids; mostly none or one. */
    List<Finding> examine(Case c);
}

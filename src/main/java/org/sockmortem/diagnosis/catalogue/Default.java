package org.sockmortem.diagnosis.catalogue;

import java.util.List;

/**
 * The value with which some kernels begin.
 *
 * @param range those kernels
 * @param formula the value
 * @param sources where it is from
 */
public record Default(KernelRange range, Formula formula, List<String> sources) {
    /** Copies the list. */
    public Default {
        sources = List.copyOf(sources);
    }
}

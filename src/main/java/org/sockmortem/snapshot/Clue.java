package org.sockmortem.snapshot;

import org.sockmortem.source.SourceRef;

/**
 * A fact about a host, and the line that tells it.
 *
 * @param value the fact
 * @param ref where it stands
 * @param <T> what sort of fact
 */
public record Clue<T>(T value, SourceRef ref) {}

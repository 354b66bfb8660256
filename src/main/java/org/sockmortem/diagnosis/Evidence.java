package org.sockmortem.diagnosis;

import org.jspecify.annotations.Nullable;
import org.sockmortem.source.SourceRef;

/**
 * One thing that speaks for a finding, against it, or that is missing.
 *
 * @param text a sentence
 * @param ref the line behind it, or {@code null} where it rests on no line of the input
 */
public record Evidence(String text, @Nullable SourceRef ref) {}

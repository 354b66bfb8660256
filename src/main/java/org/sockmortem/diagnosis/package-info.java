/**
 * Bursts and readings to findings: one rule a cause, each with its evidence for and against, what is missing, and what to do.
 *
 * <p>No rule says more than the log proves. {@link org.sockmortem.diagnosis.RuleBook} holds a {@link org.sockmortem.diagnosis.Case} against all
 * of them; what they say stands in {@code sentences.properties}. Imports {@code event}, {@code source}, {@code clock}, {@code timeline},
 * {@code snapshot}, and its own {@code catalogue} and {@code audit}.
 */
@NullMarked
package org.sockmortem.diagnosis;

import org.jspecify.annotations.NullMarked;

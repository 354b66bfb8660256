/**
 * Bursts and readings to findings: one rule a cause, each with its evidence for and against, what is missing, and what to do.
 *
 * <p>No rule says more than the log proves. Imports {@code event}, {@code source}, {@code clock}, {@code timeline} and
 * {@code snapshot}.
 */
@NullMarked
package org.sockmortem.diagnosis;

import org.jspecify.annotations.NullMarked;

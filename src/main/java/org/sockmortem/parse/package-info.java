/**
 * Candidate line to event and raw stamp, by the grammar in {@code grammar/}. The only package that knows ANTLR; the generated
 * code is in {@code parse.grammar}.
 *
 * <p>Imports {@code event}.
 */
@NullMarked
package org.sockmortem.parse;

import org.jspecify.annotations.NullMarked;

/**
 * Explains a signal, a sysctl, a cause or a word of the trade, with its sources, as a plain value that any reporter can print.
 *
 * <p>Imports {@code event} and the catalogue.
 */
@NullMarked
package org.sockmortem.diagnosis.explain;

import org.jspecify.annotations.NullMarked;

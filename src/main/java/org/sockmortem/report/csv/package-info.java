/**
 * A report's bursts for spreadsheets, a row each.
 *
 * <p>Imports {@code postmortem} and the values that it is made of.
 */
@NullMarked
package org.sockmortem.report.csv;

import org.jspecify.annotations.NullMarked;

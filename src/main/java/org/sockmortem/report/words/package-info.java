/**
 * The words that every format for people shares: sentences by key, moments, numbers, places, shapes.
 *
 * <p>Imports {@code report.page} for the phrases, and the values of which a report is made.
 */
@NullMarked
package org.sockmortem.report.words;

import org.jspecify.annotations.NullMarked;

/**
 * Report values to pages: one reporter a format. Reporters format, they compute nothing.
 *
 * <p>{@link org.sockmortem.report.Format} is the way in. Prose (text, Markdown) is told once, onto a
 * {@link org.sockmortem.report.page.Page}, so that every prose format holds the same facts; JSON is written by
 * {@code org.sockmortem.report.json}. Every sentence stands in {@code sentences.properties}.
 *
 * <p>Imports {@code postmortem} and the values that it is made of.
 */
@NullMarked
package org.sockmortem.report;

import org.jspecify.annotations.NullMarked;

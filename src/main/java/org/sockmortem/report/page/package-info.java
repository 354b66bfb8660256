/**
 * Kinds of pages: what a paragraph, a list or a table looks like in a terminal and in Markdown, and how hostile text is made harmless
 * in each.
 *
 * <p>Knows nothing of reports, imports nothing of the other packages.
 */
@NullMarked
package org.sockmortem.report.page;

import org.jspecify.annotations.NullMarked;

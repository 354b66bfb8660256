/**
 * Explanations as text, Markdown and JSON.
 *
 * <p>Takes {@link org.sockmortem.diagnosis.explain.Page}s, gives characters. Imports {@code diagnosis}, {@code report.page}, and the writer of JSON
 * of {@code report.audit}.
 */
@NullMarked
package org.sockmortem.report.explain;

import org.jspecify.annotations.NullMarked;

/**
 * An audit of settings as text and JSON.
 *
 * <p>Takes {@link org.sockmortem.diagnosis.audit.AuditedSetting}s, gives characters. Imports {@code diagnosis} and {@code report.page}.
 */
@NullMarked
package org.sockmortem.report.audit;

import org.jspecify.annotations.NullMarked;

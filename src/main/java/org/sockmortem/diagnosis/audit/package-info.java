/**
 * Holds settings, wherever somebody wrote them down, against what the kernel does with them.
 *
 * <p>Reads a sysctl file, {@code sysctl -a} or a pasted how-to, gives {@link org.sockmortem.diagnosis.audit.AuditedSetting}s. Imports
 * {@code event}, {@code snapshot} and the catalogue.
 */
@NullMarked
package org.sockmortem.diagnosis.audit;

import org.jspecify.annotations.NullMarked;

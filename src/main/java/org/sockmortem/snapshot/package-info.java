/**
 * What was captured of a host's state beside its log: sysctls first of all.
 *
 * <p>A value is known, missing or unreadable; missing is never zero. Imports {@code source}, and {@code clock} for when a reading was taken.
 */
@NullMarked
package org.sockmortem.snapshot;

import org.jspecify.annotations.NullMarked;

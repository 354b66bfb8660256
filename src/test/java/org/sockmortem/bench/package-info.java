/** The stages on the way from bytes to a report as they are timed, and what they must answer. */
@NullMarked
package org.sockmortem.bench;

import org.jspecify.annotations.NullMarked;

/** Fleets whose troubles are known because they were planted, as archives. */
@NullMarked
package org.sockmortem.fleet.planted;

import org.jspecify.annotations.NullMarked;

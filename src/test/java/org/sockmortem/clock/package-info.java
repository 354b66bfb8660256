/** Tests of moments and clocks. */
@NullMarked
package org.sockmortem.clock;

import org.jspecify.annotations.NullMarked;

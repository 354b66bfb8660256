/** Tests of the readers of captured state. */
@NullMarked
package org.sockmortem.snapshot;

import org.jspecify.annotations.NullMarked;

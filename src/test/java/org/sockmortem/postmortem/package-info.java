/** Tests of the whole way from a path to a report. */
@NullMarked
package org.sockmortem.postmortem;

import org.jspecify.annotations.NullMarked;

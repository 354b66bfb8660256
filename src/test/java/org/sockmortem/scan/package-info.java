/** Tests of the scanner: no line is lost, and every number is right. */
@NullMarked
package org.sockmortem.scan;

import org.jspecify.annotations.NullMarked;

/** Tests of the forms that take several lines, or depend on the lines before. */
@NullMarked
package org.sockmortem.record;

import org.jspecify.annotations.NullMarked;

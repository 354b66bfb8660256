/** Tests of the grammar and of what is read from it, held against tables of sample lines. */
@NullMarked
package org.sockmortem.parse;

import org.jspecify.annotations.NullMarked;

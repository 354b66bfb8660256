/**
 * One host's inputs to what was found: the conductor of the stages above, and the report as a value.
 *
 * <p>Imports every stage above; knows no output format.
 */
@NullMarked
package org.sockmortem.postmortem;

import org.jspecify.annotations.NullMarked;

/**
 * The logs of one host to one sequence of events, each counted once.
 *
 * <p>What a log says is kept on a {@link org.sockmortem.join.Tape} until all logs of the host have been read, since whose a log is, which
 * year it is of and which boot of another log it tells of may show last. Then logs that tell of the same boot are laid beside each other
 * and merged. Imports {@code clock} and what is below it.
 */
@NullMarked
package org.sockmortem.join;

import org.jspecify.annotations.NullMarked;

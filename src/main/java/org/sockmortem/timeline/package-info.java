/**
 * Timed events to bursts and incidents, through a model of the kernel's rate limiter: the heart of the program.
 *
 * <p>Reads events in the order of the log, gives {@link org.sockmortem.timeline.Timeline}s. Imports {@code event}, {@code source},
 * {@code parse} and {@code clock}.
 */
@NullMarked
package org.sockmortem.timeline;

import org.jspecify.annotations.NullMarked;

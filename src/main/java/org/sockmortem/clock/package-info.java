/**
 * Raw stamp to moment: years, zones and boots are decided here, once.
 *
 * <p>Reads {@code parse}'s stamps, gives {@link org.sockmortem.clock.Moment}s that can be compared within one boot and know how far
 * off they may be. Imports {@code event}, {@code source} and {@code parse}.
 */
@NullMarked
package org.sockmortem.clock;

import org.jspecify.annotations.NullMarked;

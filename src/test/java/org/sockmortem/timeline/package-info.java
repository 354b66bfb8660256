/** Tests of the limiter's models, bursts and incidents. */
@NullMarked
package org.sockmortem.timeline;

import org.jspecify.annotations.NullMarked;

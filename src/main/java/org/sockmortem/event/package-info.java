/**
 * What a kernel log can say about a limit: the signals, the notes about lost lines, the marks of a boot, and the release that
 * decides what a wording meant.
 *
 * <p>Pure values. Reads nothing, imports nothing of the other packages; every stage above speaks in these words.
 */
@NullMarked
package org.sockmortem.event;

import org.jspecify.annotations.NullMarked;

package org.sockmortem.timeline;

import org.sockmortem.clock.Moment;
import org.sockmortem.source.SourceRef;

/**
 * Somebody's word that lines are missing: counts near it are "at least".
 *
 * @param at when it was said
 * @param lost how many lines, or -1 where it does not say
 * @param text the note
 * @param ref where it stands
 */
public record Loss(Moment at, long lost, String text, SourceRef ref) {}

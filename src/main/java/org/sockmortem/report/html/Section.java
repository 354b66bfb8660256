package org.sockmortem.report.html;

import java.util.List;
import org.sockmortem.report.page.Phrase;
import org.sockmortem.report.page.Tone;

/**
 * A heading and what belongs to it.
 *
 * @param level 1 is the highest of 3
 * @param tone of the heading
 * @param title the heading
 * @param anchor what links to it say
 * @param ofTimeline whether the timeline shows what it tells of
 * @param blocks in order
 * @param children sections of the next level, after the blocks
 */
public record Section(
        int level,
        Tone tone,
        Phrase title,
        String anchor,
        boolean ofTimeline,
        List<Block> blocks,
        List<Section> children) {}

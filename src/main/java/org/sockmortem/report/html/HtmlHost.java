package org.sockmortem.report.html;

import java.util.List;
import org.sockmortem.report.page.Phrase;

/**
 * A host of the file.
 *
 * @param section everything that the prose says of it
 * @param timelines to move about in
 * @param bars gauges beside their limits
 */
public record HtmlHost(Section section, List<Titled> timelines, List<Bar> bars) {
    /** Copies the lists. */
    public HtmlHost {
        timelines = List.copyOf(timelines);
        bars = List.copyOf(bars);
    }

    /** A timeline and what it shows. */
    public record Titled(Phrase title, Timeline timeline) {}

    /**
     * A bar in words.
     *
     * @param bar what to draw
     * @param text the same in a sentence
     * @param beside when and from which files it was captured
     */
    public record Bar(LimitBar bar, Phrase text, Phrase beside) {}
}

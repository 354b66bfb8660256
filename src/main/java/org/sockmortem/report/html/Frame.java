package org.sockmortem.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sockmortem.report.page.Phrase;
import org.sockmortem.report.page.TerminalEscape;
import org.sockmortem.report.words.Sentences;

/**
 * What is the same around every page: style, scripts, the words that the scripts say, and a policy that lets these and nothing else run and
 * lets nothing be fetched.
 *
 * @param sentences of the frame
 * @param style of the page
 * @param scripts in the order in which they run
 */
public record Frame(Sentences sentences, String style, List<String> scripts) {
    private static final String SCRIPT_WORDS = "html.script.";

    /** Copies the list. */
    public Frame {
        scripts = List.copyOf(scripts);
    }

    /** Around a page with timelines. */
    public static Frame withTimeline(Sentences sentences) {
        return new Frame(
                sentences,
                Assets.chartStyle() + "\n" + Assets.own("page.css") + Assets.own("timeline.css"),
                List.of(
                        Assets.chartScript(),
                        Assets.own("page.js"),
                        Assets.own("lanes.js"),
                        Assets.own("readout.js"),
                        Assets.own("timeline.js")));
    }

    /** Around a page with many hosts. */
    public static Frame withHosts(Sentences sentences) {
        return new Frame(
                sentences,
                Assets.own("page.css") + Assets.own("fleet.css"),
                List.of(Assets.own("page.js"), Assets.own("fleet.js")));
    }

    /** Around a page without one. */
    public static Frame plain(Sentences sentences) {
        return new Frame(sentences, Assets.own("page.css"), List.of(Assets.own("page.js")));
    }

    /** The content security policy of the page. */
    public String policy() {
        String allowed = scripts.stream().map(Assets::source).collect(Collectors.joining(" "));
        return "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src "
                + Assets.source(style) + "; script-src " + allowed;
    }

    /** The words that the scripts say, as JSON that may stand in a script element. */
    public String scriptWords() {
        Map<String, String> said = new TreeMap<>();
        sentences.keys().stream()
                .filter(key -> key.startsWith(SCRIPT_WORDS))
                .forEach(key -> said.put(key.substring(SCRIPT_WORDS.length()), sentences.word(key)));
        return Timeline.script(json -> said.forEach(json::writeStringProperty));
    }

    /** A sentence of the frame. */
    public String say(String key) {
        return TimelineData.visible(sentences.say("html." + key));
    }

    /** Words as they are read, without markup and with nothing left in them that steers; the template escapes what is markup. */
    public static String visible(Phrase phrase) {
        return TimelineData.visible(phrase);
    }

    /** The same in spans, as few as can be. */
    public static List<Phrase.Span> spans(Phrase phrase) {
        List<Phrase.Span> spans = new ArrayList<>();
        for (Phrase.Span span : phrase.spans()) {
            Phrase.Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            String text = visible(new Phrase(List.of(span)));
            if (last != null && !last.code() && !span.code() && last.target() == null && span.target() == null) {
                spans.set(spans.size() - 1, new Phrase.Span(last.text() + text, false));
            } else {
                spans.add(new Phrase.Span(text, span.code(), span.target()));
            }
        }
        return spans;
    }

    /** Where a machine's word leads, or {@code null}. */
    public static @Nullable String anchor(Phrase.Span span, @Nullable Anchors anchors) {
        return span.code() && anchors != null ? anchors.of(span.text()) : null;
    }

    /** Lines to be copied, each on its own. */
    public static String lines(List<String> lines) {
        return lines.stream().map(TerminalEscape::escape).collect(Collectors.joining("\n"));
    }
}

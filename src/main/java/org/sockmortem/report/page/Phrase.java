package org.sockmortem.report.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words on their way to a page, unescaped: each page makes them harmless in its own way.
 *
 * @param spans in order
 */
public record Phrase(List<Span> spans) {
    /**
     * A blank at which no line is broken: {@code 17 h}. A noncharacter, which no decoder of a log lets through by accident; pages
     * write a blank for it.
     */
    public static final char TIE = '\uFDD0';

    /** No words. */
    public static final Phrase NONE = new Phrase(List.of());

    /**
     * A part of one kind.
     *
     * @param text unescaped
     * @param code whether a machine wrote it or is to read it: log lines, paths, names, commands
     * @param target a relative path that it leads to where the page has links, or {@code null}
     */
    public record Span(String text, boolean code, @Nullable String target) {
        /** Leads nowhere. */
        public Span(String text, boolean code) {
            this(text, code, null);
        }
    }

    /** Copies the list. */
    public Phrase {
        spans = List.copyOf(spans);
    }

    /** Words of ours. */
    public static Phrase plain(String text) {
        return text.isEmpty() ? NONE : new Phrase(List.of(new Span(text, false)));
    }

    /** Words of a machine. */
    public static Phrase code(String text) {
        return text.isEmpty() ? NONE : new Phrase(List.of(new Span(text, true)));
    }

    /**
     * Words that lead to another file.
     *
     * @param target a relative path of names of ours, in which nothing needs escaping
     */
    public static Phrase link(String text, String target) {
        return text.isEmpty() ? NONE : new Phrase(List.of(new Span(text, true, target)));
    }

    /** All of them, with the separator between each two; empty ones are left out. */
    public static Phrase joined(String separator, List<Phrase> phrases) {
        List<Span> all = new ArrayList<>();
        for (Phrase phrase : phrases) {
            if (!phrase.isEmpty() && !all.isEmpty()) {
                all.addAll(plain(separator).spans());
            }
            all.addAll(phrase.spans());
        }
        return new Phrase(all);
    }

    /** The text with its blanks tied, so that it stays on one line. */
    public static String tied(String text) {
        return text.replace(' ', TIE);
    }

    /** These words on one line. */
    public Phrase tied() {
        return new Phrase(spans.stream()
                .map(span -> new Span(tied(span.text()), span.code(), span.target()))
                .toList());
    }

    /** This and then the other, with nothing between. */
    public Phrase and(Phrase next) {
        List<Span> both = new ArrayList<>(spans);
        both.addAll(next.spans);
        return new Phrase(both);
    }

    /** Whether there is nothing to read. */
    public boolean isEmpty() {
        return spans.isEmpty();
    }
}

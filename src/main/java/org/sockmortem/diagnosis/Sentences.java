package org.sockmortem.diagnosis;

import org.sockmortem.diagnosis.catalogue.SentenceBook;

/** The sentences of the findings. */
final class Sentences {
    private static final SentenceBook BOOK = SentenceBook.of(Sentences.class);

    private Sentences() {}

    /** The sentence of that key with these in its places. */
    static String of(String key, Object... arguments) {
        return BOOK.say(key, arguments);
    }
}

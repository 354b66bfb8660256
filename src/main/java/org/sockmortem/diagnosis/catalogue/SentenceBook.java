package org.sockmortem.diagnosis.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/** Sentences apart from the code that decides: a {@code sentences.properties} in UTF-8, with {@code {0}} for what varies. */
public final class SentenceBook {
    private final Properties sentences = new Properties();

    private SentenceBook() {}

    /** The sentences of the package that {@code owner} is in. */
    public static SentenceBook of(Class<?> owner) {
        SentenceBook book = new SentenceBook();
        try (InputStream in = owner.getResourceAsStream("sentences.properties");
                Reader reader = new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8)) {
            book.sentences.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return book;
    }

    /** The sentence of that key with these in its places; numbers stand as plain digits, whatever the locale. */
    public String say(String key, Object... arguments) {
        String pattern = sentences.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no sentence " + key);
        }
        StringBuilder text = new StringBuilder(pattern.length() + 32);
        int at = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', at)) {
            int close = pattern.indexOf('}', open);
            text.append(pattern, at, open).append(arguments[Integer.parseInt(pattern.substring(open + 1, close))]);
            at = close + 1;
        }
        return text.append(pattern, at, pattern.length()).toString();
    }
}

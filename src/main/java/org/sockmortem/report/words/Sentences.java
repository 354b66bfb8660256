package org.sockmortem.report.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockmortem.report.page.Phrase;

/**
 * Every sentence of the reporters, by key, from {@code sentences.properties}: another language is another such file.
 *
 * <p>{@code {0}} is a place for a word, and what stands between backticks is a machine's word. Nothing is looked up by locale and no
 * number is formatted here. Where a number decides between two sentences, their keys end in {@code .one} and {@code .many}.
 */
public final class Sentences {
    private static final String ENGLISH = "/org/sockmortem/report/sentences.properties";
    private static final Sentences LOADED = load(ENGLISH);

    private final Properties byKey;

    private Sentences(Properties byKey) {
        this.byKey = byKey;
    }

    /** The sentences in English. */
    public static Sentences english() {
        return LOADED;
    }

    private static Sentences load(String resource) {
        Properties properties = new Properties();
        try (InputStream bytes = Sentences.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalStateException("not in the jar: " + resource);
            }
            try (Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
                properties.load(text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sentences(properties);
    }

    /** The sentence with these words in its places. */
    public Phrase say(String key, Phrase... words) {
        return filled(template(key), words);
    }

    /** The sentence with these words in its places. */
    public Phrase say(String key, String... words) {
        return filled(template(key), Arrays.stream(words).map(Phrase::plain).toArray(Phrase[]::new));
    }

    /** The sentence without places. */
    public Phrase say(String key) {
        return filled(template(key));
    }

    /** The sentence for one or for many, with the number in its first place. */
    public Phrase count(String key, long number) {
        return say(key + (number == 1 ? ".one" : ".many"), Numbers.grouped(number));
    }

    /** The words of a key that the program may not know, or {@code null}: the causes of findings. */
    @Nullable
    public Phrase find(String key) {
        String template = byKey.getProperty(key);
        return template == null ? null : filled(template);
    }

    /** A word that has no places and is no machine's. */
    public String word(String key) {
        return template(key);
    }

    public Set<String> keys() {
        return byKey.stringPropertyNames();
    }

    private String template(String key) {
        String template = byKey.getProperty(key);
        if (template == null) {
            throw new IllegalStateException("no sentence " + key);
        }
        return template;
    }

    private static Phrase filled(String template, Phrase... words) {
        Phrase filled = Phrase.NONE;
        boolean code = false;
        int from = 0;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            boolean place = c == '{';
            if (!place && c != '`') {
                continue;
            }
            filled = filled.and(literal(template.substring(from, i), code));
            if (place) {
                filled = filled.and(placed(words[template.charAt(i + 1) - '0'], code));
                i += 2;
            } else {
                code = !code;
            }
            from = i + 1;
        }
        return filled.and(literal(template.substring(from), code));
    }

    private static Phrase literal(String text, boolean code) {
        return code ? Phrase.code(text) : Phrase.plain(text);
    }

    private static Phrase placed(Phrase words, boolean code) {
        if (!code) {
            return words;
        }
        StringBuilder text = new StringBuilder();
        words.spans().forEach(span -> text.append(span.text()));
        return Phrase.code(text.toString());
    }
}

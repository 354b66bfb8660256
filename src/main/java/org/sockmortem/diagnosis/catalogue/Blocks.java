package org.sockmortem.diagnosis.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the files of the catalogue and of the explanations, which are part of the program: a mistake in one is a bug. */
public final class Blocks {
    private static final String INSTEAD = "instead:";

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<String> sources = new ArrayList<>();
    private @Nullable StringBuilder instead;
    private String head = "";
    private int headLine;

    private Blocks() {}

    /** The blocks of a resource beside {@code owner}, in order. */
    public static List<Block> of(Class<?> owner, String resource) {
        Blocks reader = new Blocks();
        List<String> lines = lines(owner, resource);
        for (int i = 0; i < lines.size(); i++) {
            reader.take(lines.get(i), i + 1);
        }
        reader.close();
        return List.copyOf(reader.blocks);
    }

    /** The lines of a resource beside {@code owner}, without comments ({@code #}) and empty lines. */
    public static List<String> words(Class<?> owner, String resource) {
        return lines(owner, resource).stream()
                .filter(l -> !l.isBlank() && !l.startsWith("#"))
                .toList();
    }

    private static List<String> lines(Class<?> owner, String resource) {
        InputStream in = owner.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalArgumentException("no resource " + resource);
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private void take(String line, int number) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        if (!Character.isWhitespace(line.charAt(0))) {
            close();
            head = line.strip();
            headLine = number;
        } else if (line.strip().startsWith("@")) {
            sources.add(line.strip().substring(1).strip());
        } else if (line.strip().startsWith(INSTEAD)) {
            instead = new StringBuilder(line.strip().substring(INSTEAD.length()).strip());
        } else {
            StringBuilder to = instead == null ? text : instead;
            to.append(to.isEmpty() ? "" : " ").append(line.strip());
        }
    }

    private void close() {
        if (!head.isEmpty()) {
            String[] words = head.split("\\s+", 2);
            blocks.add(new Block(
                    words[0],
                    words.length > 1 ? words[1] : "",
                    text.toString(),
                    instead == null ? null : instead.toString(),
                    sources,
                    headLine));
        }
        text.setLength(0);
        sources.clear();
        instead = null;
    }
}

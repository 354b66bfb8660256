package org.sockmortem.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a table of logs. In the table a line of {@code ##} is its name; lines of {@code =>} say what must be found. Between them
 * stands the log; {@code @file} begins another one, {@code @link} adds a name that leads to one, {@code @encoding} says in which encoding
 * they are, {@code @zone} in which zone. Of bytes that no editor shows the picture stands for the byte: U+2400 and the 32 after it.
 *
 * @param name what is shown by it
 * @param lines of the log
 * @param expected the diagnosis in short
 */
record Entry(String name, List<String> lines, List<String> expected) {
    private static final String NAME = "## ";
    private static final String FOUND = "=> ";
    private static final int PICTURES = 0x2400;

    /** The tables of a folder, in order. */
    static List<Entry> all(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().flatMap(f -> in(f).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Entry> in(Path table) {
        List<Entry> entries = new ArrayList<>();
        for (String line : text(table).split("\n", -1)) {
            if (line.startsWith(NAME)) {
                entries.add(new Entry(line.substring(NAME.length()), new ArrayList<>(), new ArrayList<>()));
            } else if (line.startsWith(FOUND)) {
                last(entries).expected.add(line.substring(FOUND.length()));
            } else if (!entries.isEmpty()) {
                last(entries).lines.add(line);
            }
        }
        entries.forEach(e -> {
            while (!e.lines.isEmpty() && last(e.lines).isEmpty()) {
                e.lines.remove(e.lines.size() - 1);
            }
        });
        return entries;
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    private static String text(Path table) {
        try {
            return Files.readString(table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The zone that the user names, or {@code null}. */
    @Nullable
    ZoneId zone() {
        return lines.stream()
                .filter(l -> l.startsWith("@zone "))
                .map(l -> ZoneId.of(l.substring(6)))
                .findFirst()
                .orElse(null);
    }

    /** Writes its files. */
    void write(Path folder) throws IOException {
        Charset encoding = StandardCharsets.UTF_8;
        Path file = folder.resolve("log");
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "@file" -> {
                    save(file, text, encoding);
                    file = folder.resolve(words[1]);
                }
                case "@link" -> {
                    Path link = folder.resolve(words[1]);
                    Files.createDirectories(link.getParent());
                    Files.createSymbolicLink(link, Path.of(words[2]));
                }
                case "@encoding" -> encoding = Charset.forName(words[1]);
                case "@zone" -> {}
                default -> text.append(line).append('\n');
            }
        }
        save(file, text, encoding);
    }

    private static void save(Path file, StringBuilder text, Charset encoding) throws IOException {
        if (text.length() > 0) {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes(text).getBytes(encoding));
        }
        text.setLength(0);
    }

    private static String bytes(CharSequence text) {
        StringBuilder bytes = new StringBuilder(text.length());
        text.chars().forEach(c -> bytes.append((char) (c >= PICTURES && c < PICTURES + ' ' ? c - PICTURES : c)));
        return bytes.toString();
    }

    @Override
    public String toString() {
        return name;
    }
}

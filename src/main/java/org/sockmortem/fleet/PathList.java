package org.sockmortem.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sockmortem.source.ProblemText;
import org.sockmortem.source.Skipped;

/**
 * The paths that a user gave, with lists in place of their names: {@code @list} is a file with a path a line, {@code -} such a list on
 * standard input. A list with zero bytes in it, as {@code find -print0} writes it, has a path between each two of them.
 *
 * @param paths all of them
 * @param skipped lists that could not be read
 */
public record PathList(List<String> paths, List<Skipped> skipped) {
    private static final String STANDARD_INPUT = "-";

    /** Reads the lists. A file whose name begins with {@code @} is that file, and no list. */
    public static PathList of(List<String> given, InputStream standardInput) {
        List<String> paths = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        for (String path : given) {
            if (path.equals(STANDARD_INPUT) || path.equals("@" + STANDARD_INPUT)) {
                read(STANDARD_INPUT, () -> standardInput, paths, skipped);
            } else if (path.length() > 1 && path.startsWith("@") && !exists(path)) {
                String list = path.substring(1);
                read(list, () -> Files.newInputStream(Path.of(list)), paths, skipped);
            } else {
                paths.add(path);
            }
        }
        return new PathList(List.copyOf(paths), List.copyOf(skipped));
    }

    @FunctionalInterface
    private interface Bytes {
        InputStream open() throws IOException;
    }

    private static boolean exists(String path) {
        try {
            return Files.exists(Path.of(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static void read(String name, Bytes bytes, List<String> paths, List<Skipped> skipped) {
        try (InputStream in = bytes.open()) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            boolean zeros = text.indexOf('\0') >= 0;
            for (String path : text.split(zeros ? "\0" : "\r?\n", -1)) {
                if (!path.isBlank()) {
                    paths.add(path);
                }
            }
        } catch (IOException e) {
            skipped.add(new Skipped(name, ProblemText.of(e)));
        } catch (InvalidPathException e) {
            skipped.add(new Skipped(name, "This is no path: " + e.getReason() + "."));
        }
    }
}

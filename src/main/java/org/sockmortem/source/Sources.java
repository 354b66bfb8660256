package org.sockmortem.source;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What lies under the paths that the user gave, in an order that depends on the names alone: rotated files before those that are
 * newer, however the paths were ordered or the folder listed.
 *
 * @param found what can be read
 * @param skipped what cannot, and why
 * @param opened how many of the given paths could be opened at all
 */
public record Sources(List<Source> found, List<Skipped> skipped, int opened) {
    private static final int DEPTH_LIMIT = 64;

    /** Copies the lists. */
    public Sources {
        found = List.copyOf(found);
        skipped = List.copyOf(skipped);
    }

    /**
     * Looks under the paths.
     *
     * @param paths files, folders, and {@code -}
     * @param standardInput what {@code -} stands for
     */
    public static Sources under(List<String> paths, InputStream standardInput) {
        List<Source> found = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        int opened = 0;
        for (String path : new HashSet<>(paths)) {
            int before = skipped.size();
            int had = found.size();
            if (path.equals(Source.STANDARD_INPUT)) {
                found.add(new Source(path, "", -1, () -> standardInput));
            } else {
                look(path, found, skipped);
            }
            boolean whole = skipped.size() == before;
            opened += whole || found.size() > had ? 1 : 0;
        }
        found.sort(Comparator.comparing(Source::path, RotationOrder.OLDEST_FIRST));
        skipped.sort(Comparator.comparing(Skipped::path).thenComparing(Skipped::problem));
        return new Sources(found, skipped, opened);
    }

    private static void look(String given, List<Source> found, List<Skipped> skipped) {
        Path path;
        try {
            path = Path.of(given);
        } catch (InvalidPathException e) {
            skipped.add(new Skipped(given, "This is no path: " + e.getReason() + "."));
            return;
        }
        if (!Files.exists(path)) {
            skipped.add(new Skipped(given, "No such file or folder."));
        } else if (Files.isDirectory(path)) {
            walk(given, path, found, skipped);
        } else {
            add(given, path, found, skipped);
        }
    }

    private static void walk(String given, Path root, List<Source> found, List<Skipped> skipped) {
        String prefix = given.endsWith("/") ? given : given + "/";
        Set<Object> seen = new HashSet<>();
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEPTH_LIMIT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    String name = prefix + root.relativize(file).toString().replace('\\', '/');
                    Object key = attributes.fileKey();
                    // a second link to the same file is the same file
                    if (!attributes.isDirectory() && (key == null || seen.add(key))) {
                        add(name, file, found, skipped);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException problem) {
                    String name = prefix + root.relativize(file).toString().replace('\\', '/');
                    skipped.add(new Skipped(name, ProblemText.of(problem)));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            skipped.add(new Skipped(given, ProblemText.of(e)));
        }
    }

    private static void add(String name, Path file, List<Source> found, List<Skipped> skipped) {
        if (!Files.isReadable(file)) {
            skipped.add(new Skipped(name, "Permission denied."));
            return;
        }
        long size = -1;
        try {
            size = Files.isRegularFile(file) ? Files.size(file) : -1;
        } catch (IOException e) {
            skipped.add(new Skipped(name, ProblemText.of(e)));
            return;
        }
        int slash = name.lastIndexOf('/');
        found.add(new Source(
                name, slash < 0 ? "." : name.substring(0, slash), size, () -> new FileInputStream(file.toFile())));
    }
}

package org.sockmortem.source;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The files under a path that the user gave. A file of several names is one file, by the shortest of them. */
final class FileWalk {
    private static final int DEPTH_LIMIT = 64;
    private final List<Skipped> skipped;
    private final List<FoundFile> found = new ArrayList<>();
    private final Map<Object, FoundFile> byKey = new HashMap<>();

    private FileWalk(List<Skipped> skipped) {
        this.skipped = skipped;
    }

    /**
     * Looks under a path.
     *
     * @param skipped takes what cannot be opened
     */
    static List<FoundFile> under(String given, List<Skipped> skipped) {
        FileWalk walk = new FileWalk(skipped);
        walk.look(given);
        walk.found.addAll(walk.byKey.values());
        return walk.found;
    }

    private void look(String given) {
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
            walk(given, path);
        } else {
            try {
                add(given, "", path, Files.readAttributes(path, BasicFileAttributes.class));
            } catch (IOException e) {
                skipped.add(new Skipped(given, ProblemText.of(e)));
            }
        }
    }

    private void walk(String given, Path root) {
        String prefix = given.endsWith("/") ? given : given + "/";
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEPTH_LIMIT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!attributes.isDirectory()) {
                        add(name(file), given, file, attributes);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException problem) {
                    skipped.add(new Skipped(name(file), ProblemText.of(problem)));
                    return FileVisitResult.CONTINUE;
                }

                private String name(Path file) {
                    return prefix + root.relativize(file).toString().replace('\\', '/');
                }
            });
        } catch (IOException e) {
            skipped.add(new Skipped(given, ProblemText.of(e)));
        }
    }

    private void add(String name, String given, Path file, BasicFileAttributes attributes) {
        if (!Files.isReadable(file)) {
            skipped.add(new Skipped(name, "Permission denied."));
            return;
        }
        FoundFile one = new FoundFile(
                name,
                given,
                file,
                attributes.isRegularFile() ? attributes.size() : -1,
                attributes.lastModifiedTime().toInstant());
        Object key = attributes.fileKey();
        if (key == null) {
            found.add(one);
        } else {
            byKey.merge(key, one, (a, b) -> isBefore(b, a) ? b : a);
        }
    }

    // the shorter name, of two that are as long the first of the alphabet
    private static boolean isBefore(FoundFile one, FoundFile other) {
        int longer = one.cited().length() - other.cited().length();
        return longer != 0 ? longer < 0 : one.cited().compareTo(other.cited()) < 0;
    }
}

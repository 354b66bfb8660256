package org.sockmortem.fleet;

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
import java.util.List;
import java.util.TreeSet;

/**
 * What tells whether a unit has to be read again: each file's path, size, moment of change and whether it may be read, and all that
 * decides what the reading gives.
 */
final class Fingerprint {
    private static final int DEPTH_LIMIT = 64;

    private Fingerprint() {}

    /**
     * The fingerprint of files and folders.
     *
     * @param settings the program's version and options
     */
    static String of(List<String> files, String settings) {
        Hash hash = new Hash();
        hash.add(settings + "\nform " + Store.FORM);
        for (String file : files) {
            new TreeSet<>(lines(file)).forEach(hash::add);
        }
        return hash.text();
    }

    private static List<String> lines(String file) {
        List<String> lines = new ArrayList<>();
        try {
            Files.walkFileTree(
                    Path.of(file), EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEPTH_LIMIT, new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path path, BasicFileAttributes a) {
                            lines.add(path + "\n" + a.size() + "\n" + a.lastModifiedTime() + "\n"
                                    + Files.isReadable(path));
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path path, IOException problem) {
                            lines.add(path + "\n" + problem.getClass().getSimpleName());
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException | InvalidPathException e) {
            lines.add(file + "\n" + e.getClass().getSimpleName());
        }
        return lines;
    }
}

package org.sockmortem.fleet;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockmortem.snapshot.HostClues;
import org.sockmortem.snapshot.SnapshotReader;
import org.sockmortem.source.ProblemText;
import org.sockmortem.source.RotatedName;
import org.sockmortem.source.Skipped;

/**
 * Finds what is to be read below paths, by names alone: nothing is opened. A host's tree and an archive are units of their own; of other
 * files, those beside captured state are one unit with it, and else a log and its rotations are one.
 */
final class Discovery {
    private static final int DEPTH_LIMIT = 64;

    private final @Nullable Path excluded;
    private final Set<Unit> units = new TreeSet<>();
    private final Set<Skipped> skipped =
            new TreeSet<>(Comparator.comparing(Skipped::path).thenComparing(Skipped::problem));
    private final Set<Object> seen = new HashSet<>();
    private int opened;

    /**
     * What was found.
     *
     * @param units in order of their paths
     * @param skipped what cannot be looked into
     * @param opened how many of the paths exist
     */
    record Found(List<Unit> units, List<Skipped> skipped, int opened) {}

    private Discovery(@Nullable Path excluded) {
        this.excluded = excluded;
    }

    /**
     * Looks under the paths, whose order plays no part.
     *
     * @param own a folder that is not looked into, because it holds what we write
     */
    static Found under(Collection<String> paths, Path own) {
        Discovery discovery = new Discovery(real(own));
        new TreeSet<>(paths).forEach(discovery::given);
        return new Found(List.copyOf(discovery.units), List.copyOf(discovery.skipped), discovery.opened);
    }

    private static @Nullable Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return null;
        }
    }

    private void given(String cited) {
        Path path;
        try {
            path = Path.of(cited);
        } catch (InvalidPathException e) {
            skipped.add(new Skipped(cited, "This is no path: " + e.getReason() + "."));
            return;
        }
        if (!Files.exists(path)) {
            skipped.add(new Skipped(cited, "No such file or folder."));
            return;
        }
        opened++;
        if (Files.isDirectory(path)) {
            folder(cited.length() > 1 && cited.endsWith("/") ? cited.replaceAll("/+$", "") : cited, path, 0);
        } else if (isNew(cited, path)) {
            add(cited, List.of(cited), !HostFolder.isArchive(cited));
        }
    }

    private void add(String path, List<String> files, boolean loose) {
        int slash = path.lastIndexOf('/');
        units.add(new Unit(path, slash < 0 ? "." : path.substring(0, slash), files, loose));
    }

    /** Whether the file was not met before, by whatever name. */
    private boolean isNew(String cited, Path path) {
        try {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return key == null || seen.add(key);
        } catch (IOException e) {
            skipped.add(new Skipped(cited, ProblemText.of(e)));
            return false;
        }
    }

    private void folder(String cited, Path folder, int depth) {
        if (folder.equals(excluded) || (excluded != null && excluded.equals(real(folder)))) {
            return;
        }
        if (!isNew(cited, folder)) {
            return;
        }
        if (depth > DEPTH_LIMIT) {
            skipped.add(new Skipped(cited, ProblemText.of(new FileSystemLoopException(cited))));
            return;
        }
        Map<String, Path> entries = new TreeMap<>();
        try (Stream<Path> list = Files.list(folder)) {
            list.forEach(p -> entries.put(String.valueOf(p.getFileName()), p));
        } catch (IOException e) {
            skipped.add(new Skipped(cited, ProblemText.of(e)));
            return;
        }
        if (HostFolder.isTree(folder, entries.keySet())) {
            add(cited, List.of(cited), false);
            return;
        }
        String prefix = cited.endsWith("/") ? cited : cited + "/";
        List<String> loose = new ArrayList<>();
        entries.forEach((name, path) -> {
            String inner = prefix + name;
            if (Files.isDirectory(path)) {
                folder(inner, path, depth + 1);
            } else if (!Files.isRegularFile(path)) {
                skipped.add(new Skipped(
                        inner, Files.exists(path) ? "This is no regular file." : "The link leads nowhere."));
            } else if (isNew(inner, path)) {
                if (HostFolder.isArchive(name)) {
                    add(inner, List.of(inner), false);
                } else {
                    loose.add(inner);
                }
            }
        });
        loose(cited, loose);
    }

    private void loose(String folder, List<String> files) {
        boolean captured = files.stream().anyMatch(f -> SnapshotReader.of(f).isPresent() || HostClues.Reader.reads(f));
        if (captured) {
            units.add(new Unit(folder, folder, files, false));
            return;
        }
        Map<String, List<String>> families = new TreeMap<>();
        files.forEach(f -> families.computeIfAbsent(RotatedName.familyOf(f), n -> new ArrayList<>())
                .add(f));
        families.values().forEach(f -> add(f.get(f.size() - 1), f, true));
    }
}

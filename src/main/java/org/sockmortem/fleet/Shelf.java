package org.sockmortem.fleet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The folder in which users find the hosts' reports, by name. A second name for what stands in the store: what is there is whole. It
 * can be filled as the reports come; who has which name of several alike is settled once all are known.
 */
final class Shelf {
    private final Store store;
    private final Path folder;
    private final List<String> endings;
    private final Path list;
    private final Set<String> early = new TreeSet<>();

    /** The shelf of a batch's folder. */
    Shelf(Store store, Path batch, List<String> endings) throws IOException {
        this.store = store;
        this.folder = batch.resolve("hosts");
        this.endings = endings;
        this.list = store.file("shelf");
        Files.createDirectories(folder);
    }

    /** Shows a report as soon as it is there, unless another host of that name was before it. */
    synchronized void showEarly(String host, String key, int number) throws IOException {
        String name = new FileNames().of(host);
        if (!early.add(name)) {
            return;
        }
        for (String ending : endings) {
            Path target = folder.resolve(name + "." + ending);
            if (!Files.exists(target)) {
                note(target);
                place(store.report(key, number, ending), target);
            }
        }
    }

    /** A name in the list before there is such a file, so that none is left over without being known. */
    private void note(Path target) throws IOException {
        try (FileChannel names = FileChannel.open(
                list, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            names.write(StandardCharsets.UTF_8.encode(target.getFileName() + "\n"));
            names.force(false);
        }
    }

    /** Puts every report under its name, and takes away what is of an earlier run. */
    void settle(Iterable<Entry> entries) throws IOException {
        Set<String> now = new TreeSet<>();
        for (Entry entry : entries) {
            for (String ending : endings) {
                Path target = folder.resolve(entry.name() + "." + ending);
                now.add(String.valueOf(target.getFileName()));
                Path report = store.report(entry.key(), entry.number(), ending);
                if (!isThere(report, target)) {
                    note(target);
                    place(report, target);
                }
            }
        }
        Set<String> known = Files.exists(list) ? new TreeSet<>(Files.readAllLines(list)) : Set.of();
        for (String name : known) {
            if (!now.contains(name)) {
                Files.deleteIfExists(folder.resolve(name));
            }
        }
        String lines = now.stream().map(n -> n + "\n").collect(Collectors.joining());
        store.put(list, lines.getBytes(StandardCharsets.UTF_8));
        Store.force(folder);
    }

    private static boolean isThere(Path report, Path target) throws IOException {
        // size and time tell nothing: two reports may be of one size and of one tick of the clock
        return Files.exists(target) && Files.isSameFile(report, target);
    }

    private void place(Path report, Path target) throws IOException {
        Path draft = store.draft();
        try {
            Files.createLink(draft, report);
        } catch (UnsupportedOperationException | IOException e) {
            // not every file system has links
            Files.copy(report, draft);
        }
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

package org.sockmortem.source;

import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sockmortem.source.box.Ahead;
import org.sockmortem.source.box.Limits;

/**
 * What lies under the paths that the user gave: files, and boxes of files, which are opened by what they hold and not by what they are
 * called. Shown one after the other, in an order that depends on names and on what is in the boxes alone, however the paths were ordered
 * or a folder listed.
 */
public final class Sources {
    private final List<FoundFile> files;
    private final List<Skipped> skipped;
    private final InputStream standardInput;
    private final boolean readsStandardInput;
    private final int opened;
    private final Limits limits;

    private Sources(
            List<FoundFile> files,
            List<Skipped> skipped,
            InputStream standardInput,
            boolean readsStandardInput,
            int opened,
            Limits limits) {
        this.files = List.copyOf(files);
        this.skipped = List.copyOf(skipped);
        this.standardInput = standardInput;
        this.readsStandardInput = readsStandardInput;
        this.opened = opened;
        this.limits = limits;
    }

    /** What lies under these paths, boxes within the usual limits. */
    public static Sources under(List<String> paths, InputStream standardInput) {
        return under(paths, standardInput, Limits.USUAL);
    }

    /**
     * What lies under these paths.
     *
     * @param paths files, folders, and {@code -}
     * @param standardInput what {@code -} stands for
     * @param limits what boxes may hold
     */
    public static Sources under(List<String> paths, InputStream standardInput, Limits limits) {
        List<FoundFile> found = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        int opened = 0;
        boolean reads = false;
        for (String path : new HashSet<>(paths)) {
            if (path.equals(Source.STANDARD_INPUT)) {
                reads = true;
                opened++;
                continue;
            }
            int before = skipped.size();
            List<FoundFile> under = FileWalk.under(path, skipped);
            opened += skipped.size() == before || !under.isEmpty() ? 1 : 0;
            found.addAll(under);
        }
        found.sort((one, other) -> RotationOrder.OLDEST_FIRST.compare(one.cited(), other.cited()));
        skipped.sort(Comparator.comparing(Skipped::path).thenComparing(Skipped::problem));
        return new Sources(found, skipped, standardInput, reads, opened, limits);
    }

    /** The files on disk that are read, as they are cited. */
    public List<String> files() {
        return files.stream().map(FoundFile::cited).toList();
    }

    /** What cannot be opened at all. */
    public List<Skipped> skipped() {
        return skipped;
    }

    /** How many of the given paths could be opened. */
    public int opened() {
        return opened;
    }

    /** Shows every source. Standard input can be read once, and with it the whole. */
    public void visit(SourceVisitor visitor) {
        visit(visitor, ReadProgress.NONE);
    }

    /** Shows every source, and tells how far the reading is. */
    public void visit(SourceVisitor visitor, ReadProgress progress) {
        visit(visitor, progress, null);
    }

    /**
     * Shows every source, one after the other, and tells how far the reading is.
     *
     * @param threads decode ahead of the reading where a box allows it; {@code null} where there are none
     */
    public void visit(SourceVisitor visitor, ReadProgress progress, @Nullable Ahead threads) {
        begin(visitor, progress, threads);
        for (FoundFile file : files) {
            new BoxReader(limits, visitor, progress, threads).read(file);
        }
    }

    /**
     * Shows every source, several files at once, and tells how far the reading is.
     *
     * @param threads read files beside each other, and decode one that is larger than all others ahead of its reading where its box allows it
     * @param atOnce so many files at most, at least 1
     */
    public <P extends SourceVisitor> void visit(
            PartedVisitor<P> visitor, ReadProgress progress, Ahead threads, int atOnce) {
        begin(visitor, progress, threads);
        Deque<Supplier<P>> reading = new ArrayDeque<>();
        long all = files.stream().mapToLong(FoundFile::size).sum();
        for (FoundFile file : files) {
            // blocks that are decoded ahead are held in memory: of one file at a time, the one that all wait for
            Ahead within = file.size() > all / 2 ? threads : null;
            reading.addLast(threads.begun(() -> {
                P part = visitor.part();
                new BoxReader(limits, part, progress, within).read(file);
                return part;
            }));
            if (reading.size() >= atOnce) {
                visitor.take(reading.removeFirst().get());
            }
        }
        while (!reading.isEmpty()) {
            visitor.take(reading.removeFirst().get());
        }
    }

    private void begin(SourceVisitor visitor, ReadProgress progress, @Nullable Ahead threads) {
        progress.known(files.stream().mapToLong(f -> Math.max(0, f.size())).sum());
        skipped.forEach(visitor::skipped);
        if (readsStandardInput) {
            new BoxReader(limits, visitor, progress, threads).read(standardInput);
        }
    }
}

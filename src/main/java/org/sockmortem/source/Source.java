package org.sockmortem.source;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing to read: a file, or a member of a box.
 *
 * @param path as it is cited: as given by the user, below a folder the folder's path, a slash and the rest, and within a box {@code
 *     archive.tar.xz!/var/log/messages}, in boxes within boxes with one {@code !} each
 * @param name the same, as far as names tell what a file is: without the suffix of its compression, by the link that leads to it, with the
 *     command or file that a section is of
 * @param tree the tree of one host that it lies in, for logs, readings and names of one host to find each other; a path's beginning, empty
 *     for standard input
 * @param facts what is known of it beforehand
 * @param file the file on disk where it lies there as it is, and can be opened again and again; {@code null} where its stream is the box's,
 *     which can be read once, and only as long as the box stands at it
 * @param opener its bytes; they end where they are damaged
 * @param damage what went wrong while they were read
 */
public record Source(
        String path,
        String name,
        String tree,
        Facts facts,
        @Nullable Path file,
        Opener opener,
        Damage damage) {
    /** How standard input is cited. */
    public static final String STANDARD_INPUT = "-";

    /** What stands between a box and what is in it. */
    public static final String INSIDE = "!/";

    /**
     * What is known of a source before it is read.
     *
     * @param size in bytes, or -1
     * @param modified when it was written, if the box or the disk tells; a copy may have a later time than its original
     * @param compression {@code none}, or the compressions around it, the outermost first, joined by {@code +}
     * @param linesBefore how many lines of the file stand before it, where it is a section of one; 0 otherwise
     */
    public record Facts(long size, @Nullable Instant modified, String compression, long linesBefore) {}

    /** How values in it are cited: with the section's name, where it is a section of a file. */
    public String label() {
        return isSection() ? name : path;
    }

    /** Whether it is a section of a file that holds many. */
    public boolean isSection() {
        return name.startsWith(path + INSIDE);
    }

    /** Whether it lies in a box. */
    public boolean isBoxed() {
        return path.contains(INSIDE);
    }
}

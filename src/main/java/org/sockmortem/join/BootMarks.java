package org.sockmortem.join;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The boot ids that stand in a journal's text between the boots. journalctl prints a boot's id before its lines, but not before the first
 * boot's; sosreport, from 4.9, asks for the newest lines first and turns them around, so that an id stands behind its boot's lines, and none
 * behind the last boot's. Mutable, bounded.
 */
final class BootMarks {
    private static final int LIMIT = 10_000;

    /** A mark so near the beginning has nothing before it but journalctl's own first line. */
    private static final int BEGIN = 2;

    private final List<String> ids = new ArrayList<>();
    private long firstLine = Long.MAX_VALUE;
    private boolean behind;

    /** What an id is of. */
    enum Place {
        BEFORE_ITS_BOOT,
        BEHIND_ITS_BOOT,
        UNKNOWN
    }

    void add(long line, String id) {
        if (ids.size() < LIMIT) {
            firstLine = Math.min(firstLine, line);
            ids.add(id);
        }
    }

    /** The lines were turned round by us, so it is known where the ids stand. */
    void standBehind() {
        behind = true;
    }

    boolean areBehind() {
        return behind;
    }

    /**
     * Where the ids stand.
     *
     * @param running the id of the boot in which the journal was printed, or {@code null}
     */
    Place place(@Nullable String running) {
        if (behind) {
            return Place.BEHIND_ITS_BOOT;
        }
        if (firstLine <= BEGIN) {
            return Place.BEFORE_ITS_BOOT;
        }
        if (running == null || ids.isEmpty()) {
            return Place.UNKNOWN;
        }
        int last = ids.lastIndexOf(running);
        return last == ids.size() - 1 ? Place.BEFORE_ITS_BOOT : last < 0 ? Place.BEHIND_ITS_BOOT : Place.UNKNOWN;
    }

    /**
     * The id of the boot whose lines come after so many marks, or {@code null}.
     *
     * @param running the id of the boot in which the journal was printed, or {@code null}
     */
    @Nullable
    String idAfter(int marks, @Nullable String running) {
        return switch (place(running)) {
            case BEFORE_ITS_BOOT -> marks == 0 || marks > ids.size() ? null : ids.get(marks - 1);
            case BEHIND_ITS_BOOT -> marks < ids.size() ? ids.get(marks) : running;
            case UNKNOWN -> null;
        };
    }
}

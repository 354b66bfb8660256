package org.sockmortem.snapshot;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockmortem.source.SourceRef;

/** The best clue of each kind so far: by the rank of what told it, then by its path, so that the order of the files plays no part. */
final class ClueBook {
    /** What can be told. */
    enum Kind {
        HOSTNAME,
        MACHINE_ID,
        BOOT_ID,
        DATE,
        UTC,
        BTIME,
        UPTIME,
        TIME_ZONE,
        RELEASE
    }

    private record Entry(Object value, int rank, SourceRef ref) {
        boolean beats(Entry other) {
            int byRank = Integer.compare(rank, other.rank);
            int byPath = ref.path().compareTo(other.ref.path());
            return byRank != 0 ? byRank < 0 : byPath != 0 ? byPath < 0 : ref.line() < other.ref.line();
        }
    }

    /**
     * A line of a file, to write clues from.
     *
     * @param path the file's
     * @param line its number
     */
    record Page(ClueBook book, String path, long line) {
        /** @param rank 0 is the best source */
        void tell(Kind kind, int rank, @Nullable Object value) {
            if (value != null) {
                book.enter(kind, new Entry(value, rank, new SourceRef(path, line)));
            }
        }
    }

    private final Map<Kind, Entry> entries = new EnumMap<>(Kind.class);

    private void enter(Kind kind, Entry entry) {
        entries.merge(kind, entry, (old, more) -> more.beats(old) ? more : old);
    }

    /** Takes in another book. */
    void add(ClueBook other) {
        other.entries.forEach(this::enter);
    }

    private <T> @Nullable Clue<T> clue(Kind kind, Class<T> type) {
        Entry entry = entries.get(kind);
        return entry == null ? null : new Clue<>(type.cast(entry.value), entry.ref);
    }

    /** All of them. */
    HostClues clues() {
        return new HostClues(
                clue(Kind.HOSTNAME, String.class),
                clue(Kind.MACHINE_ID, String.class),
                clue(Kind.BOOT_ID, String.class),
                date(),
                clue(Kind.BTIME, Long.class),
                clue(Kind.UPTIME, Uptime.class),
                clue(Kind.TIME_ZONE, String.class),
                clue(Kind.RELEASE, String.class));
    }

    /** The local clock, with the offset that the UTC clock beside it proves where its own text gives none; else the UTC clock. */
    private @Nullable Clue<WallClock> date() {
        Clue<WallClock> local = clue(Kind.DATE, WallClock.class);
        Clue<WallClock> utc = clue(Kind.UTC, WallClock.class);
        if (local == null || utc == null || local.value().offset() != null) {
            return local == null ? utc : local;
        }
        WallClock clock = local.value();
        return new Clue<>(
                new WallClock(clock.local(), HostClues.offset(clock, utc.value()), clock.zone()), local.ref());
    }
}

package org.sockmortem.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Who a host was and what its clocks showed, as the files of a captured tree tell it. Each is {@code null} where no file told it.
 *
 * @param hostname as the best source gives it, short or full; never {@code (none)}, and {@code localhost} only where nothing else was found
 * @param machineId of machine-id(5), 32 hexadecimal digits in lower case
 * @param bootId the kernel's, without hyphens, as the journal writes it
 * @param date the local clock at the time of the capture; its offset may be from the same capture's UTC clock
 * @param btime the boot's moment in seconds since 1970 by {@code /proc/stat}; it moves when the clock is set
 * @param uptime how long the host had been up at the time of the capture
 * @param timeZone the zone's name, such as {@code Europe/Berlin}
 * @param release the kernel's, such as {@code 4.18.0-80.el8.x86_64}
 */
public record HostClues(
        @Nullable Clue<String> hostname,
        @Nullable Clue<String> machineId,
        @Nullable Clue<String> bootId,
        @Nullable Clue<WallClock> date,
        @Nullable Clue<Long> btime,
        @Nullable Clue<Uptime> uptime,
        @Nullable Clue<String> timeZone,
        @Nullable Clue<String> release) {

    /** Zones' offsets are whole quarters of an hour, since 1972. */
    private static final long QUARTER = 900;

    /** Two dates of one capture are asked for within so many seconds. */
    private static final long APART = 60;

    /**
     * The offset from UTC that two clocks of one capture show, or {@code null} where they are too far from a whole quarter of an hour.
     *
     * @param utc the clock in UTC
     */
    static @Nullable ZoneOffset offset(WallClock local, WallClock utc) {
        long seconds = Duration.between(utc.local(), local.local()).toSeconds();
        long offset = Math.floorDiv(seconds + QUARTER / 2, QUARTER) * QUARTER;
        boolean plausible = Math.abs(seconds - offset) <= APART && Math.abs(offset) <= 14 * 4 * QUARTER;
        return plausible ? ZoneOffset.ofTotalSeconds((int) offset) : null;
    }

    /** Takes the files of one host's tree, in any order, and gives its clues. Mutable; one host, one thread. */
    public static final class Reader {
        private final ClueBook book = new ClueBook();

        /** Whether a file of that path (parted by slashes, boxed or not) may tell something about its host. */
        public static boolean reads(String path) {
            return ClueFile.of(path) != null;
        }

        /**
         * Reads a file for which {@link #reads} holds; of any other path, nothing.
         *
         * @throws IOException where the stream itself breaks off; what it says never does this
         */
        public void read(InputStream in, String path) throws IOException {
            ClueFile file = ClueFile.of(path);
            BoundedLines lines = new BoundedLines(in);
            for (String line = file == null ? null : lines.next(); file != null && line != null; line = lines.next()) {
                if (!line.isBlank() && !Refusal.is(line)) {
                    file.line(line, new ClueBook.Page(book, path, lines.line()));
                }
            }
        }

        /** Adds what another found in other files. */
        public void add(Reader other) {
            book.add(other.book);
        }

        /** What was found in all of them; does not depend on their order. */
        public HostClues clues() {
            return book.clues();
        }
    }
}

package org.sockmortem.join;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.Stamp;

/**
 * What one log says of one host.
 *
 * @param tape its events
 * @param family what names the logs that it is a rotation of; logs of one family follow each other in time
 * @param first stamp of the log's first line, whatever that says, or {@link Stamp#NONE}
 * @param last stamp of its last line, or {@link Stamp#NONE}
 * @param closedOn no line of it is younger than this day, or {@code null}
 * @param writtenOn the day on which its file was written last, by the box that it lies in, or {@code null}; a copy's is later
 * @param clock whose clock its stamps are of
 * @param kept what it was kept for
 */
public record Log(
        Tape tape,
        String family,
        Stamp first,
        Stamp last,
        @Nullable LocalDate closedOn,
        @Nullable LocalDate writtenOn,
        Clock clock,
        Kept kept) {

    /** The same log without some of its events. */
    Log with(Tape rest) {
        return new Log(rest, family, first, last, closedOn, writtenOn, clock, kept);
    }

    /** A log of events of this one, which stand by the kernel's stamps alone. */
    Log replay(Tape ring, Stamp lastOfRing, int number) {
        return new Log(ring, family + "\0" + number, ring.firstStamp(), lastOfRing, null, null, Clock.OWN, Kept.USUAL);
    }

    /** What a log was kept for. */
    public enum Kept {
        /** Nothing in particular: it may be of the running boot and of others. */
        USUAL,
        /** It is what was kept of a boot that had ended, such as a crash's: files that were captured beside it tell of another boot. */
        OF_ENDED,
        /** It is a part of that, and the logs of its family are the others. */
        PART_OF_ENDED
    }

    /** Whose clock its stamps are of. */
    public enum Clock {
        /** The kernel's, a daemon's, or both. */
        OWN,
        /**
         * The wall clock was reckoned by dmesg(1) from the kernel's own stamps (sys-utils/dmesg.c, {@code -T} and its kin): the difference
         * between the two is one number for the whole log, and may be wrong by every suspend and step since boot.
         */
        RECKONED,
        /** The kernel's, counted from the log's first line. */
        RELATIVE
    }
}

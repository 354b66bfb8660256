package org.sockmortem.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.event.Signal;

/**
 * Events of one signal, one host and one boot with no silence longer than the gap.
 *
 * @param host whose burst it is
 * @param number among the host's bursts, from 1; 0 until it is known
 * @param signal what was said
 * @param boot index of the boot
 * @param start the first line
 * @param lastPrinted the last line
 * @param end the model's end of the last window that used up its budget, else {@code lastPrinted}
 * @param printed events that are lines
 * @param repeated events told by "last message repeated"
 * @param suppressed events told only by a limiter's note
 * @param headUnknown the log begins inside a window: "printed" is "at least"
 * @param tailUnknown the last window used up its budget and no later note tells how many more there were
 * @param atLeast lines are known to be missing: every count is a lower bound
 * @param peakPerSecond printed and likely suppressed events a second in the fullest window of at least a second, or {@code null}
 * @param windows in order; neighbours are merged beyond a thousand
 * @param evidence the lines, bounded
 * @param evidenceOmitted lines that are not in {@code evidence}
 * @param callers in which context its lines were printed, where the log tells
 */
public record Burst(
        String host,
        int number,
        Signal signal,
        int boot,
        Moment start,
        Moment lastPrinted,
        Moment end,
        long printed,
        long repeated,
        Suppressed suppressed,
        boolean headUnknown,
        boolean tailUnknown,
        boolean atLeast,
        @Nullable Double peakPerSecond,
        List<BurstWindow> windows,
        List<Citation> evidence,
        long evidenceOmitted,
        Callers callers) {
    /** Copies the lists. */
    public Burst {
        windows = List.copyOf(windows);
        evidence = List.copyOf(evidence);
    }

    /** Host and number, such as {@code localhost/1}. */
    public String id() {
        return id(host, number);
    }

    /** The id of a host's burst of that number. */
    static String id(String host, int number) {
        return host + "/" + number;
    }

    /** The same burst as one of a host's, and whether lines are missing near it. */
    Burst numbered(String itsHost, int itsNumber, boolean losses) {
        return new Burst(
                itsHost,
                itsNumber,
                signal,
                boot,
                start,
                lastPrinted,
                end,
                printed,
                repeated,
                suppressed,
                headUnknown,
                tailUnknown,
                atLeast || losses,
                peakPerSecond,
                windows,
                evidence,
                evidenceOmitted,
                callers);
    }

    /** The same burst without windows, lines and callers: what is kept where there are very many. */
    public Burst brief() {
        return new Burst(
                host,
                number,
                signal,
                boot,
                start,
                lastPrinted,
                end,
                printed,
                repeated,
                suppressed,
                headUnknown,
                tailUnknown,
                atLeast,
                peakPerSecond,
                List.of(),
                List.of(),
                0,
                Callers.NONE);
    }

    /** Events in all, the suppressed ones at their likely number. */
    public long likelyEvents() {
        return printed + repeated + suppressed.likely();
    }
}

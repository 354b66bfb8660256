package org.sockmortem.join;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.source.SourceRef;

/**
 * One event, by every log that tells of it.
 *
 * @param event what was said
 * @param text the kernel's text
 * @param at when, by the best of its stamps
 * @param caller printk's caller id (CONFIG_PRINTK_CALLER), or {@code null}
 * @param refs where it stands, the line with the most clocks first
 * @param slack how far its place on the axis may be off
 * @param times how many lines say it at that moment, one after the other, of which the reference is the first; 1 where several logs tell
 *     of it
 */
public record JoinedEvent(
        KernelEvent event,
        String text,
        Moment at,
        @Nullable String caller,
        List<SourceRef> refs,
        Slack slack,
        long times) {

    /**
     * How far an event may be from its stamp.
     *
     * @param before microseconds; a daemon stamps what it receives, which is later than what the kernel said
     * @param after microseconds; a stamp of whole seconds is earlier
     * @param reckoned whether the wall clock is dmesg(1)'s
     */
    record Slack(long before, long after, boolean reckoned) {}

    long axis() {
        return at.axisMicros();
    }

    /** The first place at which a copy of it in another log can be. */
    long from() {
        return axis() - slack.before;
    }

    /** The last place at which a copy of it in another log can be. */
    long to() {
        return axis() + slack.after;
    }

    /** The same event, which another log tells of too; it stays where it is on the axis. */
    JoinedEvent with(JoinedEvent copy) {
        Moment best = best(at, slack, copy.at, copy.slack);
        boolean clearer = clocks(copy.at) > clocks(at);
        List<SourceRef> all = new ArrayList<>(clearer ? copy.refs : refs);
        all.addAll(clearer ? refs : copy.refs);
        return new JoinedEvent(
                event,
                text.isEmpty() ? copy.text : text,
                best,
                caller == null ? copy.caller : caller,
                List.copyOf(all),
                slack,
                1);
    }

    private static int clocks(Moment at) {
        return (at.uptimeMicros() == null ? 0 : 1) + (at.hasWall() ? 1 : 0);
    }

    private static Moment best(Moment own, Slack slack, Moment other, Slack otherSlack) {
        boolean ownWall = !other.hasWall() || (own.hasWall() && !better(other, otherSlack, own, slack));
        Moment wall = ownWall ? own : other;
        Long uptime = own.uptimeMicros() == null ? other.uptimeMicros() : own.uptimeMicros();
        long plusMinus = own.plusMinusMicros() < 0
                ? other.plusMinusMicros()
                : other.plusMinusMicros() < 0
                        ? own.plusMinusMicros()
                        : Math.min(own.plusMinusMicros(), other.plusMinusMicros());
        return new Moment(
                wall.wallMicros(),
                wall.yearKnown(),
                wall.offset(),
                uptime,
                plusMinus,
                wall.hasWall() ? Math.max(plusMinus, wall.wallPlusMinusMicros()) : plusMinus,
                own.axisMicros());
    }

    /** Whether a wall clock is better evidence than another. */
    private static boolean better(Moment a, Slack ofA, Moment b, Slack ofB) {
        int known = Integer.compare(known(a), known(b));
        if (known != 0) {
            return known > 0;
        }
        if (ofA.reckoned != ofB.reckoned) {
            return ofB.reckoned;
        }
        return a.wallPlusMinusMicros() < b.wallPlusMinusMicros();
    }

    private static int known(Moment at) {
        return (at.yearKnown() ? 2 : 0) + (at.offset() == null ? 0 : 1);
    }

    /** The same event at another moment. */
    JoinedEvent at(Moment other) {
        return new JoinedEvent(event, text, other, caller, refs, slack, times);
    }

    /** The same event, sought within that. */
    JoinedEvent within(Slack other) {
        return new JoinedEvent(event, text, at, caller, refs, other, times);
    }

    /** The same event as something else. */
    JoinedEvent saying(KernelEvent other) {
        return new JoinedEvent(other, text, at, caller, refs, slack, times);
    }
}

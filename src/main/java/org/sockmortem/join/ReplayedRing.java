package org.sockmortem.join;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.Stamp;
import org.sockmortem.parse.WallStamp;

/**
 * What a syslog daemon writes down that is started again amid a boot: the kernel's whole ring buffer, all in a second or two, as rsyslog's
 * imklog, journald without its memory and syslog-ng do. The kernel's stamps fall back as at a reboot, but run within seconds to an uptime
 * that no machine can have that booted after the line before. The daemon's clock says nothing of these lines; by the kernel's stamps they
 * are a log of their own, most of whose lines stand further above already.
 */
final class ReplayedRing {
    private static final long SECOND_MICROS = 1_000_000;

    /** What stamps of several CPUs may be apart. */
    static final long FALL_MICROS = 10 * SECOND_MICROS;

    /** A daemon has written down the largest ring by then. */
    private static final long WRITTEN_MICROS = 120 * SECOND_MICROS;

    /** What was said while no daemon ran is written down with the rest. */
    private static final long TOGETHER_MICROS = 2 * SECOND_MICROS;

    /** What a clock may be set by as a machine boots without this being noticed. */
    private static final long SLACK_MICROS = 60 * SECOND_MICROS;

    private final Log log;
    private final List<Log> replays = new ArrayList<>();

    private ReplayedRing(Log log) {
        this.log = log;
    }

    /** A log without what was replayed in it, and each of the replays behind it. */
    static List<Log> parted(Log log) {
        return log.tape().fellBack() ? new ReplayedRing(log).parted() : List.of(log);
    }

    private List<Log> parted() {
        Tape rest = new Tape(log.tape().path());
        TapeCursor cursor = log.tape().cursor();
        TapedEvent before = null;
        for (TapedEvent event = cursor.next(); event != null; event = cursor.next()) {
            if (before != null && isBoth(event) && fellBack(before, event)) {
                long length = replayed(before, event, cursor.fork());
                if (length > 0) {
                    event = take(event, length, cursor);
                    if (event == null) {
                        break;
                    }
                }
            }
            rest.add(event);
            before = isBoth(event) ? event : before;
        }
        if (replays.isEmpty()) {
            return List.of(log);
        }
        log.tape().lendTo(rest);
        List<Log> all = new ArrayList<>();
        all.add(log.with(rest));
        all.addAll(replays);
        return all;
    }

    /** Moves so many events to a log of their own; the first event behind them, or {@code null} where there is none. */
    private @Nullable TapedEvent take(TapedEvent first, long length, TapeCursor cursor) {
        Tape ring = new Tape(log.tape().path());
        TapedEvent event = first;
        Stamp last = Stamp.NONE;
        for (long i = 0; event != null && i < length; i++) {
            last = new Stamp(null, event.stamp().uptimeMicros(), event.stamp().caller());
            ring.add(new TapedEvent(event.event(), event.text(), last, event.ref()));
            event = cursor.next();
        }
        replays.add(log.replay(ring, last, replays.size() + 1));
        return event;
    }

    /** How many events from this one on were replayed; 0 where it begins a boot. */
    private static long replayed(TapedEvent before, TapedEvent first, TapeCursor ahead) {
        long begun = wall(first);
        if (begun < wall(before) - FALL_MICROS) {
            // a clock that is not set yet
            return 0;
        }
        boolean impossible = false;
        long length = 1;
        for (TapedEvent event = ahead.next(); event != null; event = ahead.next(), length++) {
            if (!isBoth(event)) {
                continue;
            }
            if (wall(event) - begun > WRITTEN_MICROS) {
                break;
            }
            impossible |= wall(event) - event.stamp().uptimeMicros() < wall(before) - SLACK_MICROS;
            if (event.stamp().uptimeMicros() > before.stamp().uptimeMicros() && wall(event) - begun > TOGETHER_MICROS) {
                break;
            }
        }
        return impossible ? length : 0;
    }

    private static boolean fellBack(TapedEvent before, TapedEvent event) {
        return event.stamp().uptimeMicros() < before.stamp().uptimeMicros() - FALL_MICROS;
    }

    private static boolean isBoth(TapedEvent event) {
        return event.stamp().wall() != null && event.stamp().hasUptime();
    }

    private static long wall(TapedEvent event) {
        WallStamp wall = event.stamp().wall();
        return wall == null ? 0 : Tape.micros(wall);
    }
}

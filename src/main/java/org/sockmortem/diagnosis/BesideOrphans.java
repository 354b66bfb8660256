package org.sockmortem.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Burst;

/** What else the log tells of that has to do with cut connections: a packet filter's table that was full before, and the other line that one socket may bring about. */
final class BesideOrphans {
    /** What was an hour ago is no chain of limits any more. In seconds. */
    private static final double LONG_AGO = 3600;

    private static final Comparator<Burst> LATER =
            Comparator.comparingInt(Burst::boot).thenComparing(Burst::end);

    private BesideOrphans() {}

    /** Says that one socket may be told of by two lines, where the incident has both. */
    static void bothLines(Draft draft, Case c) {
        List<Burst> orphans = c.bursts(Signal.TCP_ORPHANS);
        List<Burst> memory = c.bursts(Signal.TCP_MEMORY);
        if (anyOverlap(orphans, memory)) {
            draft.because(null, "beside.both-lines");
        }
    }

    /** Of two lists in order of time, in each of which no two overlap. */
    private static boolean anyOverlap(List<Burst> left, List<Burst> right) {
        int l = 0;
        int r = 0;
        while (l < left.size() && r < right.size()) {
            if (overlap(left.get(l), right.get(r))) {
                return true;
            }
            if (LATER.compare(left.get(l), right.get(r)) <= 0) {
                l++;
            } else {
                r++;
            }
        }
        return false;
    }

    private static boolean overlap(Burst a, Burst b) {
        return a.boot() == b.boot()
                && a.start().compareTo(b.end()) <= 0
                && b.start().compareTo(a.end()) <= 0;
    }

    /** Says that connection tracking was full at the time or within an hour before, and what that does to connections that close. */
    static void conntrack(Draft draft, Case c) {
        Optional<Burst> full = c.bursts(Signal.CONNTRACK_FULL).stream()
                .filter(f -> draft.bursts().stream().anyMatch(b -> isBefore(f, b)))
                .max(Comparator.comparing(Burst::start));
        full.ifPresent(f -> {
            Burst next = draft.bursts().stream()
                    .filter(b -> isBefore(f, b))
                    .findFirst()
                    .orElseThrow();
            double gap = next.start().secondsSince(f.end());
            String key = gap <= 0
                    ? "beside.conntrack"
                    : gap <= OrphanLife.seconds(c) ? "beside.conntrack.just" : "beside.conntrack.earlier";
            draft.because(
                    f.evidence().isEmpty() ? null : f.evidence().get(0).ref(),
                    key,
                    f.id(),
                    next.id(),
                    CaptureTime.span(Math.round(gap)),
                    Sentences.of("beside.conntrack.how"));
        });
    }

    private static boolean isBefore(Burst full, Burst orphans) {
        return full.boot() == orphans.boot()
                && full.start().isTimed()
                && orphans.start().isTimed()
                && full.start().compareTo(orphans.start()) <= 0
                && orphans.start().secondsSince(full.end()) <= LONG_AGO;
    }
}

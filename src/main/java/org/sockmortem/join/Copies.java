package org.sockmortem.join;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sockmortem.event.KernelEvent;

/**
 * Logs without any stamp that others tell once more, with stamps: nothing can lay them beside it, so they are told from logs of
 * their own by what they say. Nine events of ten must be in the other logs, which may have lost some to their rotation.
 *
 * @param originals what is no copy
 * @param copies the rest
 */
record Copies(List<Chain> originals, List<Chain> copies) {
    private static final int TENTHS = 9;

    static Copies among(List<Chain> chains) {
        List<Chain> originals = new ArrayList<>();
        List<Chain> copies = new ArrayList<>();
        List<Chain> bare = new ArrayList<>();
        for (Chain chain : chains) {
            (chain.segments().stream().anyMatch(Segment::timed) ? originals : bare).add(chain);
        }
        int stamped = originals.size();
        for (Chain chain : bare) {
            boolean copy = !chain.segments().isEmpty() && tell(List.copyOf(originals.subList(0, stamped)), chain);
            (copy ? copies : originals).add(chain);
        }
        return new Copies(List.copyOf(originals), List.copyOf(copies));
    }

    private static boolean tell(List<Chain> others, Chain chain) {
        Map<KernelEvent, Integer> has = counts(others);
        int all = 0;
        int shared = 0;
        for (Map.Entry<KernelEvent, Integer> entry : counts(List.of(chain)).entrySet()) {
            all += entry.getValue();
            shared += Math.min(entry.getValue(), has.getOrDefault(entry.getKey(), 0));
        }
        return shared * 10L >= (long) all * TENTHS;
    }

    private static Map<KernelEvent, Integer> counts(List<Chain> chains) {
        Map<KernelEvent, Integer> counts = new HashMap<>();
        chains.stream()
                .flatMap(c -> c.segments().stream())
                .flatMap(s -> s.fingerprint().sights().stream())
                .forEach(e -> counts.merge(e.event(), 1, Integer::sum));
        return counts;
    }
}

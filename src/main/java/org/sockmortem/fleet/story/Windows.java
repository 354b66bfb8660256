package org.sockmortem.fleet.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/** Starts that lie within one window's length after one of them, each in one window only: the window with the most hosts takes them. */
final class Windows {
    private final List<Start> starts;
    private final boolean[] taken;

    private Windows(List<Start> starts) {
        this.starts = starts;
        taken = new boolean[starts.size()];
    }

    private record Candidate(int from, int hosts) {}

    /**
     * The windows in which several hosts are, in the order of time.
     *
     * @param starts in order
     */
    static List<List<Start>> of(List<Start> starts) {
        return new Windows(starts).all();
    }

    private List<List<Start>> all() {
        PriorityQueue<Candidate> queue = new PriorityQueue<>(
                Comparator.comparingInt(Candidate::hosts).reversed().thenComparingInt(Candidate::from));
        for (int i = 0; i < starts.size(); i++) {
            offer(i, queue);
        }
        List<List<Start>> all = new ArrayList<>();
        for (Candidate best = queue.poll(); best != null; best = queue.poll()) {
            List<Integer> members = members(best.from);
            if (hosts(members) < best.hosts) {
                // some of them went to a better window
                offer(best.from, queue);
                continue;
            }
            all.add(members.stream().map(starts::get).toList());
            members.forEach(m -> taken[m] = true);
        }
        all.sort(Comparator.comparing(w -> w.get(0).at()));
        return all;
    }

    private void offer(int from, PriorityQueue<Candidate> queue) {
        int hosts = taken[from] ? 0 : hosts(members(from));
        if (hosts > 1) {
            queue.add(new Candidate(from, hosts));
        }
    }

    private int hosts(List<Integer> members) {
        Set<String> hosts = new HashSet<>();
        members.forEach(m -> hosts.add(starts.get(m).host()));
        return hosts.size();
    }

    private List<Integer> members(int from) {
        List<Integer> members = new ArrayList<>();
        if (taken[from]) {
            return members;
        }
        Start first = starts.get(from);
        for (int i = from; i < starts.size(); i++) {
            Start start = starts.get(i);
            double apart = start.seconds() - first.seconds();
            double slack = first.plusMinusSeconds() + start.plusMinusSeconds();
            if (apart > SharedIncidents.WINDOW + slack) {
                break;
            }
            if (!taken[i]) {
                members.add(i);
            }
        }
        return members;
    }
}

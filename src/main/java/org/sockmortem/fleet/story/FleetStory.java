package org.sockmortem.fleet.story;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.sockmortem.fleet.Batch;
import org.sockmortem.fleet.HostFacts;
import org.sockmortem.fleet.Status;

/** Looks at every host twice, one after the other, and tells what they tell together. */
public final class FleetStory {
    private final Tally tally = new Tally();
    private final SharedIncidents shared = new SharedIncidents();
    private final Recurrences recurrences = new Recurrences();
    private final SameCauses causes = new SameCauses();
    /** The one to go first is the one to look at last. */
    private final PriorityQueue<Rank> ranking = new PriorityQueue<>(Rank.ORDER.reversed());

    private final List<TooLittle> tooLittle = new ArrayList<>();
    private final List<FleetReport.Harmed> harmed = new ArrayList<>();
    private int tooLittleCount;

    private FleetStory() {}

    /** The picture of a batch's hosts. */
    public static FleetReport of(Batch.Result batch, String version) throws IOException {
        return new FleetStory().tell(batch, version);
    }

    private FleetReport tell(Batch.Result batch, String version) throws IOException {
        batch.hosts().each(this::first);
        List<SharedIncident> all = first(shared.result(), FleetReport.MOST_SHARED);
        int[] covering = new int[all.size()];
        RunningClocks clocks = new RunningClocks(all);
        Set<String> meeting = new HashSet<>();
        all.stream()
                .filter(SharedIncident::isMeant)
                .forEach(s -> s.starts().forEach(m -> meeting.add(m.host() + "\n" + m.incident())));
        batch.hosts().each((name, digest) -> second(name, digest, all, covering, meeting, clocks));
        List<SharedIncident> covered = new ArrayList<>();
        for (int i = 0; i < covering.length; i++) {
            covered.add(all.get(i).covered(covering[i]));
        }
        List<Rank> ranked = new ArrayList<>(ranking);
        ranked.sort(Rank.ORDER);
        return new FleetReport(
                version,
                tally.counts(),
                tally.signals(),
                ranked,
                covered,
                clocks.result(),
                recurrences.result(),
                first(causes.result(), FleetReport.MOST_CAUSES),
                first(tally.kernels(), FleetReport.MOST_KERNELS),
                tooLittle,
                tooLittleCount,
                harmed,
                batch.skipped(),
                batch.strangers(),
                batch.hosts());
    }

    private static <T> List<T> first(List<T> all, int most) {
        return all.subList(0, Math.min(all.size(), most));
    }

    private void first(String name, HostFacts digest) {
        tally.add(digest);
        shared.add(name, digest.incidents(), digest.bursts(), digest.first(), digest.last());
        recurrences.add(name, digest);
        causes.add(name, digest);
        Rank rank = Rank.of(name, digest);
        if (rank != null) {
            ranking.add(rank);
            if (ranking.size() > FleetReport.MOST_RANKED) {
                ranking.remove();
            }
        }
        TooLittle little = TooLittle.of(name, digest);
        if (little != null && tooLittleCount++ < FleetReport.MOST_NAMED) {
            tooLittle.add(little);
        }
        String problem = digest.problem();
        if (digest.status() != Status.OK && problem != null && harmed.size() < FleetReport.MOST_HARMED) {
            harmed.add(new FleetReport.Harmed(name, digest.status(), problem));
        }
    }

    private static void second(
            String name,
            HostFacts digest,
            List<SharedIncident> all,
            int[] covering,
            Set<String> meeting,
            RunningClocks clocks) {
        Covered covered = Covered.of(digest);
        for (int i = 0; i < covering.length; i++) {
            covering[i] += covered.has(all.get(i)) ? 1 : 0;
        }
        var byId = Start.byId(digest.bursts());
        digest.incidents().stream()
                .limit(MOST_TO_MOVE)
                .map(i -> Start.of(name, i, byId))
                .filter(s -> s != null && !meeting.contains(name + "\n" + s.incident()))
                .forEach(clocks::add);
    }

    private static final int MOST_TO_MOVE = 50;
}

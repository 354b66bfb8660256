package org.sockmortem.fleet.story;

import java.util.List;
import java.util.Set;
import org.sockmortem.event.Signal;

/**
 * Incidents of several hosts that began within a minute of each other.
 *
 * @param id such as {@code fleet/incident-1}
 * @param starts of each host, the earliest first; at most {@value #MOST_STARTS}
 * @param hosts how many hosts have it
 * @param first the hosts of which each may have been the first, by the ± of their stamps
 * @param signals of all of them
 * @param covering how many hosts have logs of that moment, those that have it among them
 * @param chance how many coincidences of so many hosts chance would bring over the time that the logs cover: far below 1, and the hosts
 *     have a cause in common
 */
public record SharedIncident(
        String id,
        List<Start> starts,
        int hosts,
        List<String> first,
        Set<Signal> signals,
        int covering,
        double chance) {
    static final int MOST_STARTS = 200;

    /** More than this many times in a fleet, and chance explains it. */
    public static final double BY_CHANCE = 0.05;

    /** Copies the lists. */
    public SharedIncident {
        starts = List.copyOf(starts);
        first = List.copyOf(first);
    }

    /** Its clock. */
    public Start.Clock clock() {
        return starts.get(0).clock();
    }

    /** From the first start to the last, in seconds. */
    public double spreadSeconds() {
        return starts.get(starts.size() - 1).seconds() - starts.get(0).seconds();
    }

    /** Whether it is hardly chance. */
    public boolean isMeant() {
        return chance <= BY_CHANCE;
    }

    SharedIncident numbered(int number) {
        return new SharedIncident("fleet/incident-" + number, starts, hosts, first, signals, covering, chance);
    }

    SharedIncident covered(int byHosts) {
        return new SharedIncident(id, starts, hosts, first, signals, Math.max(byHosts, hosts), chance);
    }
}

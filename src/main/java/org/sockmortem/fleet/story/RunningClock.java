package org.sockmortem.fleet.story;

import java.util.List;

/**
 * A host whose incidents would meet those that others share, if its clock were read another way: it runs wrong, or its zone is unknown or
 * told wrong.
 *
 * @param host which
 * @param clock that it was compared by
 * @param aheadSeconds by how much its clock is ahead of the others', negative where it is behind
 * @param meets ids of the shared incidents that its own then meet
 * @param chance how many such agreements chance would bring
 */
public record RunningClock(String host, Start.Clock clock, long aheadSeconds, List<String> meets, double chance) {
    /** Copies the list. */
    public RunningClock {
        meets = List.copyOf(meets);
    }
}

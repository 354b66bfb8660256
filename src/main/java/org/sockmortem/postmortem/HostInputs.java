package org.sockmortem.postmortem;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockmortem.join.ClockPair;
import org.sockmortem.join.Log;
import org.sockmortem.snapshot.Reading;

/**
 * Everything that belongs to one host.
 *
 * @param name as it is shown
 * @param namedBy what tells the name: a path, {@code --host}; {@code null} where nothing does
 * @param logs what its logs say, rotations of one file in the order in which they were written
 * @param trees its own, where captured state was found
 * @param logTrees where its logs were found
 * @param crashes when boots ended, as the places of their logs tell
 * @param pasted captured state within its logs
 */
record HostInputs(
        String name,
        @Nullable String namedBy,
        List<Log> logs,
        List<TreeFindings> trees,
        Set<String> logTrees,
        List<ClockPair> crashes,
        List<Reading> pasted) {}

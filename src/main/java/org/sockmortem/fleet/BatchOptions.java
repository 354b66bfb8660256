package org.sockmortem.fleet;

import java.nio.file.Path;
import java.time.Duration;
import org.sockmortem.postmortem.PostMortemOptions;
import org.sockmortem.source.box.Limits;

/**
 * How a batch is run.
 *
 * @param folder that everything goes to
 * @param jobs hosts at the same time, at least 1; no result depends on it
 * @param timeLimit for one host
 * @param force whether what is done is done again
 * @param form what else decides the bytes of the hosts' reports
 * @param limits what boxes may hold
 * @param analysis of each host
 */
public record BatchOptions(
        Path folder,
        int jobs,
        Duration timeLimit,
        boolean force,
        String form,
        Limits limits,
        PostMortemOptions analysis) {}

package org.sockmortem.fleet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That something was read, and what came of it. It stands in the store once all of its hosts' reports do.
 *
 * @param fingerprint of what was read
 * @param limit which limit ended it, or {@code null}
 * @param allowed how much that limit allowed: seconds, or bytes
 * @param hosts in order
 */
record Done(String fingerprint, @Nullable Limit limit, long allowed, List<Host> hosts) {

    /** What ends the work on a host. */
    enum Limit {
        TIME,
        MEMORY
    }

    /**
     * Who a host is.
     *
     * @param name as its logs or files tell it
     * @param machineId or {@code null}
     * @param bootIds of its boots, as far as known
     * @param failed whether nothing of it could be analysed
     * @param speaks whether anything of it tells of a host: a line of the kernel, a captured value, a name
     * @param harmed whether something of it is missing
     * @param worst severity of its findings that are not ruled out, by its id; {@code null} where it has none
     */
    record Host(
            String name,
            @Nullable String machineId,
            List<String> bootIds,
            boolean failed,
            boolean speaks,
            boolean harmed,
            @Nullable String worst) {}
}

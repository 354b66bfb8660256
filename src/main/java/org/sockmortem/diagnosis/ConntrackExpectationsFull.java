package org.sockmortem.diagnosis;

import java.util.List;
import java.util.Optional;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Burst;

/** The helpers of the packet filter announced more connections than it may expect, told by {@code expectation table full} (__nf_ct_expect_check()). */
final class ConntrackExpectationsFull implements Rule {
    private static final String MAX = "net.netfilter.nf_conntrack_expect_max";

    @Override
    public String cause() {
        return "conntrack-expectations-full";
    }

    @Override
    public List<Finding> examine(Case c) {
        List<Burst> bursts = c.bursts(Signal.CONNTRACK_EXPECT_FULL);
        if (bursts.isEmpty()) {
            return List.of();
        }
        Optional<Known> limit = Known.sysctl(c, MAX);
        return List.of(new Draft(cause(), bursts, MAX)
                .said("expect.line")
                .limit(MAX, limit)
                .twice(MAX, limit, "expect.raise", "limit.read-first")
                .action(Remedy.Kind.COLLECT, "expect.collect")
                .finding(Severity.WARNING, Verdict.CONFIRMED));
    }
}

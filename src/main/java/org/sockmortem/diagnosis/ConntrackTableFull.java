package org.sockmortem.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockmortem.diagnosis.catalogue.Quantity;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.Citation;

/** The packet filter keeps track of as many connections as it may, told by {@code table full, dropping packet} (__nf_conntrack_alloc()). */
final class ConntrackTableFull implements Rule {
    private static final String MAX = "net.netfilter.nf_conntrack_max";
    private static final String OLD_MAX = "net.ipv4.ip_conntrack_max";
    private static final List<String> NAMES =
            List.of(MAX, "net.nf_conntrack_max", "net.ipv4.netfilter.ip_conntrack_max", OLD_MAX);

    /** How many there are, by sysctl and by /proc/net/stat. */
    private static final List<String> COUNTS = List.of("net.netfilter.nf_conntrack_count", "nf_conntrack.entries");

    /** About the size of struct nf_conn, include/net/netfilter/nf_conntrack.h, 4.x to 7.1, in bytes. */
    private static final long ENTRY_BYTES = 320;

    private static final Pattern NAMESPACE = Pattern.compile("in netns (\\d{1,18}),");

    @Override
    public String cause() {
        return "conntrack-table-full";
    }

    @Override
    public List<Finding> examine(Case c) {
        List<Burst> bursts = c.bursts(Signal.CONNTRACK_FULL);
        Optional<String> name =
                NAMES.stream().filter(n -> Known.sysctl(c, n).isPresent()).findFirst();
        Optional<Known> limit = name.flatMap(n -> Known.sysctl(c, n));
        boolean old = isOld(bursts);
        String max = name.orElse(old ? OLD_MAX : MAX);
        Draft draft = new Draft(cause(), bursts, max);
        if (bursts.isEmpty()) {
            Optional<Known> full = limit.filter(l -> !l.configured())
                    .flatMap(l -> Known.anySysctl(c, COUNTS).filter(k -> k.value() >= l.value()));
            if (full.isEmpty()) {
                return List.of();
            }
            draft.because(full.get().ref(), "conntrack.full", full.get().value());
        } else {
            draft.said("conntrack.line", old ? "ip_conntrack_alloc()" : "__nf_conntrack_alloc()");
            describeNamespace(draft);
        }
        draft.limit(max, limit);
        Configuration.describe(draft, c, max);
        Known.anySysctl(c, COUNTS).ifPresent(k -> {
            draft.because(k.ref(), "conntrack.count", k.value());
            CaptureTime.describe(draft, k);
        });
        Known.sysctl(c, "nf_conntrack.drop")
                .filter(k -> k.value() > 0)
                .ifPresent(k -> draft.because(k.ref(), "conntrack.drops", k.value(), BootCounters.since(c)));
        draft.missing("conntrack.who.missing");
        raise(draft, max, limit, Known.memory(c), old);
        draft.action(Remedy.Kind.APPLICATION, "conntrack.application")
                .action(Remedy.Kind.COLLECT, "conntrack.collect")
                .action(Remedy.Kind.COLLECT, "conntrack.watch")
                .avoid("conntrack.not.buckets-alone");
        return List.of(draft.finding(bursts.isEmpty() ? Severity.WARNING : Severity.CRITICAL, Verdict.CONFIRMED));
    }

    /** Whether the line is of the module that nf_conntrack followed, up to about 2.6.21: its names are others. */
    private static boolean isOld(List<Burst> bursts) {
        return bursts.stream()
                .flatMap(b -> b.evidence().stream())
                .anyMatch(line -> line.text().startsWith("ip_conntrack:"));
    }

    /** From about 6.18 on the line names the network namespace, unless it is the host's own. */
    private static void describeNamespace(Draft draft) {
        for (Burst burst : draft.bursts()) {
            for (Citation line : burst.evidence()) {
                Matcher namespace = NAMESPACE.matcher(line.text());
                if (namespace.find()) {
                    draft.because(line.ref(), "conntrack.namespace", namespace.group(1));
                    return;
                }
            }
        }
    }

    private static void raise(Draft draft, String name, Optional<Known> limit, Optional<Known> memory, boolean old) {
        if (limit.isEmpty()) {
            draft.action(Remedy.Kind.COLLECT, old ? "conntrack.read-first.old" : "conntrack.read-first", name);
            return;
        }
        long current = Math.max(1, limit.get().value());
        long target = Quantity.times(current, 2);
        long bytes = Quantity.times(target, ENTRY_BYTES);
        if (memory.isPresent() && bytes > memory.get().value() / 10) {
            draft.action(
                    Remedy.Kind.COLLECT,
                    "conntrack.raise.too-much",
                    current,
                    target,
                    Quantity.bytes(bytes),
                    Quantity.bytes(memory.get().value()));
        } else {
            String of = memory.map(m -> Sentences.of("of", Quantity.bytes(m.value())))
                    .orElseGet(() -> Sentences.of("of-unknown"));
            draft.set(
                    name,
                    target,
                    "conntrack.raise",
                    name,
                    current,
                    target,
                    Quantity.bytes(bytes),
                    of,
                    target / 4,
                    old ? "ip_conntrack" : "nf_conntrack");
        }
    }
}

package org.sockmortem.diagnosis.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sockmortem.event.KernelRelease;

/**
 * A kernel setting and what is known of it.
 *
 * @param name dotted
 * @param aliases other names under which kernels have had it, and its twins that behave alike
 * @param unit of its numbers: {@code pages}, {@code bytes}, {@code sockets}, {@code seconds} …
 * @param scope where it holds: the host, or each network namespace
 * @param numbers how many it takes; 0 for words
 * @param exists in which kernels, by version
 * @param claims what it means and does
 * @param defaults by kernel
 * @param judgements in the order in which they are tried
 * @param examples for the test
 */
public record Sysctl(
        String name,
        List<String> aliases,
        String unit,
        String scope,
        int numbers,
        KernelRange exists,
        List<Claim> claims,
        List<Default> defaults,
        List<Judgement> judgements,
        List<Example> examples) {
    /** Copies the lists. */
    public Sysctl {
        aliases = List.copyOf(aliases);
        claims = List.copyOf(claims);
        defaults = List.copyOf(defaults);
        judgements = List.copyOf(judgements);
        examples = List.copyOf(examples);
    }

    /** The default on a machine; empty where its kernel, or what the default depends on, is unknown and kernels differ. */
    public Optional<long[]> defaultOn(Machine machine) {
        List<long[]> all = defaultsOn(machine);
        boolean one = !all.isEmpty() && all.stream().allMatch(d -> Arrays.equals(d, all.get(0)));
        return one ? Optional.of(all.get(0)) : Optional.empty();
    }

    /** The defaults that the machine may have: one where its kernel is known, those of all kernels where it is not. */
    List<long[]> defaultsOn(Machine machine) {
        KernelRelease release = machine.release();
        List<Default> candidates =
                release == null ? defaults : defaultOf(release).map(List::of).orElse(List.of());
        List<long[]> known = candidates.stream()
                .flatMap(d -> d.formula().on(machine).stream())
                .toList();
        return known.size() == candidates.size() ? known : List.of();
    }

    /** The entry for a kernel: that of its enterprise release before that of its version. */
    public Optional<Default> defaultOf(KernelRelease release) {
        List<Default> fitting =
                defaults.stream().filter(d -> d.range().contains(release)).toList();
        return fitting.stream()
                .filter(d -> d.range().enterpriseLinux() != 0)
                .findFirst()
                .or(() -> fitting.stream().findFirst());
    }
}

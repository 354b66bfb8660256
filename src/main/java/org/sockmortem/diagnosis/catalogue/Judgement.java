package org.sockmortem.diagnosis.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of a value when all its conditions hold.
 *
 * @param ruling the verdict
 * @param range kernels of which it is true; on an unknown kernel only what is true of {@code any} is said
 * @param conditions on the value
 * @param why in our own words, with {@code {value}} and the like
 * @param instead what to do, or {@code null}
 * @param sources where the claim is from
 */
public record Judgement(
        Ruling ruling,
        KernelRange range,
        List<Condition> conditions,
        String why,
        @Nullable String instead,
        List<String> sources) {
    /** Copies the lists. */
    public Judgement {
        conditions = List.copyOf(conditions);
        sources = List.copyOf(sources);
    }

    /** Whether it is to be said of this value. */
    public boolean applies(Value value) {
        boolean kernel = range.equals(KernelRange.ANY)
                || (value.machine().release() != null
                        && range.contains(value.machine().release()));
        return kernel && conditions.stream().allMatch(c -> c.holds(value));
    }
}

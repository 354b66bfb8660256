package org.sockmortem.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.diagnosis.catalogue.Quantity;
import org.sockmortem.snapshot.Reading;
import org.sockmortem.source.SourceRef;

/**
 * A number and where it is from.
 *
 * @param value in the unit of its sysctl, or bytes
 * @param ref the captured line, or {@code null} where an option tells it
 * @param configured whether a file would set it, rather than the kernel having had it
 * @param takenAt when it was captured, or {@code null} where nothing tells
 */
record Known(
        long value,
        @Nullable SourceRef ref,
        boolean configured,
        @Nullable Moment takenAt) {

    /** A number that has no time, or of which the time plays no part. */
    Known(long value, @Nullable SourceRef ref, boolean configured) {
        this(value, ref, configured, null);
    }

    /** The line as it is cited inside a sentence. */
    String where() {
        return String.valueOf(ref);
    }

    /** The captured value of a sysctl that is one number. */
    static Optional<Known> sysctl(Case c, String name) {
        return sysctl(c, name, 0, 1);
    }

    /** The first captured value of several names that one setting has had. */
    static Optional<Known> anySysctl(Case c, List<String> names) {
        return names.stream().flatMap(n -> sysctl(c, n).stream()).findFirst();
    }

    /** One number of a captured vector, such as the third of {@code tcp_mem}; all of its numbers are known, or none. */
    static Optional<Known> sysctl(Case c, String name, int index, int count) {
        Reading reading = c.snapshot().find(name);
        OptionalLong number = c.snapshot().number(name, index, count);
        return reading == null || number.isEmpty()
                ? Optional.empty()
                : Optional.of(new Known(
                        number.getAsLong(),
                        new SourceRef(reading.path(), reading.line()),
                        reading.isConfigured(),
                        reading.takenAt()));
    }

    /** Orphans at the time of the capture, by the kernel's own gauge, which ss -s shows too. */
    static Optional<Known> orphans(Case c) {
        return anySysctl(c, List.of("sockstat.TCP.orphan", "ss.summary.orphaned"));
    }

    /** Pages that TCP held at the time of the capture. */
    static Optional<Known> tcpPages(Case c) {
        return anySysctl(c, List.of("sockstat.TCP.mem", "protocols.TCP.memory"));
    }

    /** The numbers that configuration files would set, in the order in which the files are applied. */
    static List<Known> configured(Case c, String name) {
        return c.snapshot().findAll(name).stream()
                .filter(Reading::isConfigured)
                .flatMap(r -> number(r).stream())
                .toList();
    }

    private static Optional<Known> number(Reading reading) {
        String value = reading.value();
        return value == null || !value.matches("\\d{1,18}")
                ? Optional.empty()
                : Optional.of(new Known(Long.parseLong(value), new SourceRef(reading.path(), reading.line()), true));
    }

    /** The machine's memory in bytes, never none of it: the user's word, else MemTotal, which free(1) shows too, else what the boot line says. */
    static Optional<Known> memory(Case c) {
        Long option = c.memoryOption();
        return option != null
                ? Optional.of(new Known(option, null, false))
                : anySysctl(c, List.of("meminfo.MemTotal", "free.total"))
                        .filter(k -> k.value() > 0)
                        .map(k -> new Known(Quantity.times(k.value(), 1024), k.ref(), false))
                        .or(() -> Optional.ofNullable(c.memorySize())
                                .filter(m -> m.bytes() > 0)
                                .map(m -> new Known(m.bytes(), m.ref(), false)));
    }
}

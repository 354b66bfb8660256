package org.sockmortem.forms;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a renderer turns into bytes.
 *
 * @param records in order
 * @param place when and where
 * @param host the machine's name
 */
record Scene(List<KernelRecord> records, Place place, String host) {
    /** Copies the list. */
    Scene {
        records = List.copyOf(records);
    }

    /** The capture at this place. */
    static Scene of(Capture capture, Place place, String host) {
        return new Scene(capture.bootedAt(place.boot()), place, host);
    }

    /** The wall clock as the record was written. */
    ZonedDateTime wall(KernelRecord record) {
        return wall(record.uptimeMicros());
    }

    /** The wall clock at an uptime. */
    ZonedDateTime wall(long uptimeMicros) {
        return place.boot().plus(uptimeMicros, ChronoUnit.MICROS).atZone(place.zone());
    }

    /** A line a record. */
    String lines(Function<KernelRecord, String> line) {
        return records.stream().map(line).map(l -> l + "\n").collect(Collectors.joining());
    }

    /** A line a record, with the record before it; the first is its own. */
    String pairs(java.util.function.BiFunction<KernelRecord, KernelRecord, String> line) {
        StringBuilder out = new StringBuilder();
        KernelRecord before = records.get(0);
        for (KernelRecord record : records) {
            out.append(line.apply(before, record)).append('\n');
            before = record;
        }
        return out.toString();
    }
}

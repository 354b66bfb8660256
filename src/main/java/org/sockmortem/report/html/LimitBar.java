package org.sockmortem.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.snapshot.Reading;

/**
 * A gauge beside the limit that it may reach, both as captured.
 *
 * @param key of the sentence that tells what is counted
 * @param gauge what was counted
 * @param value of the gauge
 * @param limit the reading of the limit
 * @param marks the limit's numbers, ascending; the last is the limit
 */
public record LimitBar(String key, Reading gauge, long value, Reading limit, List<Long> marks) {
    /** Which gauge stands beside which limit; where the limit has several numbers, they are marks. */
    private record Pair(String key, String gauge, String limit) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair("orphans", "sockstat.TCP.orphan", "net.ipv4.tcp_max_orphans"),
            new Pair("tcp-memory", "sockstat.TCP.mem", "net.ipv4.tcp_mem"),
            new Pair("time-wait", "sockstat.TCP.tw", "net.ipv4.tcp_max_tw_buckets"),
            new Pair("udp-memory", "sockstat.UDP.mem", "net.ipv4.udp_mem"),
            new Pair("conntrack", "net.netfilter.nf_conntrack_count", "net.netfilter.nf_conntrack_max"));

    /** The bars that the readings allow. */
    public static List<LimitBar> of(List<Reading> readings) {
        List<LimitBar> bars = new ArrayList<>();
        for (Pair pair : PAIRS) {
            Optional<Reading> gauge = known(readings, pair.gauge);
            Optional<Reading> limit = known(readings, pair.limit);
            if (gauge.isPresent() && limit.isPresent()) {
                List<Long> value = numbers(gauge.get());
                List<Long> marks = numbers(limit.get());
                if (value.size() == 1 && !marks.isEmpty() && marks.get(marks.size() - 1) > 0) {
                    bars.add(new LimitBar(pair.key, gauge.get(), value.get(0), limit.get(), marks));
                }
            }
        }
        return bars;
    }

    private static Optional<Reading> known(List<Reading> readings, String name) {
        return readings.stream()
                .filter(reading -> reading.name().equals(name) && reading.value() != null && !reading.isConfigured())
                .findFirst();
    }

    private static List<Long> numbers(Reading reading) {
        List<Long> numbers = new ArrayList<>();
        String value = reading.value();
        for (String word : value == null ? new String[0] : value.strip().split("\\s+", -1)) {
            if (!word.matches("\\d{1,18}")) {
                return List.of();
            }
            numbers.add(Long.valueOf(word));
        }
        return numbers;
    }

    /** The number that the gauge may reach. */
    public long most() {
        return marks.get(marks.size() - 1);
    }

    /** How far the gauge had come, in thousandths of the limit; a thousand and more where it was reached. */
    public long thousandths() {
        return Math.round(1_000.0 * value / most());
    }

    /** How wide the bar is, in thousandths of its room; what is more than the limit does not show. */
    public long width() {
        return Math.min(1_000, Math.max(value > 0 ? 4 : 0, thousandths()));
    }

    /** Where a number of the limit stands, in thousandths of the bar's room. */
    public long place(long mark) {
        return Math.min(1_000, Math.round(1_000.0 * mark / most()));
    }

    /** When the gauge was read, or {@code null}. */
    public @Nullable Moment takenAt() {
        return gauge.takenAt();
    }
}

package org.sockmortem.join;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;

/** Which time a host's logs cover, on its wall clock. */
final class CoveredTime {
    private static final long HOUR_MICROS = 3_600_000_000L;

    private CoveredTime() {}

    private record Stretch(long from, long to, Moment first, Moment last) {}

    private static List<Stretch> stretches(List<Track> tracks) {
        List<Stretch> stretches = new ArrayList<>();
        for (Track track : tracks) {
            for (Span span : track.chain.spans()) {
                Moment first = span.first();
                Moment last = span.last();
                if (first != null && last != null && first.hasWall() && last.hasWall()) {
                    stretches.add(new Stretch(
                            Epoch.micros(first) + track.shift, Epoch.micros(last) + track.shift, first, last));
                }
            }
        }
        stretches.sort(Comparator.comparingLong(Stretch::from).thenComparingLong(Stretch::to));
        return stretches;
    }

    static List<Gap> gaps(List<Track> tracks) {
        List<Gap> gaps = new ArrayList<>();
        Stretch latest = null;
        for (Stretch stretch : stretches(tracks)) {
            if (latest != null && stretch.from - latest.to > HOUR_MICROS) {
                gaps.add(new Gap(latest.last, stretch.first));
            }
            latest = latest == null || stretch.to > latest.to ? stretch : latest;
        }
        return gaps;
    }

    static @Nullable Moment last(List<Track> tracks) {
        return stretches(tracks).stream()
                .max(Comparator.comparingLong(Stretch::to))
                .map(Stretch::last)
                .orElseGet(() -> tracks.stream()
                        .flatMap(t -> t.chain.spans().stream())
                        .map(Span::last)
                        .filter(m -> m != null)
                        .reduce((a, b) -> b)
                        .orElse(null));
    }
}

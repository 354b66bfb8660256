package org.sockmortem.join;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Boot;
import org.sockmortem.clock.Moment;
import org.sockmortem.clock.ObservedZone;

/**
 * The logs of one host, laid beside each other: one sequence of boots, and in each the events of all logs, each once.
 */
public final class Joining {
    /** A log that is known to be a week older than another at most is of that year. */
    private static final int YEAR_SLACK_DAYS = 7;

    private static final long WORTH_A_THREAD = 1 << 16;

    private final List<Track> tracks = new ArrayList<>();
    private final BootPlan plan;
    private final Copies copies;

    private Joining(List<Chain> chains, List<ClockPair> pairs) {
        this.copies = Copies.among(chains);
        copies.originals().forEach(c -> tracks.add(new Track(tracks.size(), c)));
        List<KernelBoot> boots = KernelBoots.of(tracks);
        WallClocks.lay(tracks, boots, pairs);
        this.plan = BootPlan.of(tracks, KernelBoots.united(boots));
    }

    /**
     * Lays a host's logs beside each other.
     *
     * @param logs all of them, rotations of one file in the order in which they were written
     * @param told what is known of their stamps from elsewhere
     * @param pairs what captured files tell of both clocks
     */
    public static Joining of(List<Log> logs, Told told, List<ClockPair> pairs) {
        Map<String, List<Log>> families = new LinkedHashMap<>();
        logs.stream()
                .flatMap(l -> ReplayedRing.parted(l).stream())
                .forEach(l -> families.computeIfAbsent(l.family(), f -> new ArrayList<>())
                        .add(l));
        List<Chain> chains = new ArrayList<>();
        families.values().forEach(f -> chains.addAll(Chain.of(f, told)));
        LocalDate newest = newestDay(chains);
        if (newest != null && told.lastNotAfter() == null) {
            Told better = told.notAfter(newest.plusDays(YEAR_SLACK_DAYS));
            chains.replaceAll(
                    c -> c.yearKnown() ? c : Chain.of(c.logs(), better).get(0));
        }
        ZoneRules zone = told.zone() == null ? ObservedZone.of(offsets(chains)) : null;
        if (zone != null) {
            chains.replaceAll(c ->
                    c.hasOffsets() ? c : Chain.of(c.logs(), c.told().in(zone)).get(0));
        }
        return new Joining(chains, pairs);
    }

    private static List<ObservedZone.Seen> offsets(List<Chain> chains) {
        return chains.stream()
                .flatMap(Chain::moments)
                .filter(m -> m.utc() != null && m.offset() != null)
                .map(m -> new ObservedZone.Seen(
                        Objects.requireNonNull(m.utc()).toInstant(), Objects.requireNonNull(m.offset())))
                .toList();
    }

    private static @Nullable LocalDate newestDay(List<Chain> chains) {
        return chains.stream()
                .flatMap(c -> c.segments().stream())
                .map(Segment::last)
                .filter(Moment::yearKnown)
                .map(Moment::wall)
                .filter(Objects::nonNull)
                .map(LocalDateTime::toLocalDate)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Gives out every event once, boot after boot. Can be called again. */
    public void play(JoinSink sink) {
        List<Feed> feeds = tracks.stream().map(t -> new Feed(t, plan)).toList();
        for (BootPlan.PlannedBoot boot : plan.boots()) {
            List<Feed> speaking = feeds.stream()
                    .filter(f -> f.speaksOf(boot))
                    .sorted(Comparator.comparingInt(Feed::rank))
                    .toList();
            if (!speaking.isEmpty()) {
                play(boot, speaking, sink);
            }
        }
    }

    /** Does the same by two threads, the caller's among them, where that pays; the sink is called by the caller's alone. */
    public void playByTwo(JoinSink sink) {
        long events = tracks.stream()
                .flatMap(t -> t.chain.logs().stream())
                .mapToLong(l -> l.tape().events())
                .sum();
        if (events < WORTH_A_THREAD) {
            play(sink);
        } else {
            PlayAhead.play(this, sink);
        }
    }

    private static void play(BootPlan.PlannedBoot boot, List<Feed> speaking, JoinSink sink) {
        List<Segment> beginnings =
                speaking.stream().map(Feed::beginning).filter(Objects::nonNull).toList();
        EventStream stream = speaking.get(0).alone(boot);
        if (speaking.size() > 1) {
            stream = speaking.get(0).beside(boot);
            List<Guide> guides =
                    Guides.among(speaking.stream().map(f -> f.told(boot)).toList());
            for (int i = 1; i < speaking.size(); i++) {
                stream =
                        new CopyMerge(stream, guides.get(i).lead(speaking.get(i).beside(boot)));
            }
        }
        JoinedEvent event = stream.next();
        if (event == null) {
            return;
        }
        boolean shown = beginnings.stream().anyMatch(Segment::fromBootLine);
        String id = Stream.concat(
                        Stream.ofNullable(boot.kernel == null ? null : boot.kernel.bootId()),
                        beginnings.stream().map(Segment::bootId).filter(Objects::nonNull))
                .findFirst()
                .orElse(null);
        sink.begin(new Boot(boot.number, shown ? event.at() : null, id));
        for (; event != null; event = stream.next()) {
            sink.event(event);
        }
    }

    /** What the log that is cited by that path covers, by its own clock; {@code null} where the host has no such log. */
    public @Nullable Span spanOf(String path) {
        return chains().flatMap(c -> c.spans().stream())
                .filter(s -> s.path().equals(path))
                .findFirst()
                .orElse(null);
    }

    private Stream<Chain> chains() {
        return Stream.concat(tracks.stream().map(t -> t.chain), copies.copies().stream());
    }

    /** The paths by which its logs are cited. */
    public Set<String> paths() {
        return chains().flatMap(c -> c.logs().stream())
                .map(l -> l.tape().path())
                .collect(Collectors.toSet());
    }

    /** How the log that is cited by that path could not be laid beside the host's others; {@code null} where it was, or where it has none. */
    public @Nullable Unplaced unplaced(String path) {
        if (copies.copies().stream().anyMatch(c -> tells(c, path))) {
            return Unplaced.SAID_ELSEWHERE;
        }
        return tracks.stream()
                .filter(t -> tells(t.chain, path))
                .flatMap(t -> Stream.ofNullable(plan.unplaced(t)))
                .findFirst()
                .orElse(null);
    }

    private static boolean tells(Chain chain, String path) {
        return !chain.segments().isEmpty()
                && chain.logs().stream().anyMatch(l -> l.tape().path().equals(path));
    }

    /** The last moment of any log, or {@code null}. */
    public @Nullable Moment last() {
        return CoveredTime.last(tracks);
    }

    /** Stretches of more than an hour between the first and the last moment of the logs that no log covers. */
    public List<Gap> uncovered() {
        return CoveredTime.gaps(tracks);
    }
}

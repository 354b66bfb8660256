package org.sockmortem.postmortem;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Boot;
import org.sockmortem.clock.Moment;
import org.sockmortem.join.ClockPair;
import org.sockmortem.join.JoinSink;
import org.sockmortem.join.JoinedEvent;
import org.sockmortem.join.Joining;
import org.sockmortem.join.Told;
import org.sockmortem.snapshot.Clue;
import org.sockmortem.snapshot.Reading;
import org.sockmortem.timeline.TimedEvent;
import org.sockmortem.timeline.Timeline;

/**
 * One host's logs, laid beside each other, and its captured state.
 *
 * @param name of the host
 * @param namedBy what tells its name, or {@code null}
 * @param machineId by its own files, or {@code null}
 * @param joining its logs
 * @param state what was captured of it
 */
record HostLogs(
        String name, @Nullable String namedBy, @Nullable String machineId, Joining joining, CapturedState state) {
    /**
     * What a host's inputs say together.
     *
     * @param option the state that the user names in place of its own, or {@code null}
     */
    static HostLogs of(HostInputs inputs, PostMortemOptions options, @Nullable CapturedState option) {
        Told told = told(inputs, options);
        List<ClockPair> pairs = new ArrayList<>(CapturedClocks.of(inputs.trees(), told.zone()));
        pairs.addAll(inputs.crashes());
        Joining joining = Joining.of(inputs.logs(), told, pairs);
        CapturedState state = option != null ? option : CapturedState.of(readings(inputs, joining.last()));
        return new HostLogs(inputs.name(), inputs.namedBy(), machineId(inputs), joining, state);
    }

    private static @Nullable String machineId(HostInputs inputs) {
        return inputs.trees().stream()
                .map(t -> t.clues().machineId())
                .filter(c -> c != null)
                .map(c -> c.value())
                .findFirst()
                .orElse(null);
    }

    private static Told told(HostInputs inputs, PostMortemOptions options) {
        ZoneId zone = options.zone();
        List<LocalDate> taken = new ArrayList<>();
        boolean all = true;
        for (TreeFindings tree : inputs.trees()) {
            zone = zone == null ? zone(tree.clues().timeZone()) : zone;
        }
        for (String place : inputs.logTrees()) {
            LocalDate day = inputs.trees().stream()
                    .filter(t -> t.tree().equals(place))
                    .map(t -> CaptureDate.of(t).whole())
                    .map(m -> m == null ? null : m.wall())
                    .filter(w -> w != null)
                    .map(LocalDateTime::toLocalDate)
                    .findFirst()
                    .orElse(null);
            all &= day != null;
            if (day != null) {
                // the clocks of two files may be a day apart
                taken.add(day.plusDays(1));
            }
        }
        return new Told(
                options.year(),
                zone == null ? null : zone.getRules(),
                all ? taken.stream().max(LocalDate::compareTo).orElse(null) : null,
                runningBoot(inputs));
    }

    /** The boot in which the host was captured; none where it was captured in several. */
    private static @Nullable String runningBoot(HostInputs inputs) {
        List<String> ids = inputs.trees().stream()
                .map(t -> t.clues().bootId())
                .filter(Objects::nonNull)
                .map(Clue::value)
                .distinct()
                .toList();
        return ids.size() == 1 ? ids.get(0) : null;
    }

    private static @Nullable ZoneId zone(@Nullable Clue<String> name) {
        try {
            return name == null ? null : ZoneId.of(name.value());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static List<Reading> readings(HostInputs inputs, @Nullable Moment last) {
        List<Reading> readings = new ArrayList<>();
        for (TreeFindings tree : inputs.trees()) {
            CaptureDate date = CaptureDate.of(tree);
            for (CapturedState.Captured file : tree.captured()) {
                for (Reading reading : file.readings()) {
                    Reading dated = date.dated(reading, file.modified());
                    readings.add(dated.takenAt(CaptureDate.beside(dated.takenAt(), last)));
                }
            }
        }
        Set<String> captured = readings.stream()
                .filter(r -> !r.isConfigured() && r.state() == Reading.State.KNOWN)
                .map(Reading::name)
                .collect(Collectors.toSet());
        inputs.pasted().stream()
                .filter(r -> !captured.contains(r.name()))
                .forEach(r -> readings.add(r.takenAt(CaptureDate.beside(r.takenAt(), last))));
        return readings;
    }

    /** The host's timeline, by so many threads at most. */
    Timeline.Result timeline(PostMortemOptions options, int jobs) {
        boolean byOption = options.kernel() != null;
        Timeline timeline = new Timeline(
                options.gapMicros(),
                state.limiter().settings(),
                byOption ? options.kernel() : state.kernel(),
                byOption);
        JoinSink sink = new JoinSink() {
            private int boot;

            @Override
            public void begin(Boot next) {
                boot = next.index();
                timeline.begin(next);
            }

            @Override
            public void event(JoinedEvent event) {
                timeline.accept(
                        new TimedEvent(event.event(), event.at(), boot, event.refs(), event.text(), event.caller()),
                        event.times());
            }
        };
        if (jobs > 1) {
            joining.playByTwo(sink);
        } else {
            joining.play(sink);
        }
        return timeline.finish(name, new Cut(options.since(), options.until(), last()));
    }

    /** The last moment of its logs, or {@code null}. */
    @Nullable
    Moment last() {
        return joining.last();
    }
}

package org.sockmortem.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.postmortem.Report;

/**
 * A host's logs tell of each event up to six times, in different forms, with different clocks, and some only of a part of the time: the
 * totals are those of the plain log alone.
 */
class CopiesTest {
    /** More of them, or others: {@code -Dcopies.draws=5000 -Dcopies.first=1000}. */
    private static final int DRAWS = Integer.getInteger("copies.draws", 250);

    private static final int FIRST = Integer.getInteger("copies.first", 0);

    private static final List<Place> PLACES = List.of(Place.MARCH, Place.NOVEMBER, Place.OCTOBER, Place.UTC);
    private static final List<Capture> CAPTURES = List.of(
            new Capture("orphans-cost8-burst3-6.12"),
            new Capture("orphans-and-memory-6.1"),
            new Capture("cost1-burst20-6.1"));

    /**
     * Its limiter opens a window every second, each with twenty equal lines. A stamp of whole seconds does not tell which window a line is
     * of, so where another log begins or ends amid that flood nothing tells which of the lines are the same: pieces of whole seconds are laid
     * beside a finer log that holds all of it, or, where there is none, all logs are whole.
     */
    private static final Capture WINDOW_A_SECOND = CAPTURES.get(2);

    private static final List<Form> FORMS = Forms.all().stream()
            .filter(f -> !FormsTest.NOT_YET.contains(f.name()))
            .toList();

    @TempDir
    Path folder;

    static IntStream draws() {
        return IntStream.range(FIRST, FIRST + DRAWS);
    }

    /** A copy of the log: a form, and which of its tenths it holds. */
    private record Copy(Form form, int from, int to) {
        Scene part(Scene scene) {
            int size = scene.records().size();
            return new Scene(scene.records().subList(size * from / 10, size * to / 10), scene.place(), scene.host());
        }

        /** Whether its stamps are of whole seconds or less. */
        boolean isCoarse() {
            return !form.sight().uptime()
                    && (form.sight().withinMicros() > 1_000 || form.sight().equals(Sight.RELTIME));
        }

        /** Whether its stamps tell one line of a flood from the next. */
        boolean isFine() {
            return form.sight().hasTime() && !isCoarse();
        }

        @Override
        public String toString() {
            return form.name() + " " + from + ".." + to;
        }
    }

    @ParameterizedTest
    @MethodSource("draws")
    void copiesCountOnce(int draw) {
        Random random = new Random(draw);
        Capture capture = CAPTURES.get(random.nextInt(CAPTURES.size()));
        Scene scene = Scene.of(capture, PLACES.get(random.nextInt(PLACES.size())), "web01");
        List<Copy> copies = decidable(capture, copies(random, scene.place())).stream()
                .map(c -> c.from == 0 ? new Copy(c.form, 0, Math.max(c.to, SAYS_WHICH_BOOT)) : c)
                .toList();
        Report plain = Analysed.of(DmesgForms.plain(scene).getBytes(StandardCharsets.UTF_8), capture, folder);
        Report joined = Analysed.of(write(copies, scene), capture);
        assertThat(joined.hosts()).as(copies.toString()).hasSize(1);
        assertThat(words(joined.hosts().get(0)))
                .as(draw + " " + capture + " " + copies)
                .isEqualTo(words(plain.hosts().get(0)));
    }

    /** What every boot of that kernel begins with does not say which boot it is: a piece with those words has others, too. */
    private static final int SAYS_WHICH_BOOT = 4;

    private static List<Copy> decidable(Capture capture, List<Copy> copies) {
        if (!capture.equals(WINDOW_A_SECOND) || copies.stream().noneMatch(Copy::isCoarse)) {
            return copies;
        }
        boolean allCoarse = copies.stream().noneMatch(Copy::isFine);
        Copy whole = copies.stream().filter(Copy::isFine).findFirst().orElse(null);
        return copies.stream()
                .map(c -> allCoarse || c.equals(whole) ? new Copy(c.form, 0, 10) : c)
                .toList();
    }

    /** One that holds everything, or two that meet in the middle, and others beside them. */
    private static List<Copy> copies(Random random, Place place) {
        List<Copy> copies = new ArrayList<>();
        if (random.nextBoolean()) {
            copies.add(new Copy(exact(random, place), 0, 10));
        } else {
            copies.add(new Copy(exact(random, place), 0, 6 + random.nextInt(3)));
            copies.add(new Copy(exact(random, place), 1 + random.nextInt(5), 10));
        }
        int more = 1 + random.nextInt(4);
        for (int i = 0; i < more; i++) {
            int from = random.nextInt(8);
            copies.add(new Copy(form(random, place), from, from + 2 + random.nextInt(9 - from)));
        }
        return copies;
    }

    /** What only a log of whole minutes tells of is a minute off, and what only one without stamps tells of is at no time. */
    private static Form exact(Random random, Place place) {
        Form form = form(random, place);
        while (form.sight().equals(Sight.RELTIME) || !form.sight().hasTime()) {
            form = form(random, place);
        }
        return form;
    }

    /** Forms that write UTC, whatever the machine's zone is, are rendered there alone. */
    private static Form form(Random random, Place place) {
        Form form = FORMS.get(random.nextInt(FORMS.size()));
        while (form.place().equals(Place.UTC) && !place.equals(Place.UTC)) {
            form = FORMS.get(random.nextInt(FORMS.size()));
        }
        return form;
    }

    private Path write(List<Copy> copies, Scene scene) {
        try {
            Path host = Files.createDirectory(folder.resolve("host"));
            for (int i = 0; i < copies.size(); i++) {
                Copy copy = copies.get(i);
                Files.write(
                        host.resolve("log" + (char) ('a' + i) + ".txt"),
                        copy.form().renderer().apply(copy.part(scene)));
            }
            return host;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String words(HostReport host) {
        return host.bursts().stream()
                .sorted(Comparator.comparing((org.sockmortem.timeline.Burst b) -> b.signal())
                        .thenComparing(b -> b.start().axisMicros()))
                .map(b -> b.signal().id() + " " + b.printed() + "+" + b.repeated() + "+"
                        + b.suppressed().likely())
                .collect(Collectors.joining(", ", host.boots().size() + " boot: ", ""));
    }
}

package org.sockmortem.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockmortem.postmortem.Report;

/** The same log says the same in every form, as far as the form carries it. */
class FormsTest {
    private static final List<Capture> CAPTURES =
            List.of(new Capture("orphans-cost8-burst3-6.12"), new Capture("orphans-and-memory-6.1"));

    /** Of these each takes some of the forms, in turn. */
    private static final List<Capture> MORE = List.of(
            new Capture("orphans-cost2-burst4-6.1"),
            new Capture("cost1-burst20-6.1"),
            Capture.sample("lab-orphans-6.12"));

    private static final int IN_TURN = 4;

    /** Where a machine that analyses may stand, and what it speaks. */
    private static final List<Machine> MACHINES = List.of(
            new Machine("UTC", "en-US"),
            new Machine("Asia/Kathmandu", "ar-EG"),
            new Machine("America/St_Johns", "tr-TR"),
            new Machine("Pacific/Apia", "th-TH-u-ca-buddhist-nu-thai"),
            new Machine("Europe/Berlin", "de-DE"));

    private record Machine(String zone, String language) {}

    /** Forms that are not read yet. What is read must go from here. */
    static final List<String> NOT_YET = List.of();

    @TempDir
    Path folder;

    static Stream<Arguments> supported() {
        return Forms.all().stream()
                .filter(f -> !NOT_YET.contains(f.name()))
                .flatMap(f -> CAPTURES.stream().map(c -> Arguments.of(f, c)));
    }

    static Stream<Arguments> inTurn() {
        List<Form> forms =
                Forms.all().stream().filter(f -> !NOT_YET.contains(f.name())).toList();
        return IntStream.range(0, MORE.size())
                .boxed()
                .flatMap(c -> IntStream.range(0, forms.size())
                        .filter(f -> f % IN_TURN == c)
                        .mapToObj(f -> Arguments.of(forms.get(f), MORE.get(c), MACHINES.get(f % MACHINES.size()))));
    }

    @ParameterizedTest(name = "{0}: {1}, {2}")
    @MethodSource("inTurn")
    void everyFormSaysTheSameWhereverItIsRead(Form form, Capture capture, Machine machine) {
        TimeZone zone = TimeZone.getDefault();
        Locale language = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(machine.zone));
            Locale.setDefault(Locale.forLanguageTag(machine.language));
            assertThat(problems(form, capture)).as(form + " @ " + capture).isEmpty();
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(language);
        }
    }

    @Test
    void everyCaptureIsReadInTwentyFiveForms() {
        assertThat(Forms.all().size() / IN_TURN).isGreaterThanOrEqualTo(25);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("supported")
    void everyFormSaysTheSame(Form form, Capture capture) {
        assertThat(problems(form, capture)).as(form + " @ " + capture).isEmpty();
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @FieldSource("NOT_YET")
    void whatIsReadByNowIsNoLongerOnTheList(String name) {
        List<Form> forms =
                Forms.all().stream().filter(f -> f.name().equals(name)).toList();
        assertThat(forms).as("a form of this name").hasSize(1);
        List<String> problems = new ArrayList<>();
        CAPTURES.forEach(c -> problems.addAll(problems(forms.get(0), c)));
        assertThat(problems).as(name + " @ read by now: take it out of NOT_YET").isNotEmpty();
    }

    @Test
    void namesAreUnique() {
        assertThat(Forms.all()).extracting(Form::name).doesNotHaveDuplicates();
    }

    private List<String> problems(Form form, Capture capture) {
        Scene scene = Scene.of(capture, form.place(), form.host());
        byte[] plain = DmesgForms.plain(scene).getBytes(StandardCharsets.UTF_8);
        Report expected = Analysed.of(plain, capture, folder);
        Report report = Analysed.of(form.render(capture), capture, folder);
        return Sameness.problems(form, scene, expected, report);
    }
}

package org.sockmortem.diagnosis.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockmortem.diagnosis.catalogue.Claim;
import org.sockmortem.diagnosis.catalogue.Default;
import org.sockmortem.diagnosis.catalogue.KernelRange;
import org.sockmortem.diagnosis.catalogue.Machine;
import org.sockmortem.diagnosis.catalogue.Quantity;
import org.sockmortem.diagnosis.catalogue.SentenceBook;
import org.sockmortem.diagnosis.catalogue.Sysctl;
import org.sockmortem.diagnosis.explain.Page.Section;
import org.sockmortem.event.KernelRelease;

/** Makes a page of a catalogue entry. */
final class SysctlPage {
    private static final SentenceBook SENTENCES = SentenceBook.of(SysctlPage.class);
    private static final Map<String, String> HEADINGS = Map.of(
            "meaning", "heading.meaning",
            "raise", "heading.raise",
            "lower", "heading.lower",
            "price", "heading.price",
            "not", "heading.not",
            "note", "heading.note");

    private SysctlPage() {}

    static Topic topic(Sysctl sysctl) {
        return new Topic("sysctl", sysctl.name(), SENTENCES.say("title", sysctl.name(), sysctl.unit(), sysctl.scope()));
    }

    static Page of(Sysctl sysctl, Machine machine) {
        List<Section> sections = new ArrayList<>();
        add(sections, sysctl, List.of("meaning", "note"));
        if (!sysctl.exists().equals(KernelRange.ANY)) {
            String key = gone(sysctl, machine) ? "exists.not-here" : "exists";
            sections.add(new Section(
                    SENTENCES.say("heading.exists"),
                    SENTENCES.say(key, sysctl.exists().inWords()),
                    sysctl.claims().get(0).sources()));
        }
        sysctl.defaults().forEach(d -> sections.add(section(d, machine)));
        sysctl.defaultOn(machine)
                .filter(d -> machine.release() != null || machine.memory() != null)
                .ifPresent(d -> sections.add(here(sysctl, d, machine)));
        add(sections, sysctl, List.of("raise", "lower", "price", "not"));
        return new Page(topic(sysctl), sections, sysctl.aliases());
    }

    private static boolean gone(Sysctl sysctl, Machine machine) {
        KernelRelease release = machine.release();
        return release != null && !sysctl.exists().contains(release);
    }

    private static void add(List<Section> sections, Sysctl sysctl, List<String> kinds) {
        for (String kind : kinds) {
            for (Claim claim : sysctl.claims()) {
                if (claim.kind().equals(kind)) {
                    sections.add(new Section(
                            SENTENCES.say(HEADINGS.getOrDefault(kind, kind)), claim.text(), claim.sources()));
                }
            }
        }
    }

    /** One line of the table of defaults, with the numbers of the machine where they follow from its memory. */
    private static Section section(Default entry, Machine machine) {
        String formula = entry.formula().text();
        @Nullable
        String numbers = entry.formula().on(machine).map(Quantity::words).orElse(null);
        String text = formula.equals("-")
                ? SENTENCES.say("default.in-words", entry.range().inWords())
                : numbers == null || numbers.equals(formula)
                        ? SENTENCES.say("default", entry.range().inWords(), formula)
                        : SENTENCES.say("default.computed", entry.range().inWords(), formula, numbers);
        return new Section(SENTENCES.say("heading.default"), text, entry.sources());
    }

    private static Section here(Sysctl sysctl, long[] numbers, Machine machine) {
        KernelRelease release = machine.release();
        Long memory = machine.memory();
        String text = SENTENCES.say(
                "here",
                Quantity.words(numbers),
                sysctl.unit(),
                release == null ? SENTENCES.say("here.any-kernel") : release,
                memory == null ? SENTENCES.say("here.any-memory") : Quantity.bytes(memory));
        List<String> sources = release == null
                ? sysctl.defaults().get(0).sources()
                : sysctl.defaultOf(release).map(Default::sources).orElse(List.of());
        return new Section(SENTENCES.say("heading.here"), text, sources);
    }
}

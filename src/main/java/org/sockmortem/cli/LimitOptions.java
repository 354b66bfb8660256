package org.sockmortem.cli;

import java.util.EnumMap;
import java.util.Map;
import org.sockmortem.source.box.Limits;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What boxes may hold: the same words for one host and for many. */
final class LimitOptions {
    private final OptionSpec limits = OptionSpec.builder("--limit")
            .paramLabel("NAME=VALUE")
            .type(Map.class)
            .auxiliaryTypes(Limits.Name.class, Long.class)
            .converters(new LimitName(), new LimitValue())
            .completionCandidates(Limits.Name.ids())
            .initialValue(Map.of())
            .description(
                    "What a box may hold, of ${COMPLETION-CANDIDATES}: --limit ratio=5000, --limit entry-size=100GiB."
                            + " Repeatable.")
            .build();

    /** Makes them options of that command. */
    void addTo(CommandSpec spec) {
        spec.addOption(limits);
    }

    /** All of them. */
    Limits limits() {
        Map<Limits.Name, Long> others = new EnumMap<>(Limits.Name.class);
        others.putAll(limits.<Map<Limits.Name, Long>>getValue());
        return Limits.of(others);
    }

    /** A limit's name. */
    static final class LimitName implements ITypeConverter<Limits.Name> {
        @Override
        public Limits.Name convert(String word) {
            return Words.choice(word, Limits.Name.values(), Limits.Name::id);
        }
    }

    /** A number, or a size such as {@code 100GiB}. */
    static final class LimitValue implements ITypeConverter<Long> {
        @Override
        public Long convert(String word) {
            return new Words.SizeWord().convert(word);
        }
    }
}

package org.sockmortem.cli;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sockmortem.source.box.Limits;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** What boxes may hold: the same words for one host and for many. */
final class LimitOptions {
    @Option(
            names = "--limit",
            paramLabel = "NAME=VALUE",
            converter = {LimitName.class, LimitValue.class},
            completionCandidates = Names.class,
            description =
                    "What a box may hold, of ${COMPLETION-CANDIDATES}: --limit ratio=5000, --limit entry-size=100GiB."
                            + " Repeatable.")
    private Map<Limits.Name, Long> limits = new LinkedHashMap<>();

    /** All of them. */
    Limits limits() {
        Map<Limits.Name, Long> others = new EnumMap<>(Limits.Name.class);
        others.putAll(limits);
        return Limits.of(others);
    }

    /** The names of the limits. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Limits.Name.ids().iterator();
        }
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

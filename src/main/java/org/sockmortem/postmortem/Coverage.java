package org.sockmortem.postmortem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.source.Skipped;

/**
 * What was read, line by line accounted for.
 *
 * @param lines of all inputs
 * @param candidates lines that hold a word of interest
 * @param recognised candidates that the grammar knows
 * @param unrecognised candidates that it does not
 * @param inputs each of them, in order; of more than {@link #LISTED} those that held nothing are only counted
 * @param omitted those that are not among the inputs
 */
public record Coverage(
        long lines, long candidates, long recognised, long unrecognised, List<Input> inputs, Omitted omitted) {
    /** So many inputs are listed whatever they held. */
    public static final int LISTED = 500;

    /** Copies the list. */
    public Coverage {
        inputs = List.copyOf(inputs);
    }

    /**
     * Inputs that are not listed one by one.
     *
     * @param empty inputs that were read and held no line of interest, no reading, and nothing that was wrong with them
     * @param lines in those
     * @param bytes of those
     * @param leftOut files below proc and sys that were not read, for neither logs nor readings that sockmortem knows lie there
     */
    public record Omitted(long empty, long lines, long bytes, long leftOut) {
        /** None. */
        public static final Omitted NONE = new Omitted(0, 0, 0, 0);
    }

    /** The sum over these inputs. */
    public static Coverage of(List<Input> inputs) {
        return of(inputs, 0);
    }

    /**
     * The sum over these inputs.
     *
     * @param leftOut how many files were not read at all
     */
    static Coverage of(List<Input> inputs, long leftOut) {
        List<Input> listed = inputs.size() <= LISTED
                ? inputs
                : inputs.stream().filter(Input::tells).toList();
        List<Input> rest = inputs.size() <= LISTED
                ? List.of()
                : inputs.stream().filter(i -> !i.tells()).toList();
        return new Coverage(
                inputs.stream().mapToLong(Input::lines).sum(),
                inputs.stream().mapToLong(Input::candidates).sum(),
                inputs.stream().mapToLong(Input::recognised).sum(),
                inputs.stream().mapToLong(Input::unrecognised).sum(),
                listed,
                new Omitted(
                        rest.size(),
                        rest.stream().mapToLong(Input::lines).sum(),
                        rest.stream().mapToLong(Input::bytes).sum(),
                        leftOut));
    }

    /**
     * One input.
     *
     * @param path as given
     * @param host whose it is, or {@code null} where it was not read
     * @param kind {@code log}, {@code snapshot} or {@code skipped}
     * @param format the form of its lines
     * @param compression {@code none} or the chain of compressions
     * @param bytes read
     * @param lines in it
     * @param candidates lines that hold a word of interest
     * @param recognised candidates that the grammar knows
     * @param unrecognised candidates that it does not
     * @param readings captured values in it
     * @param first stamp of its first line, or {@code null}
     * @param last stamp of its last line, or {@code null}
     * @param problem one sentence where something went wrong, else {@code null}
     * @param damaged whether the problem means that some of it is missing from the analysis
     */
    public record Input(
            String path,
            @Nullable String host,
            String kind,
            LogFormat format,
            String compression,
            long bytes,
            long lines,
            long candidates,
            long recognised,
            long unrecognised,
            long readings,
            @Nullable Moment first,
            @Nullable Moment last,
            @Nullable String problem,
            boolean damaged) {
        /** One that was not read at all. */
        public static Input skipped(Skipped skipped) {
            return new Input(
                    skipped.path(),
                    null,
                    "skipped",
                    LogFormat.UNKNOWN,
                    "none",
                    0,
                    0,
                    0,
                    0,
                    0,
                    0,
                    null,
                    null,
                    skipped.problem(),
                    true);
        }

        /** Whether it is worth a line of its own among thousands. */
        boolean tells() {
            return candidates > 0 || readings > 0 || damaged;
        }
    }
}

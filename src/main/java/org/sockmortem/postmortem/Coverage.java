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
 * @param inputs each of them, in order
 */
public record Coverage(long lines, long candidates, long recognised, long unrecognised, List<Input> inputs) {
    /** Copies the list. */
    public Coverage {
        inputs = List.copyOf(inputs);
    }

    /** The sum over these inputs. */
    public static Coverage of(List<Input> inputs) {
        return new Coverage(
                inputs.stream().mapToLong(Input::lines).sum(),
                inputs.stream().mapToLong(Input::candidates).sum(),
                inputs.stream().mapToLong(Input::recognised).sum(),
                inputs.stream().mapToLong(Input::unrecognised).sum(),
                inputs);
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
                    null,
                    null,
                    skipped.problem(),
                    true);
        }
    }
}

package org.sockmortem.cli;

import java.io.PrintStream;
import java.util.List;
import org.sockmortem.postmortem.Coverage;
import org.sockmortem.source.Skipped;

/** What standard error is told of the inputs. The report says it too; this is for those who send the report elsewhere. */
final class Notices {
    private final PrintStream err;

    Notices(PrintStream err) {
        this.err = err;
    }

    /** Every input and what was found in it. */
    void inputs(Coverage coverage) {
        coverage.inputs()
                .forEach(i -> say(
                        i.path(),
                        i.kind() + ", " + i.format() + ", " + i.lines() + " lines, " + i.recognised() + " of "
                                + i.candidates() + " candidates recognised"));
    }

    /** Inputs of which something is missing from the analysis. */
    void damaged(Coverage coverage) {
        coverage.inputs().stream()
                .filter(Coverage.Input::damaged)
                .forEach(i -> say(i.path(), String.valueOf(i.problem())));
    }

    /** Paths where there was nothing to open. */
    void skipped(List<Skipped> skipped) {
        skipped.forEach(s -> say(s.path(), s.problem()));
    }

    private void say(String path, String what) {
        err.println("sockmortem: " + Harmless.text(path) + ": " + Harmless.text(what));
    }
}

package org.sockmortem.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import org.sockmortem.source.box.BoxDamage;
import org.sockmortem.source.box.DiskProblem;
import org.sockmortem.source.box.LimitReached;

/** What went wrong with a file, as a sentence that does not depend on the machine's language. */
public final class ProblemText {
    private ProblemText() {}

    /** The sentence for a failure to read. */
    public static String of(IOException problem) {
        if (problem instanceof NoSuchFileException) {
            return "No such file or folder.";
        }
        if (problem instanceof AccessDeniedException) {
            return "Permission denied.";
        }
        if (problem instanceof FileSystemLoopException) {
            return "The link leads back into its own folder.";
        }
        if (problem instanceof BoxDamage || problem instanceof LimitReached || problem instanceof DiskProblem) {
            return String.valueOf(problem.getMessage());
        }
        return String.valueOf(DiskProblem.of(problem).getMessage());
    }
}

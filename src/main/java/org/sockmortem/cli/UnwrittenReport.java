package org.sockmortem.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** A report that could not be written, or not whole, told as a sentence. */
final class UnwrittenReport extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * The sentence.
     *
     * @param target the file, or what else it was to go to
     */
    UnwrittenReport(String target, IOException cause) {
        super(target + ": The report could not be written: " + reason(cause) + ".", cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "no such folder";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        @Nullable String told = cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
        return told == null ? cause.getClass().getSimpleName() : told;
    }
}

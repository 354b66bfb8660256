package org.sockmortem.forms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sockmortem.postmortem.PostMortem;
import org.sockmortem.postmortem.PostMortemOptions;
import org.sockmortem.postmortem.Report;
import org.sockmortem.source.Sources;

/** Reports on rendered logs. */
final class Analysed {
    private static final long GAP_MICROS = 3_000_000;

    private Analysed() {}

    /** The report on a file of these bytes, with the settings that were captured with the log. */
    static Report of(byte[] log, Capture capture, Path folder) {
        try {
            return of(Files.write(folder.resolve("log"), log), capture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The report on a file, with the settings that were captured with the log. */
    static Report of(Path log, Capture capture) {
        PostMortemOptions options = new PostMortemOptions(
                GAP_MICROS, null, null, null, null, null, capture.sysctlFile(), null, null, "test");
        return PostMortem.of(Sources.under(List.of(log.toString()), InputStream.nullInputStream()), options);
    }
}

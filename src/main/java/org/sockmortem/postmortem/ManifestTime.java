package org.sockmortem.postmortem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When sosreport ran, as its {@code sos_reports/manifest.json} says (sos/report/__init__.py, {@code start_time} and {@code end_time} of the
 * whole, by the host's clock).
 *
 * @param start when it began
 */
record ManifestTime(LocalDateTime start) {
    private static final Pattern FILE = Pattern.compile("(?:.*/)?sos_reports/manifest[.]json");
    private static final Pattern START =
            Pattern.compile("\"start_time\"\\s*:\\s*\"(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d:\\d\\d)");
    private static final int HEAD = 1 << 16;

    /** Whether a file of that path is such a manifest. */
    static boolean reads(String path) {
        return FILE.matcher(path).matches();
    }

    /** The time in it, or {@code null}. */
    static @Nullable ManifestTime read(InputStream in) throws IOException {
        Matcher start = START.matcher(new String(in.readNBytes(HEAD), StandardCharsets.UTF_8));
        try {
            return start.find()
                    ? new ManifestTime(LocalDateTime.parse(start.group(1) + "T" + start.group(2))
                            .truncatedTo(ChronoUnit.SECONDS))
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}

package org.sockmortem.postmortem;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelRelease;
import org.sockmortem.snapshot.Reading;
import org.sockmortem.snapshot.SysctlReader;
import org.sockmortem.snapshot.SystemSnapshot;
import org.sockmortem.source.ProblemText;
import org.sockmortem.timeline.LimiterSettings;

/**
 * The captured state of a host: the files of its own tree, or the one that the user names in their place.
 *
 * @param snapshot the readings
 * @param files what the user named, for the coverage
 * @param isOption whether the user named the file
 */
record CapturedState(SystemSnapshot snapshot, List<File> files, boolean isOption) {

    /** A file of captured state, and what went wrong with it, if anything did. */
    record File(String path, long readings, @Nullable String problem, boolean damaged) {}

    /** The limiter's settings, and where they are from. */
    record Limiter(LimiterSettings settings, String knownFrom) {}

    /**
     * A file of captured state and what it holds.
     *
     * @param modified when the file was written, if its box tells, or {@code null}
     */
    record Captured(
            File file, List<Reading> readings, @Nullable Instant modified) {}

    /** The state of one host: what its own files hold. */
    static CapturedState of(List<Reading> readings) {
        return new CapturedState(SystemSnapshot.of(readings), List.of(), false);
    }

    /** The state that the user names in place of every host's own. */
    static CapturedState named(String option) {
        List<Reading> readings = new ArrayList<>();
        File file = readOption(option, readings);
        return new CapturedState(SystemSnapshot.of(readings), List.of(file), true);
    }

    private static File readOption(String option, List<Reading> readings) {
        try (InputStream in = Files.newInputStream(Path.of(option))) {
            readings.addAll(SysctlReader.read(in, option));
        } catch (IOException e) {
            return new File(option, 0, ProblemText.of(e), true);
        } catch (InvalidPathException e) {
            return new File(option, 0, "This is no path: " + e.getReason() + ".", true);
        }
        String problem = readings.isEmpty() ? "No sysctl setting was found in it." : null;
        return new File(option, readings.size(), problem, readings.isEmpty());
    }

    /**
     * net.core.message_cost, in seconds, and net.core.message_burst; the kernel's defaults where either was not captured.
     */
    Limiter limiter() {
        OptionalLong cost = snapshot.number("net.core.message_cost");
        OptionalLong burst = snapshot.number("net.core.message_burst");
        boolean usable = cost.isPresent() && cost.getAsLong() >= 0 && cost.getAsLong() < 1_000_000;
        if (!usable && burst.isEmpty()) {
            return new Limiter(LimiterSettings.DEFAULT, "default");
        }
        long interval = usable ? cost.getAsLong() * 1_000_000 : LimiterSettings.DEFAULT.intervalMicros();
        long calls = burst.isPresent() && burst.getAsLong() >= 0 && burst.getAsLong() <= Integer.MAX_VALUE
                ? burst.getAsLong()
                : LimiterSettings.DEFAULT.burst();
        return new Limiter(new LimiterSettings(interval, calls), isOption ? "option" : "snapshot");
    }

    /** The kernel by the captured {@code kernel.osrelease}, or {@code null}. */
    @Nullable
    KernelRelease kernel() {
        Reading release = snapshot.find("kernel.osrelease");
        String text = release == null ? null : release.value();
        return text == null ? null : KernelRelease.parse(text);
    }
}

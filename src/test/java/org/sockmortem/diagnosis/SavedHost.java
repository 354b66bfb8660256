package org.sockmortem.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.postmortem.PostMortem;
import org.sockmortem.postmortem.PostMortemOptions;
import org.sockmortem.postmortem.Report;
import org.sockmortem.source.Sources;

/** What somebody saved of one host: a folder with a log and whatever lay beside it, analysed the whole way. */
final class SavedHost {
    private final Path folder;

    SavedHost(Path folder) {
        this.folder = folder;
    }

    /** Adds a file. */
    SavedHost file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** The report on the only host. */
    HostReport report() {
        List<HostReport> hosts = reports();
        if (hosts.size() != 1) {
            throw new AssertionError(
                    "not one host but " + hosts.stream().map(HostReport::host).toList());
        }
        return hosts.get(0);
    }

    /** The reports on all hosts. */
    List<HostReport> reports() {
        PostMortemOptions plain = new PostMortemOptions(
                PostMortemOptions.DEFAULT_GAP_MICROS, null, null, null, null, null, null, null, null, "test");
        Report report = PostMortem.of(Sources.under(List.of(folder.toString()), InputStream.nullInputStream()), plain);
        return report.hosts();
    }

    /** Cause and verdict of each finding, the foremost first. */
    List<String> findings() {
        return report().findings().stream()
                .map(f -> f.cause() + " " + f.verdict())
                .toList();
    }

    /** The finding of that cause; fails unless there is exactly one. */
    Finding finding(String cause) {
        List<Finding> found = report().findings().stream()
                .filter(f -> f.cause().equals(cause))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " findings of " + cause + " among " + findings());
        }
        return found.get(0);
    }
}

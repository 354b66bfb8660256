package org.sockmortem.postmortem;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sockmortem.snapshot.HostClues;
import org.sockmortem.source.ArchiveName;

/** What was read in one tree of a host. Mutable until everything has been read. */
final class TreeFindings {
    private final String tree;
    private final HostClues.Reader clues = new HostClues.Reader();
    private final List<LogOutcome> logs = new ArrayList<>();
    private final List<CapturedState.Captured> captured = new ArrayList<>();
    private @Nullable ManifestTime manifest;

    TreeFindings(String tree) {
        this.tree = tree;
    }

    /** These, and after them what was read later in the same tree. */
    TreeFindings and(TreeFindings later) {
        clues.add(later.clues);
        logs.addAll(later.logs);
        captured.addAll(later.captured);
        manifest(later.manifest);
        return this;
    }

    String tree() {
        return tree;
    }

    HostClues.Reader clueReader() {
        return clues;
    }

    HostClues clues() {
        return clues.clues();
    }

    List<LogOutcome> logs() {
        return logs;
    }

    List<CapturedState.Captured> captured() {
        return captured;
    }

    void manifest(@Nullable ManifestTime found) {
        manifest = found == null ? manifest : found;
    }

    /** When the tree was taken, as sosreport's manifest says; or {@code null}. */
    @Nullable
    ManifestTime manifest() {
        return manifest;
    }

    /** What its path tells, or {@code null}. */
    @Nullable
    ArchiveName name() {
        return ArchiveName.of(tree);
    }

    /** The hosts that lines of its logs name, as they name them. */
    Set<String> lineHosts() {
        Set<String> hosts = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        logs.forEach(l -> hosts.addAll(l.hosts()));
        return hosts;
    }

    /** The logs in which a host is given its name, and those names. */
    SortedMap<String, String> given() {
        SortedMap<String, String> given = new TreeMap<>();
        for (LogOutcome log : logs) {
            String name = log.given();
            if (name != null) {
                given.put(log.source().path(), name);
            }
        }
        return given;
    }

    /** The path of the first log whose lines name one of these. */
    @Nullable
    String pathNaming(Set<String> names) {
        return logs.stream()
                .filter(l -> l.hosts().stream().anyMatch(names::contains))
                .map(l -> l.source().path())
                .sorted()
                .findFirst()
                .orElse(null);
    }

    /** Whether a log in it tells of a host without naming it in any way. */
    boolean hasNamelessLog() {
        return logs.stream().anyMatch(l -> l.tapes().isEmpty() && l.isLog() && l.given() == null);
    }
}

package org.sockmortem.postmortem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockmortem.snapshot.HostClues;
import org.sockmortem.snapshot.Reading;
import org.sockmortem.snapshot.SnapshotReader;
import org.sockmortem.source.ProblemText;
import org.sockmortem.source.Source;

/** Reads a file of a host's captured state: for its readings, for what it tells of the host, or for both. */
final class CapturedFile {
    /** What tells of a host stands at the beginning, or the file is small. */
    private static final int HEAD = 1 << 20;

    private CapturedFile() {}

    /** Whether the file is captured state, by its place and name. */
    static boolean reads(String name) {
        return SnapshotReader.of(name).isPresent() || HostClues.Reader.reads(name) || ManifestTime.reads(name);
    }

    /** Reads it into the findings of its tree. */
    static void read(Source source, TreeFindings into) {
        List<Reading> readings = new ArrayList<>();
        String problem = null;
        try (InputStream bytes = source.opener().open()) {
            InputStream in = bytes;
            if (ManifestTime.reads(source.name())) {
                into.manifest(ManifestTime.read(in));
            }
            if (HostClues.Reader.reads(source.name())) {
                byte[] head = in.readNBytes(HEAD);
                into.clueReader().read(new ByteArrayInputStream(head), source.label());
                in = new SequenceInputStream(new ByteArrayInputStream(head), in);
            }
            Optional<SnapshotReader> reader = SnapshotReader.of(source.name());
            if (reader.isPresent()) {
                readings.addAll(reader.get().read(in, source.label()));
            }
        } catch (IOException e) {
            problem = ProblemText.of(e);
        }
        problem = problem == null ? source.damage().problem() : problem;
        into.captured()
                .add(new CapturedState.Captured(
                        new CapturedState.File(source.label(), readings.size(), problem, problem != null),
                        readings,
                        source.isBoxed() ? source.facts().modified() : null));
    }
}

package org.sockmortem.snapshot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.sockmortem.snapshot.Reading.State;

/** Reads a text as the file of a path. */
final class Captured {
    private Captured() {}

    static List<Reading> readings(String path, String text) {
        try {
            return SnapshotReader.of(path).orElseThrow().read(stream(text), path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SystemSnapshot snapshot(String path, String text) {
        return SystemSnapshot.of(readings(path, text));
    }

    /** Each as {@code name=value}, or {@code name (unreadable)}. */
    static List<String> words(String path, String text) {
        return readings(path, text).stream()
                .map(r -> r.name() + (r.state() == State.KNOWN ? "=" + r.value() : " (" + r.state() + ")"))
                .toList();
    }

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}

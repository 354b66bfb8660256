package org.sockmortem.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.sockmortem.source.box.Limits;

/** What a visit of sources was shown, for tests: texts and compressions by path, and what was told to be wrong. */
final class Visited implements SourceVisitor {
    final Map<String, String> texts = new TreeMap<>();
    final Map<String, Source> sources = new TreeMap<>();
    final List<String> problems = new ArrayList<>();

    static Visited of(byte[] standardInput) {
        return of(standardInput, Limits.USUAL);
    }

    static Visited of(byte[] standardInput, Limits limits) {
        Visited visited = new Visited();
        Sources.under(List.of(Source.STANDARD_INPUT), new ByteArrayInputStream(standardInput), limits)
                .visit(visited);
        return visited;
    }

    static Visited of(Path... paths) {
        Visited visited = new Visited();
        Sources.under(List.of(paths).stream().map(Path::toString).toList(), InputStream.nullInputStream())
                .visit(visited);
        return visited;
    }

    /** The source of that path. */
    Source at(String path) {
        return Objects.requireNonNull(sources.get(path));
    }

    @Override
    public void source(Source source) {
        try (InputStream in = source.opener().open()) {
            texts.put(source.path(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sources.put(source.path(), source);
        String problem = source.damage().problem();
        if (problem != null) {
            problems.add(source.path() + ": " + problem);
        }
    }

    @Override
    public void skipped(Skipped what) {
        problems.add(what.path() + ": " + what.problem());
    }
}

package org.sockmortem.fleet;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Boot;
import org.sockmortem.diagnosis.Finding;
import org.sockmortem.diagnosis.Severity;
import org.sockmortem.diagnosis.Verdict;
import org.sockmortem.postmortem.Coverage;
import org.sockmortem.postmortem.PostMortem;
import org.sockmortem.postmortem.Report;
import org.sockmortem.source.Skipped;
import org.sockmortem.source.Sources;

/** The work on what is read together: the post-mortem, each of its hosts' reports and digests, and that it is done. */
final class Analysis implements Work {
    private static final String NAMELESS = "unknown";
    private static final Duration FOREVER = Duration.ofDays(365);

    private final Store store;
    private final Shelf shelf;
    private final BatchOptions options;
    private final HostSink sink;
    private final String key;
    private final String path;
    private final List<String> files;
    private final boolean loose;
    private final String fingerprint;

    /**
     * An analysis.
     *
     * @param key under which the store has it
     * @param path as it is cited
     * @param files to read
     * @param loose whether it need not be of a host at all
     * @param fingerprint of them
     */
    Analysis(
            Store store,
            Shelf shelf,
            BatchOptions options,
            HostSink sink,
            String key,
            String path,
            List<String> files,
            boolean loose,
            String fingerprint) {
        this.store = store;
        this.shelf = shelf;
        this.options = options;
        this.sink = sink;
        this.key = key;
        this.path = path;
        this.files = List.copyOf(files);
        this.loose = loose;
        this.fingerprint = fingerprint;
    }

    @Override
    public String path() {
        return path;
    }

    String key() {
        return key;
    }

    /** Whether the store has what this would give. */
    boolean isDone(long secondsAllowed) {
        Done done = store.done(key);
        if (done == null || !done.fingerprint().equals(fingerprint)) {
            return false;
        }
        long allowed = done.limit() == Done.Limit.TIME
                ? secondsAllowed
                : Runtime.getRuntime().maxMemory();
        if (done.limit() != null && done.allowed() < allowed) {
            return false;
        }
        for (int i = 0; i < done.hosts().size(); i++) {
            int number = i;
            boolean reported = sink.endings().stream().allMatch(e -> Files.exists(store.report(key, number, e)));
            if (!store.hasDigest(key, number) || !reported) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Result run(Deadline deadline) throws IOException {
        Sources sources = Sources.under(files, InputStream.nullInputStream(), options.limits());
        Report report = PostMortem.of(sources, options.analysis(), deadline);
        deadline.check();
        List<Digesting.Part> parts = Digesting.parts(path, report);
        if (parts.isEmpty() && Digesting.problem(report.coverage()) == null) {
            // of an empty host there is a name and nothing else; an empty log is not even of a host
            HostFacts empty = HostFacts.empty(loose ? NAMELESS : nameByPath(), path, report.coverage());
            return drafted(List.of(new Digesting.Part(report, empty)), null, 0, deadline);
        }
        if (parts.stream().allMatch(Analysis::isLost)) {
            Report nothing = new Report(report.version(), report.coverage(), List.of());
            String problem = Digesting.problem(report.coverage());
            HostFacts failed = HostFacts.failed(nameByPath(), path, String.valueOf(problem));
            return drafted(List.of(new Digesting.Part(nothing, failed)), null, 0, deadline);
        }
        return drafted(parts, null, 0, deadline);
    }

    /** Whether what was damaged was all that could have told anything. */
    private static boolean isLost(Digesting.Part part) {
        HostFacts facts = part.digest();
        boolean tells =
                facts.candidates() > 0 || hasReadings(part) || !facts.name().equals(NAMELESS);
        return facts.status() == Status.FAILED || (facts.status() == Status.PARTIAL && !tells);
    }

    private static boolean hasReadings(Digesting.Part part) {
        return part.report().hosts().stream().anyMatch(h -> !h.readings().isEmpty());
    }

    private Result drafted(List<Digesting.Part> parts, Done.@Nullable Limit limit, long allowed, Deadline deadline)
            throws IOException {
        Map<Path, Draft> drafts = new LinkedHashMap<>();
        List<Done.Host> hosts = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            for (String ending : sink.endings()) {
                Draft draft = new Draft(store);
                try (Writer out = draft.writer()) {
                    sink.write(parts.get(i).report(), ending, out);
                }
                drafts.put(store.report(key, i, ending), draft);
                deadline.check();
            }
            drafts.put(store.digestFile(key, i), store.draftOf(parts.get(i).digest()));
            hosts.add(host(parts.get(i)));
        }
        // keeps no report: that of the next host is made meanwhile
        Done done = new Done(fingerprint, limit, allowed, hosts);
        return () -> commit(drafts, done);
    }

    private boolean commit(Map<Path, Draft> drafts, Done done) throws IOException {
        for (Map.Entry<Path, Draft> draft : drafts.entrySet()) {
            draft.getValue().put(draft.getKey());
        }
        store.put(key, done);
        List<Done.Host> hosts = done.hosts();
        for (int i = 0; i < hosts.size(); i++) {
            if (hosts.get(i).speaks()) {
                shelf.showEarly(hosts.get(i).name(), key, i);
            }
        }
        return hosts.stream().allMatch(Done.Host::failed);
    }

    private Done.Host host(Digesting.Part part) {
        HostFacts digest = part.digest();
        return new Done.Host(
                digest.name(),
                digest.machineId(),
                digest.boots().stream()
                        .map(Boot::bootId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                digest.status() == Status.FAILED,
                !loose
                        || digest.candidates() > 0
                        || hasReadings(part)
                        || !digest.name().equals(NAMELESS),
                digest.status() != Status.OK,
                worst(digest.findings()));
    }

    private static @Nullable String worst(List<Finding> findings) {
        return findings.stream()
                .filter(f -> f.verdict() != Verdict.RULED_OUT)
                .map(Finding::severity)
                .max(Severity::compareTo)
                .map(Severity::id)
                .orElse(null);
    }

    @Override
    public void stopped(Done.Limit limit, long allowed) throws IOException {
        failed(
                limit == Done.Limit.TIME
                        ? "It took longer than " + allowed + " s, and was given up."
                        : "It needs more memory than there is (" + (allowed >> 20) + " MiB).",
                limit,
                allowed);
    }

    @Override
    public void broken(Throwable bug) throws IOException {
        failed("A bug in sockmortem: " + bug + ".", null, 0);
    }

    private void failed(String problem, Done.@Nullable Limit limit, long allowed) throws IOException {
        Coverage unread = Coverage.of(List.of(Coverage.Input.skipped(new Skipped(path, problem))));
        Report nothing = new Report(options.analysis().version(), unread, List.of());
        HostFacts digest = HostFacts.failed(nameByPath(), path, path + ": " + problem);
        drafted(List.of(new Digesting.Part(nothing, digest)), limit, allowed, new Deadline(FOREVER))
                .commit();
    }

    private String nameByPath() {
        String told = HostFolder.hostOf(path);
        return told == null ? HostFolder.stem(path) : told;
    }
}

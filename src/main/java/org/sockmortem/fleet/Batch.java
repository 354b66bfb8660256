package org.sockmortem.fleet;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sockmortem.postmortem.PostMortemOptions;
import org.sockmortem.source.Skipped;

/**
 * Many hosts, each analysed once, and again only where something of it changed: finds the units below paths, reads each by itself, reads
 * together what turns out to be of one host, and puts every host's report under its name.
 */
public final class Batch implements Closeable {
    private final BatchOptions options;
    private final HostSink sink;
    private final Watch watch;
    private final Store store;
    private final Shelf shelf;
    private final String settings;

    /**
     * What became of it.
     *
     * @param hosts in order of their names
     * @param skipped paths that could not be opened
     * @param strangers paths of logs that tell of no host and hold nothing of the kernel's, in order
     * @param opened how many of the given paths could be opened
     * @param harmed whether something was missing, unreadable or damaged
     * @param worst severities that findings have, by their ids
     */
    public record Result(
            Hosts hosts,
            List<Skipped> skipped,
            List<String> strangers,
            int opened,
            boolean harmed,
            Set<String> worst) {}

    private Batch(BatchOptions options, HostSink sink, Watch watch, Store store) throws IOException {
        this.options = options;
        this.sink = sink;
        this.watch = watch;
        this.store = store;
        this.shelf = new Shelf(store, options.folder(), sink.endings());
        this.settings = settings(options, sink);
    }

    /**
     * Takes the folder for this run.
     *
     * @throws InUse where another run has it
     */
    public static Batch open(BatchOptions options, HostSink sink, Watch watch) throws IOException {
        Store store = Store.open(options.folder());
        try {
            return new Batch(options, sink, watch, store);
        } catch (IOException e) {
            store.close();
            throw e;
        }
    }

    private static String settings(BatchOptions options, HostSink sink) {
        PostMortemOptions analysis = options.analysis();
        String sysctl = analysis.sysctlFile();
        List<String> files = sysctl == null ? List.of() : List.of(sysctl);
        return Fingerprint.of(
                files, analysis + "\n" + options.limits() + "\n" + options.form() + "\n" + sink.endings());
    }

    /** Does what is not done, and gives all of it. */
    public Result run(PathList paths) throws IOException {
        Discovery.Found found = Discovery.under(paths.paths(), options.folder());
        List<Unit> units = Grouping.byArchiveName(found.units());
        List<Analysis> single = units.stream()
                .map(u -> analysis(u.key(), u.path(), u.files(), u.loose()))
                .toList();
        run(Watch.Phase.READING, single);
        List<List<Done.Host>> hosts = new ArrayList<>();
        for (Analysis analysis : single) {
            hosts.add(hosts(analysis.key()));
        }
        List<List<Integer>> groups = Grouping.of(units, hosts);
        List<Analysis> joint = new ArrayList<>();
        List<Analysis> last = new ArrayList<>();
        for (List<Integer> group : groups) {
            Analysis only = single.get(group.get(0));
            Analysis whole = group.size() == 1
                    ? only
                    : together(group.stream().map(units::get).toList());
            last.add(whole);
            if (whole != only) {
                joint.add(whole);
            }
        }
        run(Watch.Phase.JOINING, joint);
        watch.phase(Watch.Phase.SUMMING_UP, 0, 0);
        return settle(
                found, paths, Stream.concat(single.stream(), joint.stream()).toList(), last);
    }

    private Analysis analysis(String key, String path, List<String> files, boolean loose) {
        String fingerprint = Fingerprint.of(files, settings);
        return new Analysis(store, shelf, options, sink, key, path, files, loose, fingerprint);
    }

    private Analysis together(List<Unit> units) {
        Unit all = Unit.together(units);
        return analysis(all.key(), all.path(), all.files(), all.loose());
    }

    private void run(Watch.Phase phase, List<Analysis> all) throws IOException {
        List<Analysis> toDo = all.stream()
                .filter(a -> options.force() || !a.isDone(options.timeLimit().toSeconds()))
                .toList();
        watch.phase(phase, toDo.size(), all.size() - toDo.size());
        Workers.run(toDo, options.jobs(), options.timeLimit(), watch);
    }

    private List<Done.Host> hosts(String key) throws IOException {
        Done done = store.done(key);
        if (done == null) {
            throw new IOException("what was just written to " + options.folder() + " is gone");
        }
        return done.hosts();
    }

    private record Row(String host, Analysis analysis, int number) {}

    private Result settle(Discovery.Found found, PathList paths, List<Analysis> all, List<Analysis> last)
            throws IOException {
        List<Row> rows = new ArrayList<>();
        List<String> strangers = new ArrayList<>();
        Set<String> worst = new HashSet<>();
        boolean harmed = !found.skipped().isEmpty() || !paths.skipped().isEmpty();
        for (Analysis analysis : last) {
            List<Done.Host> hosts = hosts(analysis.key());
            for (int i = 0; i < hosts.size(); i++) {
                Done.Host host = hosts.get(i);
                if (host.speaks()) {
                    rows.add(new Row(host.name(), analysis, i));
                } else {
                    strangers.add(analysis.path());
                }
                harmed |= host.harmed();
                String severity = host.worst();
                if (severity != null) {
                    worst.add(severity);
                }
            }
        }
        rows.sort(Comparator.comparing((Row r) -> r.analysis.path()).thenComparing(Row::number));
        FileNames names = new FileNames();
        List<Entry> entries = new ArrayList<>();
        rows.forEach(r -> entries.add(new Entry(names.of(r.host), r.analysis.key(), r.number)));
        entries.sort(Comparator.comparing(Entry::name));
        shelf.settle(entries);
        Set<String> keys = new HashSet<>();
        all.forEach(a -> keys.add(a.key()));
        store.retain(keys);
        List<Skipped> skipped = Stream.concat(paths.skipped().stream(), found.skipped().stream())
                .toList();
        return new Result(
                new DigestsAhead(store, entries, options.jobs()),
                skipped,
                List.copyOf(strangers),
                found.opened(),
                harmed,
                worst);
    }

    /**
     * Puts a file of the batch into its place, whole or not at all.
     *
     * @param name within the batch's folder
     */
    public void write(String name, Text text) throws IOException {
        Draft draft = new Draft(store);
        try (Writer out = draft.writer()) {
            text.write(out);
        }
        draft.put(options.folder().resolve(name));
        Store.force(options.folder());
    }

    /** What is written. */
    @FunctionalInterface
    public interface Text {
        /** Writes it, and leaves the writer open. */
        void write(Writer out) throws IOException;
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}

package org.sockmortem.postmortem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.sockmortem.source.PartedVisitor;
import org.sockmortem.source.RotatedName;
import org.sockmortem.source.Skipped;
import org.sockmortem.source.Source;

/** Reads every source as what it is, and keeps what it says with the tree that it lies in. Mutable, for one run. */
final class Gathering implements PartedVisitor<Gathering> {
    /** The kernel's own files, thousands of them in an archive: what is not known by its name there is no log, except for what the kernel kept of a crash. */
    private static final Pattern KERNEL_FILES = Pattern.compile("(?:.*/)?(?:proc|sys)/(?!fs/pstore/|kmsg).+");

    private final ParserPool parsers;
    private final Map<String, TreeFindings> trees = new TreeMap<>();
    private final List<LogOutcome> outcomes = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private long leftOut;

    Gathering(ParserPool parsers) {
        this.parsers = parsers;
    }

    @Override
    public void source(Source source) {
        TreeFindings tree = trees.computeIfAbsent(source.tree(), TreeFindings::new);
        if (CapturedFile.reads(source.name())) {
            CapturedFile.read(source, tree);
        } else if (KERNEL_FILES.matcher(source.name()).matches()) {
            leftOut++;
        } else {
            LogOutcome outcome = new LogReading(source, parsers).read();
            outcomes.add(outcome);
            tree.logs().add(outcome);
        }
    }

    @Override
    public Gathering part() {
        return new Gathering(parsers);
    }

    @Override
    public void take(Gathering part) {
        part.trees.forEach((name, findings) -> trees.merge(name, findings, TreeFindings::and));
        outcomes.addAll(part.outcomes);
        skipped.addAll(part.skipped);
        leftOut += part.leftOut;
    }

    @Override
    public void skipped(Skipped what) {
        skipped.add(what);
    }

    Collection<TreeFindings> trees() {
        return trees.values();
    }

    /** Every log, rotations of one file in the order in which they were written. */
    List<LogOutcome> outcomes() {
        outcomes.sort(Comparator.comparing(o -> o.source().path(), RotatedName.OLDEST_FIRST));
        CrashPart.sort(outcomes);
        return outcomes;
    }

    /** What could not be read, by path. */
    List<Skipped> skipped() {
        skipped.sort(Comparator.comparing(Skipped::path).thenComparing(Skipped::problem));
        return skipped;
    }

    /** How many files were not read, since what lies in such a place is no log. */
    long leftOut() {
        return leftOut;
    }
}

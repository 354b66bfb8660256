package org.sockmortem.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockmortem.diagnosis.catalogue.Catalogue;
import org.sockmortem.diagnosis.catalogue.Quantity;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Burst;

/** The host had as many open files as {@code fs.file-max} allows, told by {@code VFS: file-max limit N reached} (alloc_empty_file(), fs/file_table.c). */
final class FileHandlesExhausted implements Rule {
    private static final String MAX = "fs.file-max";

    /** Open files, free ones, and the limit: proc_nr_files(), fs/file_table.c. */
    private static final String NR = "fs.file-nr";

    /** With all but one of so many parts used, the rest is soon used too. */
    private static final long PARTS = 10;

    private static final Pattern LIMIT = Pattern.compile("file-max limit (\\d{1,18}) reached");

    @Override
    public String cause() {
        return "file-handles-exhausted";
    }

    @Override
    public List<Finding> examine(Case c) {
        List<Burst> bursts = c.bursts(Signal.FILES_FILE_MAX);
        if (bursts.isEmpty()) {
            return silent(c).stream().toList();
        }
        Draft draft = new Draft(cause(), bursts, MAX).said("files.line").because(null, "files.latched");
        Optional<Known> captured = Known.sysctl(c, MAX);
        OptionalLong told = bursts.stream()
                .flatMap(b -> b.evidence().stream())
                .map(e -> LIMIT.matcher(e.text()))
                .filter(Matcher::find)
                .mapToLong(m -> Long.parseLong(m.group(1)))
                .max();
        captured.ifPresent(k -> draft.limit(MAX, captured));
        Configuration.describe(draft, c, MAX);
        Known.sysctl(c, NR, 0, 3).ifPresent(k -> {
            draft.because(k.ref(), "files.open", k.value());
            CaptureTime.describe(draft, k);
        });
        Containers.describe(draft, c);
        advise(draft, c, told, captured);
        draft.missing("files.who.missing")
                .action(Remedy.Kind.APPLICATION, "files.application")
                .action(Remedy.Kind.COLLECT, "files.collect");
        Containers.advise(draft, c);
        return List.of(draft.action(Remedy.Kind.COLLECT, "files.watch")
                .avoid("files.not.ulimit")
                .finding(Severity.CRITICAL, Verdict.CONFIRMED));
    }

    /** The line comes only at a new highest count, so a table that is full again says nothing. What the kernel counts tells of its own moment. */
    private static Optional<Finding> silent(Case c) {
        Optional<Known> open = Known.sysctl(c, NR, 0, 3);
        Optional<Known> limit = Known.sysctl(c, NR, 2, 3);
        // Where systemd has lifted the limit, it is the largest of all numbers, and none that can be reached.
        if (open.isEmpty() || limit.isEmpty() || limit.get().value() <= 0) {
            return Optional.empty();
        }
        long used = open.get().value();
        long most = limit.get().value();
        if (used < most / PARTS * (PARTS - 1)) {
            return Optional.empty();
        }
        boolean full = used >= most;
        Draft draft = new Draft("file-handles-exhausted", List.of(), MAX)
                .because(open.get().ref(), full ? "files.full" : "files.near", used, most)
                .because(null, "files.latched");
        Configuration.describe(draft, c, MAX);
        Containers.describe(draft, c);
        if (!full) {
            draft.decide("files.near.decide");
        }
        draft.missing("files.who.missing").action(Remedy.Kind.APPLICATION, "files.application");
        if (full) {
            raise(draft, c, most);
        }
        draft.action(Remedy.Kind.COLLECT, "files.collect").action(Remedy.Kind.COLLECT, "files.watch");
        Containers.advise(draft, c);
        return Optional.of(draft.avoid("files.not.ulimit")
                .finding(full ? Severity.WARNING : Severity.INFO, full ? Verdict.CONFIRMED : Verdict.POSSIBLE));
    }

    /** Back to the kernel's own choice, where memory tells it and the limit is far below; else twice as high. */
    private static void raise(Draft draft, Case c, long limit) {
        long twice = Quantity.times(limit, 2);
        long own = Catalogue.find(MAX)
                .flatMap(s -> s.defaultOn(c.machine()))
                .map(d -> d[0])
                .orElse(0L);
        if (own > twice) {
            draft.set(MAX, own, "files.restore", MAX, limit, own);
        } else {
            draft.set(MAX, twice, "files.raise", MAX, limit, twice);
        }
    }

    private static void advise(Draft draft, Case c, OptionalLong told, Optional<Known> captured) {
        if (told.isEmpty()) {
            draft.twice(MAX, captured, "files.raise", "limit.read-first");
        } else if (captured.isPresent() && captured.get().value() > told.getAsLong()) {
            draft.because(
                    captured.get().ref(),
                    "files.raised-since",
                    told.getAsLong(),
                    captured.get().value());
        } else {
            // The line names the limit of its own moment.
            raise(draft, c, told.getAsLong());
        }
    }
}

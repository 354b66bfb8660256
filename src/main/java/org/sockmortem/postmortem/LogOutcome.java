package org.sockmortem.postmortem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockmortem.join.Log;
import org.sockmortem.join.Tape;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.parse.Stamp;
import org.sockmortem.scan.ScanSummary;
import org.sockmortem.snapshot.Reading;
import org.sockmortem.source.RotatedName;
import org.sockmortem.source.Source;

/**
 * What came of reading one log.
 *
 * @param source which
 * @param tapes what it says of each host that it names
 * @param nameless what it says of a host that it does not name, or {@code null}
 * @param given the name that its host was given as it started, where no line names it, or {@code null}
 * @param format of its lines
 * @param clock whose clock its stamps are of
 * @param summary what the scanner saw
 * @param recognised lines that the grammar knows
 * @param unrecognised candidates that it does not
 * @param first stamp of its first line
 * @param last stamp of its last line
 * @param copiedFrom the path that stands before its last line, as grep puts it there, or {@code null}
 * @param pasted captured state that somebody pasted beside the lines
 * @param part of a crash's dump that it is, or {@code null}
 * @param problem one sentence where it could not be read to its end
 */
record LogOutcome(
        Source source,
        Map<String, Tape> tapes,
        @Nullable Tape nameless,
        @Nullable String given,
        LogFormat format,
        Log.Clock clock,
        ScanSummary summary,
        long recognised,
        long unrecognised,
        Stamp first,
        Stamp last,
        @Nullable String copiedFrom,
        List<Reading> pasted,
        @Nullable CrashPart part,
        @Nullable String problem) {
    /**
     * Where the ring buffer of a boot lies that had ended: kdump's and the firmware's store of a crash, what distributions keep of older
     * boots ({@code dmesg.0}, {@code dmesg.old}), and sosreport's {@code journalctl --boot -1}.
     */
    private static final Pattern ENDED_BOOT = Pattern.compile("(?:.*/)?(?:vmcore-dmesg[^/]*|kexec-dmesg[^/]*|"
            + "(?:crash|pstore)/.*|dmesg(?:-ramoops|-efi|-erst|-nvram|-pstore)[^/]*|console-ramoops[^/]*|"
            + "dmesg[.](?:\\d+|old)(?:[.][a-z0-9]+)?|[^/]*--?b(?:oot)?[_= ]?-\\d+[^/]*)");

    /** The hosts that it names. */
    List<String> hosts() {
        return new ArrayList<>(tapes.keySet());
    }

    /** What it says of one host, as a log. */
    Log log(Tape tape) {
        return new Log(
                tape,
                part == null ? RotatedName.familyOf(source.name()) : part.dump(),
                first,
                last,
                closedOn(),
                writtenOn(),
                clock,
                kept());
    }

    private Log.Kept kept() {
        if (part != null) {
            return Log.Kept.PART_OF_ENDED;
        }
        return ENDED_BOOT.matcher(source.name()).matches() ? Log.Kept.OF_ENDED : Log.Kept.USUAL;
    }

    /** The day in its rotated name, or in the path under which a central server keeps it; of lines that were copied, in their file's. */
    private @Nullable LocalDate closedOn() {
        String name = copiedFrom == null ? source.name() : copiedFrom;
        LocalDate rotated = RotatedName.dateOf(name);
        return rotated != null ? rotated : DatedPath.dayOf(name, last);
    }

    /** By the archive or the compression: the disk's own time is that of the copy that lies here. */
    private @Nullable LocalDate writtenOn() {
        Instant written = source.isBoxed() || !source.facts().compression().equals("none")
                ? source.facts().modified()
                : null;
        return written == null || written.getEpochSecond() <= 0 ? null : LocalDate.ofInstant(written, ZoneOffset.UTC);
    }

    /** Whether it is a log at all: a line of it has a stamp, or says something that kernels say. */
    boolean isLog() {
        return recognised + unrecognised > 0 || nameless != null || !first.isNone() || !last.isNone();
    }
}

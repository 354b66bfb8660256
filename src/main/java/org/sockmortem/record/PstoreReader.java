package org.sockmortem.record;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockmortem.parse.Parsed;

/**
 * What pstore kept of the buffer at a crash (fs/pstore/platform.c pstore_dump()): parts, the first of which has the newest lines. The
 * parts of one dump are put back into their order; the lines themselves carry the kernel's stamps.
 */
final class PstoreReader extends ByLines {
    // kmsg_dump_reason_str() in printk.c, and the names of older kernels
    private static final Pattern PART = Pattern.compile(
            "(Panic|Oops|Emergency|Restart|Shutdown|Halt|Poweroff|Kexec|MCE|Unknown)#([0-9]{1,9}) Part([0-9]{1,9})");
    // ramoops_write_kmsg_hdr() in ram.c; older kernels say neither D nor C
    private static final Pattern RAMOOPS = Pattern.compile("====[0-9]{1,12}\\.[0-9]{1,9}(?:-[CD])?");

    private record Line(String text, long number) {}

    private record Part(long number, List<Line> lines) {}

    private final List<Part> parts = new ArrayList<>();
    private String dump = "";
    private long kept;

    /** Whether these are the first lines of a dump. */
    static boolean fits(List<String> head) {
        int first = !head.isEmpty() && RAMOOPS.matcher(head.get(0)).matches() ? 1 : 0;
        return head.size() > first && PART.matcher(head.get(first)).matches();
    }

    @Override
    Lines lines(InputStream in) {
        return Lines.endingAtNulToo(in);
    }

    @Override
    void line(String text, long number, Tally tally) {
        Matcher part = PART.matcher(text.length() > 60 ? "" : text);
        if (part.matches()) {
            begin(Times.group(part, 1) + Times.group(part, 2), Times.count(part.group(3)), tally);
        } else if (!text.isEmpty() && !RAMOOPS.matcher(text).matches()) {
            keep(new Line(text, number), tally);
        }
    }

    private void begin(String name, long number, Tally tally) {
        // the same part again is another copy of the dump, not a piece of this one
        if (!name.equals(dump) || parts.stream().anyMatch(p -> p.number() == number)) {
            end(tally);
        }
        dump = name;
        parts.add(new Part(number, new ArrayList<>()));
    }

    private void keep(Line line, Tally tally) {
        kept += line.text().length();
        if (parts.isEmpty()) {
            tally.record(Parsed.Header.NONE, line.text(), line.number());
        } else if (kept > LIMIT) {
            // no store is that large: what follows is given as it comes
            end(tally);
            tally.record(Parsed.Header.NONE, line.text(), line.number());
        } else {
            parts.get(parts.size() - 1).lines().add(line);
        }
    }

    @Override
    void end(Tally tally) {
        parts.sort(Comparator.comparingLong(Part::number).reversed());
        for (Part part : parts) {
            for (Line line : part.lines()) {
                tally.record(Parsed.Header.NONE, line.text(), line.number());
            }
        }
        parts.clear();
        kept = 0;
    }
}

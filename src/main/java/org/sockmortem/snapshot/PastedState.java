package org.sockmortem.snapshot;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;

/**
 * Captured state in the middle of another text, as a ticket has it: {@code cat /proc/net/sockstat} between two excerpts of a log. Only what cannot be meant otherwise is read: lines whose form
 * is the kernel's own, and the output of a command that the text names. What somebody proposes to set is not state.
 *
 * <p>Mutable, for one text.
 */
public final class PastedState {
    private static final Pattern QUOTED = Pattern.compile("(?:>\\s?)++");

    private static final Pattern LOGGED = Pattern.compile(
            "\\s*+(?:\\d++:?\\s++)?(?:<\\d{1,3}>)?(?:\\[[ \\d.T:+-]{6,40}]|\\[[A-Z][a-z]{2} [A-Z][a-z]{2} "
                    + "[ \\d]\\d \\d\\d:\\d\\d:\\d\\d \\d{4}]"
                    + "|[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d |\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d\\S* \\S).*+");

    /** The one line of sockstat that is of TCP, as sockstat_seq_show() in net/ipv4/proc.c prints it. */
    private static final Pattern SOCKSTAT = Pattern.compile("TCP: inuse \\d+ orphan \\d+ tw \\d+ alloc \\d+ mem \\d+");

    private static final Pattern MEMORY = Pattern.compile("Mem(?:Total|Free|Available):\\s+\\d+ kB");
    private static final Pattern VALUE_OF_FILE = Pattern.compile("(/proc/sys/[\\w./-]+):(\\d[\\d\\s]*+)");
    private static final Pattern NUMBERS = Pattern.compile("-?\\d{1,18}(?:\\s+-?\\d{1,18}){0,3}");

    /** {@code 12034 CLOSE-WAIT}, {@code CLOSE_WAIT 12034}: rows of ss or netstat that somebody had counted. */
    private static final Pattern COUNTED =
            Pattern.compile("(?:(\\d{1,12})\\s+([A-Z][A-Z0-9_-]+)|([A-Z][A-Z0-9_-]+)[\\s:=]+(\\d{1,12}))");

    private static final Pattern DATE = Pattern.compile(
            "\\p{L}{2,4} \\p{L}{3,4} +\\d{1,2} \\d\\d:\\d\\d:\\d\\d (?:[AP]M )?\\S{1,6} \\d{4}|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\S*");
    private static final long CAPTURE_MICROS = 120_000_000;

    private final String path;
    private final Set<Reading> found = new LinkedHashSet<>();
    private final PastedSettings settings;
    private final Collected plain;
    private final List<LineReader> always;
    private final List<String> files = new ArrayList<>();
    private final Map<SocketState, Reading> counted = new LinkedHashMap<>();
    private Map<LineReader, Collected> section = Map.of();
    private boolean begun;
    private boolean whole = true;
    private int taken;
    private String margin = "";
    private @Nullable PastedCommand current;
    private @Nullable Moment date;

    private PastedState(String path) {
        this.path = path;
        settings = new PastedSettings(path);
        plain = new Collected(path);
        always = List.of(new Counters(plain), new NetstatSummary(plain), new SocketSummary(plain));
    }

    /**
     * The readings of a text that holds one of the {@link StateSigns}; without any it is long to read, and holds none.
     *
     * @param text lines
     * @param path how it is cited
     * @param before lines that stand before it in what is cited
     */
    public static List<Reading> read(String text, String path, long before) {
        PastedState state = new PastedState(path);
        long number = before;
        for (String line : text.split("\r\n|\n|\r", -1)) {
            state.line(line, ++number);
        }
        state.close();
        return List.copyOf(state.found);
    }

    private void line(String raw, long number) {
        Matcher quote = QUOTED.matcher(raw);
        String line = undented(quote.lookingAt() ? raw.substring(quote.end()) : raw);
        if (line.isBlank()) {
            if (begun) {
                close();
            }
        } else if (LOGGED.matcher(line).matches()) {
            close();
        } else if (DATE.matcher(line.strip()).matches() && WallClock.of(line) != null) {
            PastedCommand again = current;
            close();
            date = moment(WallClock.of(line));
            if (again != null) {
                // a loop that prints the date before each sample
                open(again);
            }
        } else {
            PastedCommand command = PastedCommand.of(line).orElse(null);
            if (command != null && !VALUE_OF_FILE.matcher(line.strip()).matches()) {
                close();
                open(command);
            } else {
                output(line, number);
            }
        }
    }

    /** Without the margin that a quoted block as a whole has. */
    private String undented(String line) {
        if (!begun && current == null) {
            margin = line.substring(0, line.length() - line.stripLeading().length());
        }
        return line.startsWith(margin) ? line.substring(margin.length()) : line;
    }

    private void open(PastedCommand command) {
        current = command;
        section = command.readers();
        files.addAll(command.files());
        settings.begin(command.settings());
    }

    private void output(String line, long number) {
        begun = true;
        if (settings.line(line, number)) {
            return;
        }
        endSettings();
        String text = line.strip();
        if (!files.isEmpty()) {
            if (NUMBERS.matcher(text).matches()) {
                add(new Reading(
                        SysctlName.dotted(files.remove(0).substring("/proc/sys/".length())),
                        SysctlReader.fold(text),
                        Reading.State.KNOWN,
                        path,
                        number));
                return;
            }
            files.clear();
        }
        whole &= !text.matches("\\[?[(<]?(?:\\.\\.\\.|…|snip).{0,20}");
        section.keySet().forEach(r -> r.line(line, number));
        plain(line, text, number);
    }

    /** Forms that say by themselves what they are. */
    private void plain(String line, String text, long number) {
        always.forEach(r -> r.line(line, number));
        if (SOCKSTAT.matcher(text).matches()) {
            new Gauges(plain).line(text, number);
        } else if (MEMORY.matcher(text).matches()) {
            new MemorySizes(plain).line(text, number);
        }
        Matcher file = VALUE_OF_FILE.matcher(text);
        if (file.matches()) {
            plain.known(
                    SysctlName.dotted(file.group(1).substring("/proc/sys/".length())),
                    SysctlReader.fold(file.group(2)),
                    number);
        }
        Matcher count = COUNTED.matcher(text);
        SocketState state =
                count.matches() ? SocketState.of(count.group(2) == null ? count.group(3) : count.group(2)) : null;
        if (state == null) {
            endCounts();
        } else {
            String many = count.group(1) == null ? count.group(4) : count.group(1);
            counted.put(state, new Reading("ss.state." + state.id(), many, Reading.State.KNOWN, path, number));
        }
        keep();
    }

    /** One such line may be prose; several states, or a single one below a command, are a count. */
    private void endCounts() {
        if (counted.size() > 1) {
            counted.values().forEach(this::add);
        }
        counted.clear();
    }

    private void endSettings() {
        settings.end().forEach(this::add);
    }

    private void endBlock() {
        endSettings();
        endCounts();
    }

    private void close() {
        endBlock();
        section.keySet().forEach(r -> r.end(whole));
        new LinkedHashSet<>(section.values())
                .forEach(c ->
                        c.readings().forEach(r -> add(new Reading(r.name(), r.value(), r.state(), path, r.line()))));
        keep();
        current = null;
        section = Map.of();
        settings.begin(false);
        files.clear();
        whole = true;
        begun = false;
    }

    /** What the forms of their own have found since. */
    private void keep() {
        List<Reading> all = plain.readings();
        for (; taken < all.size(); taken++) {
            Reading reading = all.get(taken);
            boolean counter = reading.name().startsWith("netstat.");
            if (!counter || reading.name().matches("netstat[.](?:Tcp|TcpExt)[.].*")) {
                add(reading);
            }
        }
    }

    private void add(Reading reading) {
        if (reading.state() == Reading.State.KNOWN) {
            found.add(reading.takenAt(date));
        }
    }

    private static @Nullable Moment moment(@Nullable WallClock clock) {
        return clock == null
                ? null
                : new Moment(
                        clock.local(),
                        true,
                        clock.offset(),
                        null,
                        CAPTURE_MICROS,
                        clock.local().toEpochSecond(ZoneOffset.UTC) * 1_000_000);
    }
}

package org.sockmortem.snapshot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a pasted text that asks a host for its state: a command behind a prompt, or one that stands for itself above its output.
 *
 * @param asked readers of what it prints, each with the file or command that it is known by
 * @param files below {@code /proc/sys} whose values it prints, one a line, in this order
 * @param settings whether it prints {@code name = value} as the kernel has it
 * @param filtered whether lines may have been kept back
 */
record PastedCommand(Map<SnapshotReader, String> asked, List<String> files, boolean settings, boolean filtered) {
    private static final Pattern PROMPT = Pattern.compile("\\s*+(?:\\([\\w.-]{1,32}\\) )?+"
            + "(?:\\[[\\w.-]{1,32}@[^\\]]{1,120}\\]\\s?[#$%]\\s*|[\\w.-]{1,32}@[\\w.-]{1,64}:[^#$%]{0,120}[#$%]\\s*"
            + "|[\\w.-]{1,64}:[~/][^ #$>]{0,120} ?[#$>]\\s+|[\\w.-]{0,64}[#$%]\\s+)(\\S.*)");

    /** What people put around a command that they name above its output. */
    private static final Pattern AROUND =
            Pattern.compile("^[\\s=*#<>`\"'+-]*+(?:[Oo]utput of |[Rr]esult of )?[`\"']?|[\\s:=*#<>`\"'+]*+$");

    private static final Pattern SHOWS_FILES = Pattern.compile("(?:cat|head|tail|more|less|[ef]?grep)");
    private static final Pattern CHANGES = Pattern.compile("-w|--write|-p\\S*|--load\\S*|--system|.*=.*");
    private static final Pattern NAME = Pattern.compile("(?:abi|fs|kernel|net|vm)[./][\\w./-]+");
    private static final Pattern LEADING =
            Pattern.compile("(?:sudo|time|watch|env|LC_ALL=C|LANG=C|-n\\s?\\d+(?=\\s)|-d(?=\\s))\\s+");

    /** What is read of a paste: forms that no prose resembles. */
    private static final Set<SnapshotReader> READ = EnumSet.of(
            SnapshotReader.SYSCTL_ALL,
            SnapshotReader.SOCKSTAT,
            SnapshotReader.NETSTAT,
            SnapshotReader.SOCKETS,
            SnapshotReader.PROTOCOLS,
            SnapshotReader.MEMINFO,
            SnapshotReader.FREE,
            SnapshotReader.KERNEL,
            SnapshotReader.PAGE_SIZE,
            SnapshotReader.UPTIME,
            SnapshotReader.NEIGHBOUR_STATISTICS,
            SnapshotReader.CONNTRACK_STATISTICS);

    /** Copies the collections. */
    PastedCommand {
        asked = Collections.unmodifiableMap(new TreeMap<>(asked));
        files = List.copyOf(files);
    }

    /** The command of a line; empty where the line is none. */
    static Optional<PastedCommand> of(String line) {
        if (line.length() > 500) {
            return Optional.empty();
        }
        Matcher prompt = PROMPT.matcher(line);
        if (prompt.matches()) {
            return Optional.of(parsed(prompt.group(1)));
        }
        String bare = AROUND.matcher(line).replaceAll("");
        return bare.indexOf(' ') > 0 || bare.startsWith("/proc/") ? ofItself(bare) : Optional.empty();
    }

    /** Without a prompt only what cannot be meant otherwise is a command. */
    private static Optional<PastedCommand> ofItself(String text) {
        PastedCommand command = parsed(text.startsWith("/proc/") && text.indexOf(' ') < 0 ? "cat " + text : text);
        boolean certain = command.settings || !command.files.isEmpty() || !command.asked.isEmpty();
        return certain ? Optional.of(command) : Optional.empty();
    }

    private static PastedCommand parsed(String text) {
        Map<SnapshotReader, String> asked = new EnumMap<>(SnapshotReader.class);
        List<String> files = new ArrayList<>();
        boolean settings = false;
        boolean filtered = false;
        for (String part : text.split("[;&]+", -1)) {
            String[] pipe = part.split("[|]", -1);
            filtered |= pipe.length > 1;
            String command = LEADING.matcher(
                            pipe[0].replaceAll("\\s*[0-9]?>{1,2}\\s*\\S+", "").strip())
                    .replaceAll("");
            List<String> words = List.of(command.split("\\s+", -1));
            String program = words.get(0).substring(words.get(0).lastIndexOf('/') + 1);
            List<String> arguments = words.subList(1, words.size());
            if (program.equals("sysctl")) {
                settings |= isQuestion(arguments);
            } else if (SHOWS_FILES.matcher(program).matches()) {
                for (String file : arguments) {
                    if (file.startsWith("/proc/sys/") && !file.contains("*")) {
                        files.add(file);
                    } else if (file.startsWith("/proc/")) {
                        reader(file).ifPresent(r -> asked.put(r, file));
                    }
                }
            } else {
                String whole = program + command.substring(words.get(0).length());
                reader(whole).ifPresent(r -> asked.put(r, whole));
            }
        }
        return new PastedCommand(asked, files, settings, filtered);
    }

    /** {@code sysctl -a}, {@code sysctl net.ipv4.tcp_mem}: not what writes, for that tells what somebody wanted. */
    private static boolean isQuestion(List<String> arguments) {
        return arguments.stream().noneMatch(a -> CHANGES.matcher(a).matches())
                && arguments.stream()
                        .anyMatch(a ->
                                a.matches("-[aA]\\w*|--all") || NAME.matcher(a).matches());
    }

    private static Optional<SnapshotReader> reader(String fileOrCommand) {
        return SnapshotReader.of(fileOrCommand).filter(READ::contains);
    }

    /** Fresh readers of what follows, each with what it collects into. */
    Map<LineReader, Collected> readers() {
        Map<LineReader, Collected> all = new LinkedHashMap<>();
        asked.forEach((reader, known) -> {
            Collected into = new Collected(known);
            boolean counts = reader == SnapshotReader.SOCKETS || reader == SnapshotReader.NETSTAT;
            // A filter keeps lines back, and what is counted by rows is then worth nothing.
            List<LineReader> each = filtered && counts
                    ? List.of(new Counters(into), new NetstatSummary(into), new SocketSummary(into))
                    : reader.readers(into);
            each.forEach(r -> all.put(r, into));
        });
        return all;
    }
}

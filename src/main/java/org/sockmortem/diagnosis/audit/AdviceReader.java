package org.sockmortem.diagnosis.audit;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockmortem.diagnosis.catalogue.Catalogue;
import org.sockmortem.snapshot.BoundedLines;
import org.sockmortem.snapshot.Reading;
import org.sockmortem.snapshot.SysctlName;
import org.sockmortem.snapshot.SysctlReader;

/**
 * Finds settings in any text: {@code a.b = v} in a sysctl file or in the middle of prose, {@code sysctl -w a.b="1 2 3"}, {@code echo v > /proc/sys/a/b}, {@code a.b: v} and
 * {@code name: a.b} with {@code value: v} in YAML, {@code | a.b | v |} in a table, "set a.b to v"; in Markdown or mail quotes. No text makes it fail, and none makes it slow: what repeats is possessive.
 */
final class AdviceReader {
    /** The folders of /proc/sys: what begins otherwise is some program's property. */
    private static final Set<String> ROOTS =
            Set.of("abi", "crypto", "debug", "dev", "fs", "kernel", "net", "sunrpc", "user", "vm");

    private static final String NUMBERS = "-?\\d++(?:[ \\t]++-?\\d++(?![.]*+\\w))*+(?![.]*+\\w|,\\d)";
    private static final Pattern ASSIGNMENT = Pattern.compile("(?<![\\w./-])([A-Za-z]\\w*+(?:[./][\\w*-]++)*+)"
            + "[`*\"'\\]]*+[ \\t]*+(?<![!<>=])=(?![=>])[ \\t]*+[`*]*+(?:\"([^\"]*+)\"|'([^']*+)'|(" + NUMBERS
            + ")|([^\\s`\"'*)<|]++))");
    /** "a.b to 4096", "a.b from 128 to 4096", "a.b: 4096", "a.b | 4096", "a.b 4096"; what the text says it is ("a.b is 128") is no advice. */
    private static final Pattern PROSE = Pattern.compile("(?<![\\w./-])([A-Za-z]\\w*+(?:[./][\\w*-]++)*+)[`*\"']*+"
            + "(?:[ \\t]*+[:|][ \\t]*+|[ \\t]++(?:from[ \\t]++[`\"']*+\\d[\\d \\t]*+[`\"']*+[ \\t]*+to[ \\t]++|(?:to|at|as)[ \\t]++)?+)"
            + "[`*\"']*+(" + NUMBERS + ")");

    /** {@code name=a.b value=1}, {@code 'a.b': value => '1'}, {@code {"name": "a.b", "value": "1"}} on one line. */
    private static final Pattern VALUE = Pattern.compile(
            "(?<![\\w./-])([A-Za-z]\\w*+(?:[./][\\w*-]++)++)[\"']?+[ \\t,:;]*+[\"']?+value[\"']?+[ \\t]*+(?:=>?|:)[ \\t]*+[\"']?+("
                    + NUMBERS + ")");

    private static final Pattern ECHO =
            Pattern.compile("\\b(?:echo|printf)\\s++(?:-n\\s++)?+[\"']?+([^\"'|>]*+)[\"']?+\\s*+"
                    + "(?:\\|\\s*+(?:sudo\\s++)?+tee\\s++(?:-a\\s++)?+|>{1,2}+\\s*+)[\"']?+(/proc/sys/[\\w./*-]++)");

    /** Quoting in a mail; what a listing or sysctl.d, where a failure is to be passed over, puts before a name. */
    private static final Pattern QUOTE_MARKS = Pattern.compile("^[>\\s]*+(?:[-+](?=[a-z]{2,12}[./]))?+");

    /** {@code /proc/sys/a/b: 1}, as a page or grep has it. */
    private static final Pattern FILE =
            Pattern.compile("(/proc/sys/[\\w./-]++)[ \\t]*+[:=][ \\t]*+[\"']?+(" + NUMBERS + ")");

    private static final Pattern COMMENT = Pattern.compile("[#;](?!\\s*+(?:sudo\\s++)?+(?:sysctl\\s|echo\\s)).*+");

    private AdviceReader() {}

    /** The settings of a text, in its order; those that the text itself says are unreadable or absent have no value. */
    static List<Reading> read(InputStream in, String path) throws IOException {
        BoundedLines lines = new BoundedLines(in);
        NamedValue pair = new NamedValue();
        List<Reading> found = new ArrayList<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            String text = QUOTE_MARKS.matcher(plain(line)).replaceFirst("");
            // "# sysctl -w …" is a prompt of root, "# a.b = 1" a comment.
            if (!COMMENT.matcher(text).matches()) {
                found.addAll(settings(text, path, lines.line()));
                pair.line(text).ifPresent(p -> {
                    if (isSysctl(p.name())) {
                        found.add(known(p.name(), p.value(), path, lines.line()));
                    }
                });
            }
        }
        return found;
    }

    private static List<Reading> settings(String text, String path, long line) {
        Reading message = SysctlReader.message(text, path, line);
        if (message != null) {
            return List.of(message);
        }
        record Place(int at, Reading reading) {}
        List<Place> places = new ArrayList<>();
        Matcher echo = ECHO.matcher(text);
        while (echo.find()) {
            places.add(new Place(echo.start(), known(echo.group(2), echo.group(1), path, line)));
        }
        Matcher file = FILE.matcher(text);
        while (file.find()) {
            places.add(new Place(file.start(), known(file.group(1), file.group(2), path, line)));
        }
        Matcher assignment = ASSIGNMENT.matcher(text);
        while (assignment.find()) {
            String name = assignment.group(1);
            if (isSysctl(name)) {
                places.add(new Place(assignment.start(), known(name, value(assignment), path, line)));
            }
        }
        Matcher value = VALUE.matcher(text);
        while (value.find()) {
            if (isSysctl(value.group(1))) {
                places.add(new Place(value.start(), known(value.group(1), value.group(2), path, line)));
            }
        }
        Matcher prose = PROSE.matcher(text);
        while (prose.find()) {
            int at = prose.start();
            boolean named = prose.group(1).indexOf('_') >= 0 || prose.group(1).indexOf('.') >= 0;
            boolean taken = places.stream().anyMatch(p -> p.at() == at);
            boolean port = text.startsWith(":", prose.end(1))
                    && !text.startsWith(": ", prose.end(1))
                    && Catalogue.find(prose.group(1)).isEmpty();
            if (named && !taken && !port && isSysctl(prose.group(1))) {
                places.add(new Place(at, known(prose.group(1), prose.group(2), path, line)));
            }
        }
        return places.stream()
                .sorted(Comparator.comparingInt(Place::at))
                .map(Place::reading)
                .toList();
    }

    /** Without what pages and word processors make of quotes, blanks and brackets. */
    private static String plain(String line) {
        if (line.chars().allMatch(c -> c < 0x80 && c != '&')) {
            return line;
        }
        return line.replaceAll("[\u201C\u201D\u201E\u00AB\u00BB]|&quot;|&#34;", "\"")
                .replaceAll("[\u2018\u2019]|&#39;", "'")
                .replaceAll("&gt;|\uFF1E", ">")
                .replaceAll("[\u00A0\u3000]|&nbsp;", " ")
                .replace('\uFF1D', '=')
                .replace('\uFF1A', ':');
    }

    private static boolean isSysctl(String name) {
        int end = Math.max(name.indexOf('.'), name.indexOf('/'));
        String root = name.replaceFirst("[./].*", "");
        return (end > 0 && ROOTS.contains(root)) || Catalogue.find(name).isPresent();
    }

    private static String value(Matcher assignment) {
        for (int group = 2; group <= 4; group++) {
            @Nullable String value = assignment.group(group);
            if (value != null) {
                return value;
            }
        }
        // The end of a sentence is no part of a word.
        return assignment.group(5).replaceFirst("[.,;:]++$", "");
    }

    private static Reading known(String name, String value, String path, long line) {
        return new Reading(SysctlName.dotted(name), SysctlReader.fold(value), Reading.State.KNOWN, path, line);
    }
}

package org.sockmortem.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What tools and people put before a line, one layer at a time: a path and a number, a capturing tool's clock, the name of a host or of
 * a container, a speaker, the cells of a table. Whether a layer is one shows when what is below it is a line of a log that carries its
 * own stamp; a text alone is not believed below a layer, for then it may be a program's that speaks of the kernel.
 *
 * @param rest what is below
 * @param path the path of the file, or {@code null}
 * @param line the number of the line in it, or 0
 * @param host the host that the layer names, or {@code null}
 * @param stamp the layer's own moment, or {@code null}
 */
record Peel(
        String rest,
        @Nullable String path,
        long line,
        @Nullable String host,
        @Nullable WallStamp stamp) {
    private static final int CELLS = 8;
    private static final int COLONS = 16;
    private static final int LONGEST_PREFIX = 300;

    /** {@code * } {@code - } {@code + } {@code // } of lists and comments, {@code AK> } of mails, a box's border. */
    private static final Pattern MARK =
            Pattern.compile("\\s*(?:[*+\u2022\u2502\u2503\u2551-]|//|--|;|[A-Za-z]{1,3}>)\\s*(?=\\S)");

    /** {@code 12: } {@code 12) } {@code 12 │ } {@code 12:34:} {@code 12-}, and never a date. */
    private static final Pattern NUMBER = Pattern.compile(
            "\\s*([0-9]{1,9})(?:[.)]\\s|\\s*[\u2502|]\\s?|:[0-9]{1,6}:|[:\\s]|-(?![0-9]{2}-[0-9]{2}))\\s*(?=\\S)");

    private static final Pattern CLOCK = Pattern.compile(
            "(?:\\[?[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?\\]?\\s+)?(?:<[@+]?[^<>\\s]{1,40}>\\s+)?(?=[\\[<0-9A-Z])");

    /** {@code - 1131566461 2005.11.09 dn228 }: an alert's category, seconds since 1970, date and node of archived supercomputers' logs. */
    private static final Pattern ARCHIVED = Pattern.compile(
            "\\S{1,40} (1[0-9]{9}) [0-9]{4}\\.[0-9]{2}\\.[0-9]{2} (\\S{1,100}) (?=[A-Z][a-z]{2} [ 0-9])");

    /** {@code [21:58] bob: }, {@code [28/10/2025, 21:58:48] Bob: }, {@code 28/10/2025, 21:58 - Bob: } of chats. */
    private static final Pattern CHAT = Pattern.compile(
            "(?:\\[(?:[0-9]{1,2}[./-](?:[0-9]{1,2}|[A-Z][a-z]{2})[./-][0-9]{2,4},? )?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\\s?[AaPp][Mm])?\\]"
                    + "|[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2,4},? [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\\s?[AaPp][Mm])? -)"
                    + "\\s+[^:\\[\\]<>\"]{1,60}:\\s+(?=\\S)");

    /** {@code ts=2025-10-28T21:58:48Z level=info msg="…"}: logfmt. */
    private static final Pattern LOGFMT = Pattern.compile(
            "(?:[\\w.@-]{1,40}=(?:\"(?:[^\"\\\\]|\\\\.){0,300}\"|[^\\s\"]{0,300})\\s+){1,20}(?:msg|message|log|line|_raw)=(?=\"?[\\[<0-9A-Z])");

    private static final Pattern LOGFMT_TIME =
            Pattern.compile("(?:^|\\s)@?(?:t|ts|time|timestamp)=\"?([0-9][^\\s\"]{9,40})");

    private static final Pattern LOGFMT_HOST =
            Pattern.compile("(?:^|\\s)(?:host|hostname|node|instance)=\"?([\\w.-]{1,100})");

    /** {@code web01: } of pdsh and clush; {@code name-1  | } of docker compose; {@code [pod/x/c] } of kubectl; {@code pod c } of stern. */
    private static final Pattern HOST = Pattern.compile(
            "([A-Za-z0-9][A-Za-z0-9._-]{0,62}):\\s+(?=[\\[<]\\s*[0-9A-Z]|[A-Z][a-z]{2} |[12][0-9]{3}-)");

    private static final Pattern CONTAINER =
            Pattern.compile("\\[(?:pod|job|deployment)/[^\\]\\s]{1,300}\\]\\s+|[\\w.-]{1,100}\\s+\\|\\s"
                    + "|[\\w.-]{1,100} [\\w.-]{1,100} (?=\\[\\s*[0-9])");

    /** {@code node-1 Oct 28 …}: the node before each line of its journal. */
    private static final Pattern NODE = Pattern.compile(
            "(?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )([A-Za-z0-9][\\w.-]{0,62}) (?=[A-Z][a-z]{2} [ 0-9][0-9] [0-9]{2}:)");

    /** A log store's moment before a line that has one of its own; perhaps a stream's name between. */
    private static final Pattern STORED =
            Pattern.compile("([12][0-9]{3}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.,][0-9]{1,9})?"
                    + "(?:Z|[+-][0-9]{2}:?[0-9]{2})?)\\s+(?:[\\w./-]{1,200}\\s+)?"
                    + "(?=(?:<[0-9]{1,3}>)?(?:[A-Z][a-z]{2}\\s+[0-9]{1,2} |[12][0-9]{3}-|\\[\\s*[0-9]))");

    /** {@code textPayload: "…"} of YAML, {@code "message" => "…"} of Ruby. */
    private static final Pattern KEY = Pattern.compile(
            "\\s*\"?(?:message|msg|log|MESSAGE|textPayload|line|text|stdout|_raw|dmesg)\"?\\s*(?::|=>?)\\s+(?=[\"']?[\\[<0-9A-Z])");

    /** How a line begins that a path may stand before. */
    private static final Pattern LINE = Pattern.compile(
            "\\s*[>|#*`\\s]*(?:[0-9]{1,9}[:\\s]\\s*)?(?:\\[\\s*[0-9A-Z]|<[0-9]|\\p{L}{3,9}\\.?\\s+[0-9]|[12][0-9]{3}-|[0-9]{10}\\.|kern|\\*\\*).*");

    private static final Pattern PATH = Pattern.compile("[^\"'<>{}\\[\\]=]*\\p{L}[^\"'<>{}\\[\\]=]*");
    private static final Pattern TIME_OF_DAY = Pattern.compile("[0-9]{2}:[0-9]{2}:[0-9]{2}(?![0-9:/])\\s");
    private static final Pattern PATH_NUMBER = Pattern.compile("(?:([0-9]{1,15}):)?(?:[0-9]{1,6}:)?(.*)");
    /** {@code messages-20251102-15-} of grep -HnC. */
    private static final Pattern CONTEXT = Pattern.compile(
            "(?![0-9]{4}-[0-9]{2}-[0-9]{2}T)([^\\s:\"'<>\\[]*[A-Za-z][^\\s:\"'<>\\[]*)-([0-9]{1,15})-(?=\\S)(.*)");

    /** What user space was printing on the console as the kernel spoke. */
    private static final Pattern CONSOLE = Pattern.compile("[^\"{}=]{1,120}?(?=\\[ {0,6}[0-9]{1,7}\\.[0-9]{6}\\])");

    /** But a program that speaks of a line puts its own tag, or a colon, before it. */
    private static final Pattern SPEAKER =
            Pattern.compile("\\[[0-9]+\\]:|[0-9]{2}:[0-9]{2}:[0-9]{2}.*\\S:\\s|(?<! login):\\s*$");

    private static Peel of(String rest) {
        return new Peel(rest, null, 0, null, null);
    }

    /** The ways to take one layer off, the likeliest first. */
    static List<Peel> off(String line) {
        List<Peel> ways = new ArrayList<>();
        path(line, ways);
        Matcher number = NUMBER.matcher(line);
        if (number.lookingAt()) {
            ways.add(new Peel(line.substring(number.end()), null, Long.parseLong(number.group(1)), null, null));
        }
        Matcher archived = ARCHIVED.matcher(line);
        if (archived.lookingAt()) {
            ways.add(new Peel(
                    line.substring(archived.end()), null, 0, archived.group(2), StampReader.epoch(archived.group(1))));
        }
        Matcher host = HOST.matcher(line);
        if (host.lookingAt()) {
            ways.add(new Peel(line.substring(host.end()), null, 0, host.group(1), null));
        }
        Matcher node = NODE.matcher(line);
        if (node.lookingAt()) {
            ways.add(new Peel(line.substring(node.end()), null, 0, node.group(1), null));
        }
        Matcher stored = STORED.matcher(line);
        if (stored.lookingAt()) {
            WallStamp moment = StampReader.wall(stored.group(1));
            ways.add(new Peel(line.substring(stored.end()), null, 0, null, moment));
        }
        for (Pattern prefix : List.of(MARK, CLOCK, CHAT, CONTAINER, KEY)) {
            Matcher found = prefix.matcher(line);
            if (found.lookingAt() && found.end() > 0) {
                ways.add(of(line.substring(found.end())));
            }
        }
        Matcher pairs = LOGFMT.matcher(line);
        if (pairs.lookingAt()) {
            ways.add(logfmt(line.substring(0, pairs.end()), line.substring(pairs.end())));
        }
        cells(line, ways);
        Matcher console = CONSOLE.matcher(line);
        if (console.lookingAt() && !SPEAKER.matcher(console.group()).find()) {
            ways.add(of(line.substring(console.end())));
        }
        return ways;
    }

    private static Peel logfmt(String pairs, String rest) {
        Matcher time = LOGFMT_TIME.matcher(pairs);
        Matcher host = LOGFMT_HOST.matcher(pairs);
        WallStamp moment = time.find() ? StampReader.wall(time.group(1)) : null;
        return new Peel(rest, null, 0, host.find() ? host.group(1) : null, moment);
    }

    /** {@code messages-20251102:14:} of grep -Hn, {@code messages:} of grep -H, also where the path holds colons and blanks. */
    private static void path(String line, List<Peel> ways) {
        Matcher context = CONTEXT.matcher(line);
        if (context.matches()) {
            ways.add(new Peel(context.group(3), context.group(1), Long.parseLong(context.group(2)), null, null));
        }
        int limit = Math.min(line.length(), LONGEST_PREFIX);
        int at = line.indexOf(':');
        for (int colons = 0; colons < COLONS && at > 0 && at < limit; colons++) {
            String path = line.substring(0, at);
            if (!PATH.matcher(path).matches() || TIME_OF_DAY.matcher(path).find()) {
                return;
            }
            Matcher after = PATH_NUMBER.matcher(line.substring(at + 1));
            boolean named = path.indexOf(' ') < 0 || path.indexOf('/') >= 0 || path.indexOf('\\') >= 0;
            if (named
                    && after.matches()
                    && LINE.matcher(after.group(2)).matches()
                    && !after.group(2).startsWith(" ")) {
                long number = after.group(1) == null ? 0 : Long.parseLong(after.group(1));
                ways.add(new Peel(after.group(2), path, number, null, null));
            }
            at = line.indexOf(':', at + 1);
        }
    }

    /** The cells of a table's row, of which the last is the likeliest; the line's own number may stand in the first. */
    private static void cells(String line, List<Peel> ways) {
        char border = line.indexOf('\t') > 0 ? '\t' : line.indexOf('\u2502') >= 0 ? '\u2502' : '|';
        int end = line.length();
        for (int cells = 0; cells < CELLS && end > 0; cells++) {
            int from = line.lastIndexOf(border, end - 1);
            if (from < 0 && end == line.length()) {
                return;
            }
            String cell = line.substring(from + 1, end).strip();
            if (LINE.matcher(cell).matches()) {
                ways.add(of(cell));
            }
            end = from;
        }
    }

    /** The header of a line below this layer, with what the layer adds. */
    Parsed.Header over(Parsed.Header own) {
        WallStamp moment = stamp;
        Stamp both = moment == null ? own.stamp() : own.stamp().within(moment);
        String named = own.host() == null ? host : own.host();
        String cited = own.citedPath() == null ? path : own.citedPath();
        boolean numbered = line > 0 && own.citedPath() == null && (path != null || own.citedLine() == 0);
        return new Parsed.Header(own.format(), both, named, numbered ? line : own.citedLine(), cited);
    }
}

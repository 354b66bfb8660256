package org.sockmortem.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Log lines in a database's dump or in the statements that fill it: {@code INSERT INTO SystemEvents (…) VALUES (…), (…);} of rsyslog's
 * ommysql and ompgsql, of syslog-ng's sql() and of mysqldump, whose columns CREATE TABLE names, and {@code COPY … FROM stdin;} of
 * pg_dump. A statement may be longer than any line; what is kept of it is the row at hand.
 */
final class SqlDumpReader implements RecordReader {
    private static final Pattern DUMP = Pattern.compile("(?i)-- (?:MySQL|MariaDB|PostgreSQL database) dump\\b.*");
    private static final Pattern FILLS = Pattern.compile(
            "(?i)\\s*(?:(?:INSERT|REPLACE)\\s+(?:\\w+\\s+)?INTO\\s.*|COPY\\s.*\\sFROM\\s+stdin;\\s*)", Pattern.DOTALL);
    private static final Pattern STATEMENT = Pattern.compile(
            "(?i)\\s*(?:(?:INSERT|REPLACE|COPY|CREATE|DROP|SET|USE|LOCK|BEGIN|START|ALTER|PRAGMA|DELETE|TRUNCATE)\\b|/\\*).*",
            Pattern.DOTALL);
    private static final Set<String> BEGINNINGS = Set.of("insert", "replace", "create", "copy");
    private static final Set<String> NO_COLUMNS =
            Set.of("primary", "key", "unique", "index", "constraint", "foreign", "check", "fulltext", "spatial");
    private static final int TABLES = 1_000;
    private static final int CELLS = 1_000;

    private final Map<String, Columns> tables = new HashMap<>();
    private final SqlTokens tokens = new SqlTokens();
    private final List<String> names = new ArrayList<>();
    private final List<String> cells = new ArrayList<>();
    private String statement = "";
    private String table = "";
    private @Nullable Columns columns;
    private boolean values;
    private boolean listed;
    private boolean nameNext;
    private boolean copying;
    private int depth;
    private long number;

    /** Whether a text begins as a dump does, or with a statement, and fills a table. */
    static boolean fits(List<String> head) {
        return DUMP.matcher(head.get(0)).matches()
                || (head.stream().anyMatch(SqlDumpReader::fills)
                        && head.stream()
                                .filter(l -> !l.startsWith("--"))
                                .findFirst()
                                .filter(l -> STATEMENT.matcher(l).matches())
                                .isPresent());
    }

    private static boolean fills(String line) {
        String begin = line.stripLeading();
        return !begin.isEmpty()
                && "IiRrCc".indexOf(begin.charAt(0)) >= 0
                && FILLS.matcher(line).matches();
    }

    @Override
    public RecordSummary read(InputStream in, RecordSink sink) throws IOException {
        Tally tally = new Tally(sink);
        Lines lines = Lines.of(in);
        while (lines.piece()) {
            if (copying) {
                copied(lines, tally);
                continue;
            }
            byte[] bytes = lines.bytes();
            for (int i = 0; i < lines.length(); i++) {
                take(bytes[i], lines.number(), tally);
            }
            if (!lines.continues()) {
                take((byte) '\n', lines.number(), tally);
            }
        }
        return tally.summary(lines);
    }

    /** A row of COPY: tabs between the cells, a backslash before what would be one. */
    private void copied(Lines lines, Tally tally) {
        String line = lines.text();
        Columns known = columns;
        if (line.equals("\\.")) {
            copying = false;
        } else if (known != null && lines.begins()) {
            List<String> row = Arrays.stream(line.split("\t", -1))
                    .map(c -> c.equals("\\N") ? "" : c.replace("\\t", "\t").replace("\\\\", "\\"))
                    .toList();
            known.row(row, '\t', lines.number(), tally);
        }
    }

    private void take(byte b, long line, Tally tally) {
        if (!tokens.take(b)) {
            return;
        }
        String word = tokens.word();
        if (word != null) {
            word(word, tokens.isQuoted() ? "" : word.toLowerCase(Locale.ROOT));
        }
        if (tokens.sign() != 0) {
            sign(tokens.sign(), line, tally);
        }
    }

    /** A word; also in small letters, unless it stood in quotes. */
    private void word(String word, String keyword) {
        if (depth == 0 && BEGINNINGS.contains(keyword) && (statement.isEmpty() || values)) {
            // what rsyslog sends has no semicolon
            end();
            statement = keyword;
        } else if (statement.isEmpty()) {
            statement = word;
        } else if (values && depth == 1 && cells.size() < CELLS) {
            cells.add(keyword.equals("null") ? "" : word);
        } else if (depth == 0 && (keyword.equals("values") || keyword.equals("value"))) {
            values = true;
            columns = names.isEmpty() ? tables.get(table) : Columns.of(names);
        } else if (depth == 0 && !listed) {
            table = word.toLowerCase(Locale.ROOT);
        } else if (depth == 1 && nameNext) {
            nameNext = false;
            if (names.size() < CELLS && !(statement.equals("create") && NO_COLUMNS.contains(keyword))) {
                names.add(word);
            }
        }
    }

    private void sign(char sign, long line, Tally tally) {
        if (sign == '(') {
            depth++;
            listed = true;
            nameNext = depth == 1;
            if (values && depth == 1) {
                cells.clear();
                number = line;
            }
        } else if (sign == ')') {
            depth = Math.max(0, depth - 1);
            Columns known = columns;
            if (depth == 0 && values && known != null) {
                known.row(cells, ',', number, tally);
            }
        } else if (sign == ',') {
            nameNext = depth == 1;
        } else {
            end();
        }
    }

    private void end() {
        if (statement.equals("create") && tables.size() < TABLES) {
            Columns created = Columns.of(names);
            if (created != null) {
                tables.put(table, created);
            }
        } else if (statement.equals("copy")) {
            columns = Columns.of(names);
            copying = true;
        }
        statement = "";
        table = "";
        values = false;
        listed = false;
        depth = 0;
        names.clear();
        cells.clear();
    }
}

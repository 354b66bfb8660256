package org.sockmortem.parse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes off a line what copying, mailing and colouring put on it. Nothing here knows a kernel message; what is left is read by the
 * grammar, and a citation shows what is left.
 */
final class Artefacts {
    private static final String ESC = "\u001B";
    /** CSI and OSC sequences, ECMA-48 5.4 and 8.3.89; also with the escape written out by a daemon or a terminal. */
    private static final Pattern COLOURS =
            Pattern.compile("(?:" + ESC + "|\\^\\[|#033|\\\\x1b|\\\\u001b|\u241B)(?:\\[[0-?]*[ -/]*[@-~]|\\][^\\x07"
                    + ESC + "]*(?:\\x07|" + ESC + "\\\\)?|[()][A-Z0-9]|M)");
    /** The same where the escape was lost on the way: only dmesg's and journalctl's own, and never a stamp. */
    private static final Pattern ORPHANED_COLOURS = Pattern.compile("\\[[0-9]{1,3}(?:;[0-9]{1,3})*m|\\[m(?!\\p{L})");

    private static final Pattern OTHER_CONTROL =
            Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\x7F\u200B-\u200F\u2060\uFEFF]");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][A-Za-z0-9]*(?: [^<>]*)?/?>");
    private static final Pattern BREAKS = Pattern.compile("<[Bb][Rr] */?>|\\x00+|(?<=\\\\n['\"]), ");
    private static final Pattern QUOTED_BYTES = Pattern.compile("(?:=[0-9A-F]{2})+");
    private static final Pattern QUOTE_MARKS = Pattern.compile("^[\\s>|#]*[>|#][\\s>|#]*");
    private static final Pattern LITERAL = Pattern.compile("^\\s*(?:- )?b?(['\"`])(.*?)\\1?[,;\\]]*\\s*$");
    /** {@code messages-20251102:14:} of grep -Hn, {@code messages:} of grep -H. */
    private static final Pattern GREP = Pattern.compile(
            "^(?![0-9]{4}-[0-9]{2}-[0-9]{2}T)([^\\s:\"'<>\\[]*[A-Za-z][^\\s:\"'<>\\[]*):(?:([0-9]{1,15}):)?(?=\\S)(.*)$");
    /** {@code messages-20251102-15-} of grep -HnC. */
    private static final Pattern GREP_CONTEXT = Pattern.compile(
            "^(?![0-9]{4}-[0-9]{2}-[0-9]{2}T)([^\\s:\"'<>\\[]*[A-Za-z][^\\s:\"'<>\\[]*)-([0-9]{1,15})-(?=\\S)(.*)$");
    /** {@code 15-} of grep -nC, and never a date. */
    private static final Pattern NUMBERED = Pattern.compile("^([0-9]{1,9})-(?![0-9]{2}-[0-9]{2})(.*)$");

    private static final Pattern ENTITY = Pattern.compile("&(?:lt|gt|amp|quot|apos|nbsp|#39|#34|#x27|#45|#160);");

    private Artefacts() {}

    /** A line without what was before it, and the place that was before it. */
    record Cited(String text, @Nullable String path, long line) {}

    /** The records of a line: one, but where HTML's line breaks, NULs or the commas of a list of strings part them. */
    static List<String> records(String line) {
        String list = line.startsWith("['") || line.startsWith("[\"") ? line.substring(1) : line;
        boolean parted = list.contains("\\n', '") || list.contains("\\n\", \"");
        if (!parted && line.indexOf('\0') < 0 && !line.contains("<br") && !line.contains("<BR")) {
            return List.of(line);
        }
        return List.of(BREAKS.split(list, -1));
    }

    /** The text up to the end of its first record, without colours, controls, entities, tags and quoted bytes. */
    static String clean(String line) {
        String text = line;
        if (text.indexOf('\u001B') >= 0
                || text.contains("^[")
                || text.contains("#033")
                || text.contains("\\x1b")
                || text.contains("\\u001b")
                || text.indexOf('\u241B') >= 0) {
            text = COLOURS.matcher(text).replaceAll("");
        }
        if (text.indexOf("m") > 0
                && text.indexOf('[') >= 0
                && ORPHANED_COLOURS.matcher(text).find()) {
            text = ORPHANED_COLOURS.matcher(text).replaceAll("");
        }
        if (text.indexOf('=') >= 0) {
            text = quotedBytes(text);
        }
        if (text.indexOf('#') >= 0) {
            text = text.replace("#011", "\t");
            int lineFeed = text.indexOf("#012");
            text = lineFeed > 0 ? text.substring(0, lineFeed) : text;
        }
        if (text.indexOf('&') >= 0) {
            text = entities(text);
        }
        if (text.indexOf('<') >= 0) {
            text = TAG.matcher(text).replaceAll("");
        }
        text = OTHER_CONTROL.matcher(text).replaceAll("");
        return text.replace('\u00A0', ' ').replace("\u2013", "--").replace("\u2014", "--");
    }

    /** Whether {@link #clean} would change a line, as far as a look at its characters tells. */
    static boolean isSuspicious(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if ((c < ' ' && c != '\t') || c >= 0x7F || c == '&' || c == '\\' || c == '`') {
                return true;
            }
        }
        return line.contains("[0m")
                || line.contains("#0")
                || line.contains("^[")
                || line.contains("</")
                || line.contains("<b")
                || line.contains("=3D")
                || line.contains("=C2")
                || line.contains("=20");
    }

    private static String quotedBytes(String text) {
        Matcher bytes = QUOTED_BYTES.matcher(text);
        StringBuilder out = new StringBuilder();
        while (bytes.find()) {
            String run = bytes.group();
            byte[] decoded = new byte[run.length() / 3];
            for (int i = 0; i < decoded.length; i++) {
                decoded[i] = (byte) Integer.parseInt(run, 3 * i + 1, 3 * i + 3, 16);
            }
            bytes.appendReplacement(out, Matcher.quoteReplacement(new String(decoded, StandardCharsets.UTF_8)));
        }
        return bytes.appendTail(out).toString();
    }

    private static String entities(String text) {
        return ENTITY.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(
                        switch (m.group()) {
                            case "&lt;" -> "<";
                            case "&gt;" -> ">";
                            case "&amp;" -> "&";
                            case "&quot;", "&#34;" -> "\"";
                            case "&#39;", "&apos;", "&#x27;" -> "'";
                            case "&#45;" -> "-";
                            default -> " ";
                        }));
    }

    /** The line without marks of quoting: of mails, comments, tables, lists of strings; the same line where there are none. */
    static String unquoted(String line) {
        Matcher marks = QUOTE_MARKS.matcher(line);
        String text = marks.find() ? line.substring(marks.end()) : line;
        Matcher literal = LITERAL.matcher(text);
        if (!literal.matches()) {
            return text;
        }
        String inside = literal.group(2);
        return inside.endsWith("\\n") ? inside.substring(0, inside.length() - 2) : inside;
    }

    /** The line without the path that grep put before it; {@code null} where there is none. */
    static @Nullable Cited withoutPath(String line) {
        Matcher numbered = NUMBERED.matcher(line);
        if (numbered.matches()) {
            return new Cited(numbered.group(2), null, Long.parseLong(numbered.group(1)));
        }
        Matcher grep = GREP.matcher(line);
        Matcher context = GREP_CONTEXT.matcher(line);
        Matcher found = grep.matches() ? grep : context.matches() ? context : null;
        if (found == null) {
            return null;
        }
        String number = found.group(2);
        return new Cited(found.group(3), found.group(1), number == null ? 0 : Long.parseLong(number));
    }
}

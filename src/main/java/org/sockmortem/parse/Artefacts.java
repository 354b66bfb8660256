package org.sockmortem.parse;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes off a line what copying, mailing and colouring put on it. Nothing here knows a kernel message; what is left is read by the
 * grammar, and a citation shows what is left.
 */
final class Artefacts {
    private static final String ESC = "\u001B";
    /** CSI and OSC sequences, ECMA-48 5.4 and 8.3.89; also with the escape written out by a daemon, a terminal or a shell. */
    private static final Pattern COLOURS = Pattern.compile(
            "(?:" + ESC + "|\\^\\[|#033|\\\\x1b|\\\\u001b|\\\\033|\\\\e|\u241B)(?:\\[[0-?]*[ -/]*[@-~]|\\][^\\x07" + ESC
                    + "]*(?:\\x07|" + ESC + "\\\\)?|[()][A-Z0-9]|M)");
    /** The same where the escape was lost on the way: only dmesg's, journalctl's and grep's own, and never a stamp. */
    private static final Pattern ORPHANED_COLOURS =
            Pattern.compile("\\[[0-9]{1,3}(?:;[0-9]{1,3})*m(?:\\[K)?|\\[m(?:\\[K|(?!\\p{L}))");

    /** What a terminal printed bold by printing it twice. */
    private static final Pattern OVERSTRIKE = Pattern.compile("[^\\x08]\\x08");

    private static final Pattern OTHER_CONTROL =
            Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\x7F\u200B-\u200F\u2060\uFEFF]");
    private static final Pattern OTHER_BLANKS = Pattern.compile("[\u00A0\u2000-\u200A\u202F\u205F\u3000]");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][A-Za-z0-9]*(?: [^<>]*)?/?>");
    /** A key and its date are none. */
    private static final Pattern QUOTED_BYTES = Pattern.compile("(?:=(?!20[0-9]{2}-)[0-9A-F]{2})+");

    private static final Pattern QUOTE_MARKS = Pattern.compile("^[\\s>|#]*[>|#][\\s>|#]*");
    private static final Pattern LITERAL =
            Pattern.compile("^\\s*(?:- |[\\[(])?[b$]?(['\"`\u2018\u2019\u201C-\u201E\u00AB])(.*?)"
                    + "(?:['\"`\u2018\u2019\u201C-\u201E\u00BB][,;\\])]*(?: [+\\\\.])?|[,;]*)\\s*$");
    private static final String QUOTATION_MARKS = "'\"`\u2018\u2019\u201C\u201D\u201E\u00AB";
    /** A dash and a blank, a prefix, the mark. */
    private static final int BEFORE_LITERALS = 4;

    /** Marks that a page puts around a block, where they stand on the block's own first or last line. */
    private static final Pattern BLOCK_BEGINNING =
            Pattern.compile("^\\s*(?:\\[code[^\\]]*\\]|\\{(?:noformat|code)[^}]*\\}|```[a-z]*)\\s*");

    private static final Pattern BLOCK_END = Pattern.compile("(?:\\[/code\\]|\\{(?:noformat|code)\\}|```)\\s*$");
    /** How {@code cat -A} shows where a line ends. */
    private static final Pattern END_SHOWN = Pattern.compile("(?:\\^M)*\\$$");

    private static final Pattern ENTITY =
            Pattern.compile("&(?:(lt|gt|amp|quot|apos|nbsp)|#([0-9]{1,6})|#[xX]([0-9A-Fa-f]{1,5}));");

    private Artefacts() {}

    /** The text up to the end of its first record, without colours, controls, entities, tags and quoted bytes. */
    static String clean(String line) {
        String text = line;
        if (text.indexOf('\u001B') >= 0
                || text.contains("^[")
                || text.contains("#033")
                || text.indexOf('\\') >= 0
                || text.indexOf('\u241B') >= 0) {
            text = COLOURS.matcher(text).replaceAll("");
        }
        if (text.indexOf('[') >= 0 && ORPHANED_COLOURS.matcher(text).find()) {
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
        // printk's own escape, in /dev/kmsg and in vmcore-dmesg's files
        int written = text.indexOf("\\x0a");
        text = written > 0 ? text.substring(0, written) : text;
        // tags before entities: what a page shows as <6> is a level
        if (text.indexOf('<') >= 0) {
            text = TAG.matcher(text).replaceAll("");
        }
        if (text.indexOf('&') >= 0) {
            text = entities(text);
        }
        if (text.indexOf('\b') >= 0) {
            text = OVERSTRIKE.matcher(text).replaceAll("");
        }
        text = OTHER_CONTROL.matcher(text).replaceAll("");
        text = OTHER_BLANKS.matcher(text).replaceAll(" ");
        return text.replace("\u2013", "--").replace("\u2014", "--");
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
                || line.contains("[m")
                || line.contains("#0")
                || line.contains("^[")
                || line.contains("</")
                || line.contains("<b")
                || line.contains("<s")
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
                .replaceAll(m -> Matcher.quoteReplacement(entity(m.group(1), m.group(2), m.group(3))));
    }

    private static String entity(@Nullable String name, @Nullable String decimal, @Nullable String hex) {
        if (name == null) {
            int code = decimal != null ? Integer.parseInt(decimal) : hex != null ? Integer.parseInt(hex, 16) : ' ';
            return code == 0xA0 || !Character.isValidCodePoint(code) || Character.isISOControl(code)
                    ? " "
                    : Character.toString(code);
        }
        return switch (name) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> " ";
        };
    }

    /** The line without marks of quoting: of mails, comments, tables, pages, lists of strings; the same line where there are none. */
    static String unquoted(String line) {
        String text = mayBegin(line, ">|#") ? QUOTE_MARKS.matcher(line).replaceFirst("") : line;
        if (text.endsWith("|") && line.indexOf('|') < line.length() - text.length()) {
            // the last cell's border, where the first one's is gone
            text = text.substring(0, text.length() - 1).stripTrailing();
        }
        if (text.contains("code") || text.contains("{noformat") || text.contains("```")) {
            text = BLOCK_END
                    .matcher(BLOCK_BEGINNING.matcher(text).replaceFirst(""))
                    .replaceFirst("");
        }
        if (text.endsWith("$")) {
            text = END_SHOWN.matcher(text).replaceFirst("");
        }
        if (!mayBeLiteral(text)) {
            return text;
        }
        Matcher literal = LITERAL.matcher(text);
        if (!literal.matches()) {
            return text;
        }
        String inside = literal.group(2);
        return inside.endsWith("\\n") ? inside.substring(0, inside.length() - 2) : inside;
    }

    /** Whether a quotation mark is among a text's first characters that are no blanks, where {@link #LITERAL} has one. */
    private static boolean mayBeLiteral(String text) {
        int from = 0;
        while (from < text.length() && text.charAt(from) <= ' ') {
            from++;
        }
        for (int i = from; i < Math.min(text.length(), from + BEFORE_LITERALS); i++) {
            if (QUOTATION_MARKS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text's first character is a blank or one of these: almost none is, and then no pattern need be asked. */
    private static boolean mayBegin(String text, String marks) {
        return !text.isEmpty() && (text.charAt(0) <= ' ' || marks.indexOf(text.charAt(0)) >= 0);
    }
}

package org.sockmortem.forms;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What becomes of a log on its way through terminals, editors, mails and web pages. */
final class PastedForms {
    private PastedForms() {}

    private static String each(String log, UnaryOperator<String> line) {
        return log.lines().map(line).map(l -> l + "\n").collect(Collectors.joining());
    }

    private static String numbered(String log, String pattern) {
        int[] number = {0};
        return each(log, l -> String.format(Locale.ROOT, pattern, ++number[0]) + l);
    }

    /** A name with a date in it would tell the year, which is not every place's. */
    static String grepFiles(String log) {
        return numbered(log, "messages.1:%d:");
    }

    static String grepPaths(String log) {
        return each(log, l -> "./var/log/messages.1:" + l);
    }

    static String grepNumbers(String log) {
        return numbered(log, "%d:");
    }

    static String catNumbers(String log) {
        return numbered(log, "%6d\t");
    }

    static String vimNumbers(String log) {
        return numbered(log, "%3d ");
    }

    static String quoted(String log, String mark) {
        return "On Tuesday somebody wrote:\n" + each(log, l -> mark + l);
    }

    /** Between more lines of a mail than the log has. */
    static String between(String log) {
        String words = "I have no idea what it means.\n".repeat(200);
        return "Hello,\nthis is what the device says:\n\n" + words + log + words;
    }

    static String fence(String log) {
        return "Here is the log:\n\n```\n" + log + "```\n\nAny idea?\n";
    }

    static String indented(String log) {
        return "Here is the log:\n\n" + each(log, l -> "    " + l) + "\nAny idea?\n";
    }

    static String backticks(String log) {
        return each(log, l -> "`" + l + "`");
    }

    static String html(String log) {
        return "<p>\n"
                + each(
                        log,
                        l -> l.replace("&", "&amp;")
                                        .replace("<", "&lt;")
                                        .replace(">", "&gt;")
                                        .replace("\"", "&quot;")
                                        .replace("  ", "&nbsp; ")
                                + "<br>")
                + "</p>\n";
    }

    /** In lines of at most 76 characters, the breaks marked. */
    static String quotedPrintable(String log) {
        StringBuilder out = new StringBuilder();
        for (String line : log.lines().toList()) {
            int column = 0;
            for (byte b : line.getBytes(StandardCharsets.UTF_8)) {
                boolean plain = b >= ' ' && b < 127 && b != '=';
                String sign = plain ? Character.toString((char) b) : Stamps.format("=%02X", b & 0xff);
                if (column + sign.length() > 75) {
                    out.append("=\r\n");
                    column = 0;
                }
                out.append(sign);
                column += sign.length();
            }
            out.append("\r\n");
        }
        return out.toString();
    }

    /** As a terminal breaks what is longer than its lines. */
    static String hard(String log, int width, String indent) {
        return each(
                log,
                l -> IntStream.rangeClosed(0, (Math.max(1, l.length()) - 1) / width)
                        .mapToObj(i -> l.substring(i * width, Math.min(l.length(), (i + 1) * width)))
                        .collect(Collectors.joining("\n" + indent)));
    }

    /** As a mailer does, at blanks. */
    static String soft(String log, int width) {
        return each(log, l -> {
            StringBuilder out = new StringBuilder();
            String rest = l;
            for (int at = blank(rest, width); at > 0; at = blank(rest, width)) {
                out.append(rest, 0, at).append('\n');
                rest = rest.substring(at + 1);
            }
            return out.append(rest).toString();
        });
    }

    private static int blank(String line, int width) {
        return line.length() <= width ? -1 : line.lastIndexOf(' ', width);
    }

    /** As GitHub shows a table. */
    static String table(String log) {
        return "| line |\n|---|\n" + each(log, l -> "| `" + l + "` |");
    }

    static String windows(String log) {
        return "\uFEFF" + log.replace("\n", "\r\n");
    }

    static byte[] wide(String log, Charset charset) {
        return ("\uFEFF" + log.replace("\n", "\r\n")).getBytes(charset);
    }

    static String nuls(String log) {
        return "\0".repeat(4096) + log;
    }

    /** As a program prints a list, all on one line. */
    static String pythonList(String log) {
        return pythonStrings(log).collect(Collectors.joining(", ", "[", "]\n"));
    }

    /** As a program prints a list nicely. */
    static String pythonLines(String log) {
        return pythonStrings(log).collect(Collectors.joining(",\n ", "[", "]\n"));
    }

    private static java.util.stream.Stream<String> pythonStrings(String log) {
        return log.lines().map(l -> {
            String quote = l.contains("'") ? "\"" : "'";
            return quote + l.replace("\\", "\\\\") + "\\n" + quote;
        });
    }

    /** As {@code less} shows a log that was coloured, on a terminal that was recorded. */
    static String terminal(String log) {
        List<String> lines = log.lines().toList();
        return lines.stream().map(l -> l + "\u001b[m\u001b[K\r\n").collect(Collectors.joining());
    }
}

package org.sockmortem.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person reads of an HTML report, and what a browser runs of it. */
final class HtmlText {
    private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);
    private static final Pattern DATA = Pattern.compile("<script type=\"application/json\"[^>]*>(.*?)</script>");

    private HtmlText() {}

    /** The words, blanks folded. */
    static String read(String page) {
        return withoutCode(page)
                .replaceAll("(?s)^.*?<body>", "")
                .replaceAll(DATA.pattern(), "")
                .replaceAll("</?(code|a|strong)( [^>]*)?>", "")
                .replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replace('\u00a0', ' ')
                .replaceAll("\\s+", " ");
    }

    /** The file without its styles and scripts, which are the same in each. */
    static String withoutCode(String page) {
        return page.replaceAll("(?m)^<meta http-equiv=\"Content-Security-Policy\".*$", "<!-- policy -->")
                .replaceAll("(?s)" + STYLE.pattern(), "<!-- style -->")
                .replaceAll("(?s)" + SCRIPT.pattern() + "\\n?", "")
                .replaceAll("(?m)^<script type=\"application/json\" id=\"words\".*$", "<!-- words -->")
                .replaceAll("\n\\s*\n+", "\n");
    }

    /** What runs. */
    static List<String> scripts(String page) {
        return all(SCRIPT, page);
    }

    /** What styles. */
    static List<String> styles(String page) {
        return all(STYLE, page);
    }

    /** The data that the timelines draw. */
    static List<String> data(String page) {
        return all(DATA, page);
    }

    private static List<String> all(Pattern pattern, String page) {
        List<String> all = new ArrayList<>();
        Matcher matcher = pattern.matcher(page);
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }
}

package org.sockmortem.source;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** What the lines before a mail's text say of it (RFC 5322, RFC 2045). */
final class MailHeader {
    /** In lower case, as they begin a line. */
    private static final List<String> MAIL =
            List.of("mime-version: ", "received: ", "return-path: ", "delivered-to: ", "content-transfer-encoding: ");

    private MailHeader() {}

    /** Whether an input that begins so is a mail's source. */
    static boolean isIn(byte[] head) {
        boolean lineBegins = true;
        for (int i = 0; i < head.length; i++) {
            if (lineBegins && isFieldAt(head, i)) {
                return true;
            }
            lineBegins = head[i] == '\n';
        }
        return false;
    }

    private static boolean isFieldAt(byte[] head, int at) {
        for (String name : MAIL) {
            int i = 0;
            while (i < name.length() && at + i < head.length && lower(head[at + i]) == name.charAt(i)) {
                i++;
            }
            if (i == name.length()) {
                return true;
            }
        }
        return false;
    }

    private static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + 'a' - 'A' : b;
    }

    /** Whether a part that begins in here says that it is encoded so. */
    static boolean encodes(byte[] head, String encoding) {
        return lower(head).contains("content-transfer-encoding: " + encoding);
    }

    private static String lower(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }
}

package org.sockmortem.source;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the lines before a mail's text say of it (RFC 5322, RFC 2045). */
final class MailHeader {
    private static final Pattern MAIL =
            Pattern.compile("(?:^|\\n)(?:mime-version|received|return-path|delivered-to|content-transfer-encoding): ");

    private MailHeader() {}

    /** Whether an input that begins so is a mail's source. */
    static boolean isIn(byte[] head) {
        return MAIL.matcher(lower(head)).find();
    }

    /** Whether a part that begins in here says that it is encoded so. */
    static boolean encodes(byte[] head, String encoding) {
        return lower(head).contains("content-transfer-encoding: " + encoding);
    }

    private static String lower(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }
}

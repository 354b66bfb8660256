package org.sockmortem.record;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code /dev/kmsg} (Documentation/ABI/testing/dev-kmsg; printk.c info_print_ext_header()).
 *
 * @param prefix facility and level as syslog counts them
 * @param sequence its number in the buffer
 * @param micros microseconds since boot
 * @param caller {@code T} or {@code C} with a number, or {@code null}
 * @param fragment where a piece of a long record begins in it, or -1 for a whole one (netconsole.c, {@code ncfrag=})
 * @param total how long that record is, in bytes
 * @param text what follows the semicolon, still escaped
 */
record KmsgLine(
        long prefix, long sequence, long micros, @Nullable String caller, long fragment, long total, String text) {
    private static final int LONGEST_HEADER = 400;
    private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,4},[0-9]{1,18},[0-9]{1,18}(?:,[-c+,].*)?");
    // netconsole may put the release first
    private static final Pattern RELEASE = Pattern.compile("[0-9]{1,3}\\.[0-9][^,; ]{0,80}");
    private static final Pattern FIELD = Pattern.compile("[a-z_]{1,30}=[^,;]{0,100}");
    private static final Pattern CALLER = Pattern.compile("[TC][0-9]{1,10}");
    private static final Pattern FRAGMENT = Pattern.compile("[0-9]{1,9}/[0-9]{1,9}");
    private static final int FIRST_OF_USERS = 8;

    /** Reads a line, or {@code null} if it is no such record. */
    static @Nullable KmsgLine of(String line) {
        int end = line.indexOf(';');
        if (end < 0 || end > LONGEST_HEADER || line.charAt(0) < '0' || line.charAt(0) > '9') {
            return null;
        }
        String header = line.substring(0, end);
        int comma = header.indexOf(',');
        if (comma > 0 && RELEASE.matcher(header.substring(0, comma)).matches()) {
            header = header.substring(comma + 1);
        }
        return NUMBERS.matcher(header).matches() ? of(header.split(",", -1), line.substring(end + 1)) : null;
    }

    private static @Nullable KmsgLine of(String[] header, String text) {
        String caller = null;
        long fragment = -1;
        long total = 0;
        for (int i = 4; i < header.length; i++) {
            if (!FIELD.matcher(header[i]).matches()) {
                return null;
            }
            String value = header[i].substring(header[i].indexOf('=') + 1).strip();
            if (header[i].startsWith("caller=") && CALLER.matcher(value).matches()) {
                caller = value;
            } else if (header[i].startsWith("ncfrag=")
                    && FRAGMENT.matcher(value).matches()) {
                int slash = value.indexOf('/');
                fragment = Long.parseLong(value.substring(0, slash));
                total = Long.parseLong(value.substring(slash + 1));
            }
        }
        return new KmsgLine(
                Times.count(header[0]), Times.count(header[1]), Times.count(header[2]), caller, fragment, total, text);
    }

    /** Whether a program wrote it: devkmsg_write() allows no program the kernel's facility. */
    boolean isProgram() {
        return prefix >= FIRST_OF_USERS;
    }

    /** A text with {@code \xHH} turned back into the bytes that they stand for (printk.c msg_add_ext_text()). */
    static String unescape(String text) {
        if (!text.contains("\\x")) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        int plain = 0;
        for (int i = text.indexOf("\\x"); i >= 0; i = text.indexOf("\\x", i + 1)) {
            int high = i + 3 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
            int low = i + 3 < text.length() ? Character.digit(text.charAt(i + 3), 16) : -1;
            if (i >= plain && high >= 0 && low >= 0) {
                bytes.writeBytes(text.substring(plain, i).getBytes(StandardCharsets.UTF_8));
                bytes.write(high * 16 + low);
                plain = i + 4;
            }
        }
        bytes.writeBytes(text.substring(plain).getBytes(StandardCharsets.UTF_8));
        return Bytes.text(bytes.toByteArray());
    }
}

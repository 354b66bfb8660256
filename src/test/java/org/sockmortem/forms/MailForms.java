package org.sockmortem.forms;

import static org.sockmortem.parse.LogFormat.DMESG;
import static org.sockmortem.parse.LogFormat.RFC3164;
import static org.sockmortem.parse.LogFormat.RFC5424;
import static org.sockmortem.parse.LogFormat.UNKNOWN;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** A log encoded as a whole, by mailers, by interfaces of clouds, by those who send syslog over TCP. */
final class MailForms {
    private static final String HEAD =
            "From: somebody@example.org\nSubject: what the log says\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n";

    private MailForms() {}

    static Stream<Form> all() {
        return Stream.of(
                Form.text("mail, base64", dmesg(MailForms::mail), Sight.UPTIME, DMESG),
                Form.text("mail, base64, CRLF", dmesg(t -> mail(t).replace("\n", "\r\n")), Sight.UPTIME, DMESG),
                Form.text("mail, attached", dmesg(MailForms::attached), Sight.UPTIME, DMESG),
                Form.text("mail, gzip attached", dmesg(MailForms::packed), Sight.UPTIME, DMESG, UNKNOWN),
                Form.text("base64 of gzip", dmesg(t -> packed(t, 64)), Sight.UPTIME, DMESG),
                Form.text("mail, base64 quoted", dmesg(t -> lines(t).replaceAll("(?m)^", "> ")), Sight.UPTIME, DMESG),
                Form.text("mail, quoted-printable", dmesg(MailForms::printable), Sight.UPTIME, DMESG),
                Form.text("base64(1)", dmesg(MailForms::lines), Sight.UPTIME, DMESG),
                Form.text("base64 -w0", dmesg(t -> encoder(0).encodeToString(bytes(t))), Sight.UPTIME, DMESG),
                Form.text("base64 of rfc3164", s -> lines(SyslogForms.rfc3164(s)), Sight.SECONDS, RFC3164)
                        .hosted(),
                Form.text("EC2's console, XML", dmesg(t -> xml(lines(t))), Sight.UPTIME, DMESG),
                Form.text(
                        "EC2's console, XML on one line",
                        dmesg(t -> xml(encoder(0).encodeToString(bytes(t))).replaceAll("\n *", "")),
                        Sight.UPTIME,
                        DMESG),
                Form.text("counted frames", s -> counted(s, ""), Sight.MICROS_AND_OFFSET, RFC5424)
                        .hosted(),
                Form.text("counted frames with line feeds", s -> counted(s, "\n"), Sight.MICROS_AND_OFFSET, RFC5424)
                        .hosted(),
                Form.text("counted frames of rfc3164", MailForms::countedOld, Sight.SECONDS, RFC3164)
                        .hosted(),
                Form.text(
                                "rfc5424 without line feeds",
                                s -> SyslogForms.rfc5424(s).replace("\n", ""),
                                Sight.MICROS_AND_OFFSET,
                                RFC5424)
                        .hosted());
    }

    private static Function<Scene, String> dmesg(UnaryOperator<String> encoding) {
        return s -> encoding.apply(DmesgForms.plain(s));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Base64.Encoder encoder(int width) {
        return Base64.getMimeEncoder(width, new byte[] {'\n'});
    }

    private static String lines(String log) {
        return encoder(76).encodeToString(bytes(log)) + "\n";
    }

    private static String mail(String log) {
        return HEAD + "Content-Transfer-Encoding: base64\n\n" + lines(log);
    }

    /** A word of greeting, and the log behind it, as most mailers attach one. */
    private static String attached(String log) {
        return HEAD.replace("text/plain; charset=utf-8", "multipart/mixed; boundary=\"seam\"")
                + "\n--seam\nContent-Type: text/plain\n\nHello, the log is attached.\n\n--seam\nContent-Type: text/x-log;\n"
                + " name=\"dmesg\"\nContent-Transfer-Encoding: base64\n\n" + lines(log) + "\n--seam\n"
                + "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\n"
                + "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==\n"
                + "--seam--\n";
    }

    private static String packed(String log) {
        return HEAD.replace("text/plain; charset=utf-8", "multipart/mixed; boundary=\"seam\"")
                + "\n--seam\nContent-Type: text/plain\n\nHello, the log is attached.\n\n--seam\nContent-Type: application/gzip\n"
                + "Content-Disposition: attachment; filename=dmesg.gz\nContent-Transfer-Encoding: base64\n\n"
                + packed(log, 76) + "\n--seam--\n";
    }

    private static String packed(String log, int width) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(bytes(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return encoder(width).encodeToString(bytes.toByteArray()) + "\n";
    }

    private static String printable(String log) {
        return HEAD + "Content-Transfer-Encoding: quoted-printable\n\n" + PastedForms.quotedPrintable(log);
    }

    private static String xml(String output) {
        return "<GetConsoleOutputResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\">\n"
                + "  <instanceId>i-0a1b2c3d4e5f60718</instanceId>\n  <timestamp>2026-03-03T10:05:00.000Z</timestamp>\n"
                + "  <output>" + output + "</output>\n</GetConsoleOutputResponse>\n";
    }

    private static String counted(Scene scene, String end) {
        return SyslogForms.rfc5424(scene)
                .lines()
                .map(l -> bytes(l + end).length + " " + l + end)
                .collect(Collectors.joining());
    }

    private static String countedOld(Scene scene) {
        return SyslogForms.withPriority(scene)
                .lines()
                .map(l -> bytes(l).length + " " + l)
                .collect(Collectors.joining());
    }
}

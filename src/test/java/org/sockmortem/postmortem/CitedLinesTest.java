package org.sockmortem.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A citation leads to the line of the file as it stands, whatever was decoded, parted or joined on the way. */
class CitedLinesTest {
    private static final String FRAME =
            "<6>2025-10-28T21:58:4%d.000000+00:00 web01 kernel: TCP: too many orphaned sockets";

    private static List<Long> lines(String log) {
        return Analysis.host(log).bursts().stream()
                .flatMap(b -> b.evidence().stream())
                .map(c -> c.ref().line())
                .toList();
    }

    private static String frame(int second) {
        return FRAME.replace("%d", Integer.toString(second));
    }

    @Test
    void framesOnOneLineAreOfThatLine() {
        assertThat(lines(frame(1) + frame(2) + frame(3))).containsExactly(1L, 1L, 1L);
        assertThat(lines(frame(1) + frame(2) + "\n" + frame(3) + frame(3) + frame(4)))
                .containsExactly(1L, 1L, 2L, 2L, 2L);
    }

    @Test
    void countedFramesAreOfTheLineInWhichTheyStand() {
        String one = frame(1).length() + " " + frame(1);
        String ended = (frame(2).length() + 1) + " " + frame(2) + "\n";
        assertThat(lines(one + one.replace("41.", "42."))).containsExactly(1L, 1L);
        assertThat(lines(ended + ended.replace("42.", "43.") + one.replace("41.", "44.")))
                .containsExactly(1L, 2L, 3L);
    }

    /** 76 characters of base64 are 57 bytes of text. */
    @Test
    void aDecodedLineIsOfTheLineOfBase64InWhichItBegins() {
        String line = "[   10.%06d] TCP: too many orphaned sockets\n";
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            log.append(line.replace("%06d", "00000" + i));
        }
        String encoded = Base64.getMimeEncoder(76, new byte[] {'\n'})
                .encodeToString(log.toString().getBytes(StandardCharsets.UTF_8));
        String mail = "From: a@example.org\nMIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\n" + encoded + "\n\n"
                + line.replace("%06d", "000009");
        int length = line.replace("%06d", "000000").length();
        List<Long> cited = lines(mail);
        assertThat(cited).hasSize(6);
        for (int i = 0; i < 5; i++) {
            assertThat(cited.get(i)).as("decoded line " + i).isEqualTo(5L + i * length / 57);
        }
        assertThat(cited.get(5)).isEqualTo(mail.lines().count());
    }

    @Test
    void softBreaksAreCounted() {
        String mail = """
                MIME-Version: 1.0
                Content-Transfer-Encoding: quoted-printable

                [   10.000001] TCP: too many orph=
                aned sockets
                [   10.000002] TCP: too many orphaned sockets
                """;
        assertThat(lines(mail)).containsExactly(4L, 6L);
    }

    @Test
    void aListOnOneLineIsOfThatLine() {
        String element = "\"[   10.00000%d] TCP: too many orphaned sockets\"";
        StringBuilder list = new StringBuilder("[");
        for (int i = 0; i < 9; i++) {
            list.append(element.replace("%d", Integer.toString(i))).append(", ");
            list.append("\"[   10.000000] usb 1-1: new device")
                    .append("x".repeat(1_200))
                    .append("\", ");
        }
        assertThat(lines(list.append("\"end\"]\n").toString())).hasSize(9).containsOnly(1L);
    }
}

package org.sockmortem.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text is told from other bytes by what stands at the beginning, in however small pieces that comes. */
class TextSnifferTest {
    private static final String TEXT = "Oct 28 21:58:48 web01 kernel: eth0: link up\n";
    private static final byte[] PNG = {
        (byte) 0x89,
        'P',
        'N',
        'G',
        '\r',
        '\n',
        0x1A,
        '\n',
        0,
        0,
        0,
        13,
        'I',
        'H',
        'D',
        'R',
        0,
        0,
        1,
        0,
        0,
        0,
        1,
        0,
        8,
        6,
        0,
        0,
        0
    };

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 4096, Integer.MAX_VALUE})
    void compressedBytesAreNoText(int size) {
        byte[] bytes = new byte[20_000];
        new Random(5).nextBytes(bytes);
        bytes[0] = 0x1F;
        bytes[1] = (byte) 0x8B;
        assertThat(isBinary(bytes, size)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 4096, Integer.MAX_VALUE})
    void aPictureIsNoText(int size) {
        assertThat(isBinary(PNG, size)).isTrue();
        byte[] picture = new byte[9_000];
        new Random(6).nextBytes(picture);
        System.arraycopy(PNG, 0, picture, 0, PNG.length);
        assertThat(isBinary(picture, size)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 4096, Integer.MAX_VALUE})
    void aHoleIsNoText(int size) {
        assertThat(isBinary(new byte[10_000], size)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 4096, Integer.MAX_VALUE})
    void textIsTextWithHolesInIt(int size) {
        assertThat(isBinary(Scan.bytes(TEXT.repeat(300)), size)).isFalse();
        assertThat(isBinary(Scan.bytes("\0".repeat(4_000) + TEXT.repeat(300)), size))
                .isFalse();
        assertThat(isBinary(Scan.bytes((TEXT + "\0\0\0\0").repeat(300)), size)).isFalse();
        assertThat(isBinary(Scan.bytes(""), size)).isFalse();
        assertThat(isBinary(Scan.bytes("\n\n\n"), size)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 4096, Integer.MAX_VALUE})
    void coloursTabsAndOtherAlphabetsAreText(int size) {
        assertThat(isBinary(Scan.bytes("\u001b[32m[    1.0] \u001b[0m\tx\f\b\n".repeat(300)), size))
                .isFalse();
        assertThat(isBinary(
                        "\u65e5\u672c\u8a9e \u00e9\u00e8 \ud83d\ude00\n"
                                .repeat(900)
                                .getBytes(StandardCharsets.UTF_8),
                        size))
                .isFalse();
        assertThat(isBinary(Scan.bytes("\u00e9\u00fc\u00df grosse Datei\n".repeat(900)), size))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 4096, Integer.MAX_VALUE})
    void whatComesLaterDoesNotCount(int size) {
        byte[] bytes = new byte[40_000];
        new Random(7).nextBytes(bytes);
        byte[] text = Scan.bytes(TEXT.repeat(200));
        System.arraycopy(text, 0, bytes, 0, text.length);
        assertThat(isBinary(bytes, size)).isFalse();
    }

    private static boolean isBinary(byte[] bytes, int size) {
        return Scan.of(bytes, size).summary().binary();
    }
}

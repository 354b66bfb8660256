package org.sockmortem.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Line feeds are counted eight bytes at a time as they are one at a time. */
class LineFeedsTest {
    @Test
    void noOtherByteIsALineFeed() {
        for (int value = 0; value < 256; value++) {
            byte[] bytes = new byte[24];
            Arrays.fill(bytes, (byte) value);
            assertThat(LineFeeds.count(bytes, 0, 24)).as("byte %d", value).isEqualTo(value == '\n' ? 24 : 0);
            bytes[3] = '\n';
            bytes[23] = '\n';
            assertThat(LineFeeds.count(bytes, 0, 24)).as("byte %d", value).isEqualTo(value == '\n' ? 24 : 2);
        }
    }

    @Test
    void everyRangeIsCountedAlone() {
        byte[] bytes = new byte[40];
        Random random = new Random(9);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = random.nextInt(3) == 0 ? (byte) '\n' : (byte) random.nextInt(256);
        }
        for (int from = 0; from <= bytes.length; from++) {
            int expected = 0;
            for (int to = from; to <= bytes.length; to++) {
                assertThat(LineFeeds.count(bytes, from, to))
                        .as("seed 9, %d to %d", from, to)
                        .isEqualTo(expected);
                expected += to < bytes.length && bytes[to] == '\n' ? 1 : 0;
            }
        }
    }
}

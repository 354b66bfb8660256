package org.sockmortem.join;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VarintTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1, 1",
        "1, 1, 1",
        "63, 1, 1",
        "64, 1, 2",
        "127, 1, 2",
        "128, 2, 2",
        "-1, 10, 1",
        "-64, 10, 1",
        "-65, 10, 2",
        "4611686018427387903, 9, 9",
        "9223372036854775807, 9, 10",
        "-9223372036854775808, 10, 10",
    })
    void aNumberComesBackFromAsFewBytesAsItNeeds(long value, int bytes, int signedBytes) {
        byte[] written = new byte[1 + 2 * Varint.LONGEST];
        int behind = Varint.put(written, 1, value);
        assertThat(behind).isEqualTo(1 + bytes).isEqualTo(Varint.end(written, 1));
        assertThat(Varint.get(written, 1)).isEqualTo(value);
        int behindBoth = Varint.putSigned(written, behind, value);
        assertThat(behindBoth).isEqualTo(behind + signedBytes).isEqualTo(Varint.end(written, behind));
        assertThat(Varint.signed(Varint.get(written, behind))).isEqualTo(value);
    }
}

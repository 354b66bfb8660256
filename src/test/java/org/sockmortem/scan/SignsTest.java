package org.sockmortem.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignsTest {
    private static final Signs SIGNS = new Signs(List.of("inuse ", "WAIT", "conntrack_count"));

    @ParameterizedTest
    @CsvSource({
        "true, 'WAIT'",
        "true, 'TCP: inuse 5'",
        "true, 'inuse '",
        "true, '12 CLOSE-WAIT'",
        "true, 'net.netfilter.nf_conntrack_count'",
        "false, ''",
        "false, 'WAI'",
        "false, 'inuse'",
        "false, 'wait, a conntrack count'",
    })
    void aTextHoldsAnyOfThem(boolean held, String text) {
        assertThat(SIGNS.areIn(Scan.bytes(text))).isEqualTo(held);
        assertThat(SIGNS.areIn(Scan.bytes("a line before\n" + text + "\nand one behind")))
                .isEqualTo(held);
    }
}

package org.sockmortem.diagnosis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantityTest {
    @Test
    void bytesTakeTheLargestUnitThatFits() {
        assertThat(Quantity.bytes(0)).isEqualTo("0 bytes");
        assertThat(Quantity.bytes(1023)).isEqualTo("1023 bytes");
        assertThat(Quantity.bytes(1024)).isEqualTo("1 KiB");
        assertThat(Quantity.bytes(372270L * 4096)).isEqualTo("1.42 GiB");
        assertThat(Quantity.bytes(Long.MAX_VALUE)).isEqualTo("8 EiB");
    }

    @Test
    void productsStopAtTheLargestNumber() {
        assertThat(Quantity.times(3, 4)).isEqualTo(12);
        assertThat(Quantity.times(Long.MAX_VALUE, 2)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void percentagesHaveOneDecimal() {
        assertThat(Quantity.percent(1, 3)).isEqualTo("33.3 %");
        assertThat(Quantity.percent(3, 4)).isEqualTo("75 %");
    }
}

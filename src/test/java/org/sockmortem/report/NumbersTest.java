package org.sockmortem.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sockmortem.report.words.Numbers;

class NumbersTest {
    @Test
    void thousandsAreSetApart() {
        assertThat(Numbers.grouped(0)).isEqualTo("0");
        assertThat(Numbers.grouped(999)).isEqualTo("999");
        assertThat(Numbers.grouped(61_240)).isEqualTo("61,240");
        assertThat(Numbers.grouped(1_234_567)).isEqualTo("1,234,567");
        assertThat(Numbers.grouped(-123)).isEqualTo("-123");
        assertThat(Numbers.grouped(-1_234)).isEqualTo("-1,234");
    }

    @Test
    void ratesHaveOneDecimal() {
        assertThat(Numbers.rate(10.836)).isEqualTo("10.8");
        assertThat(Numbers.rate(24_002)).isEqualTo("24,002.0");
        assertThat(Numbers.rate(0.96)).isEqualTo("1.0");
    }

    @Test
    void secondsAreAsPrintkWritesThem() {
        assertThat(Numbers.seconds(63_286_239_120L)).isEqualTo("63286.239120");
        assertThat(Numbers.shortSeconds(1_000_000)).isEqualTo("1");
        assertThat(Numbers.shortSeconds(500_000)).isEqualTo("0.5");
        assertThat(Numbers.shortSeconds(100_000_000)).isEqualTo("100");
    }
}

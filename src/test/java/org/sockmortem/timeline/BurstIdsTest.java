package org.sockmortem.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ids that are kept as numbers are told as they are written. */
class BurstIdsTest {
    @Test
    void theyAreToldInTheirOrder() {
        BurstIds ids = BurstIds.parse(List.of("rack/7/web-01/12", "rack/7/web-01/3"));
        assertThat(ids).containsExactly("rack/7/web-01/12", "rack/7/web-01/3");
        assertThat(ids.earliest()).isEqualTo(3);
        assertThat(ids.numbers()).isEqualTo(BitSet.valueOf(new long[] {1 << 12 | 1 << 3}));
        assertThat(BurstIds.from("h", 9, 11)).containsExactly("h/9", "h/10", "h/11");
    }

    @Test
    void noneAreNone() {
        assertThat(BurstIds.parse(List.of())).isEmpty();
        assertThat(BurstIds.of(List.of())).isEmpty();
        assertThat(BurstIds.NONE.earliest()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void whatIsNoIdIsRefused() {
        assertThatThrownBy(() -> BurstIds.parse(List.of("web-01"))).isInstanceOf(NumberFormatException.class);
    }
}

package org.sockmortem.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNamesTest {
    private final FileNames names = new FileNames();

    @Test
    void theFirstOfANameHasItAndTheOthersANumber() {
        assertThat(names.of("localhost")).isEqualTo("localhost");
        assertThat(names.of("localhost")).isEqualTo("localhost~2");
        assertThat(names.of("LocalHost")).isEqualTo("LocalHost~3");
    }

    @Test
    void aHostCannotTakeTheNumberOfAnother() {
        names.of("a");
        assertThat(names.of("a~2")).isEqualTo("a_2");
        assertThat(names.of("a")).isEqualTo("a~2");
    }

    @Test
    void noNameLeadsOutOfTheFolder() {
        assertThat(names.of("../../etc/passwd")).isEqualTo("_._.._etc_passwd");
        assertThat(names.of("..")).isEqualTo("_.");
        assertThat(names.of(".hidden")).isEqualTo("_hidden");
        assertThat(names.of("-rf")).isEqualTo("_rf");
        assertThat(names.of("")).isEqualTo("unknown");
        assertThat(names.of("ho\u0000st\n\u202e")).isEqualTo("ho_st__");
        assertThat(names.of("x".repeat(5_000)).length()).isLessThan(250);
    }
}

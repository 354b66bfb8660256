package org.sockmortem.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostNoticeTest {
    private static final String BEFORE = "[    0.000000] Linux version 6.1.0-18-amd64\n";

    private static @Nullable String in(String text) {
        return HostNotice.in((BEFORE + text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[    2.345678] systemd[1]: Set hostname to <web01>.",
                "[    2.345678] systemd[1]: Hostname set to <web01>.",
                "<30>[    2.345678] systemd[1]: Set hostname to <web01>.",
                "[   12.3] cloud-init[612]: 2026-02-17 09:14:03,120 - cc_set_hostname.py[DEBUG]: Setting the hostname to web01 (web01)",
                "Debian GNU/Linux 12 web01 ttyS0\n\nweb01 login: [   99.100000] TCP: too many orphaned sockets"
            })
    void whatStartedNamesTheHost(String line) {
        assertThat(in(line)).isEqualTo("web01");
    }

    @Test
    void theLastNameThatIsOneCounts() {
        String template = "[    1.0] systemd[1]: Set hostname to <template>.\n";
        String real = "[    5.0] systemd[1]: Set hostname to <web01>.\n";
        String none = "[    7.0] systemd[1]: Set hostname to <localhost.localdomain>.";
        assertThat(in(template + real + none)).isEqualTo("web01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[    2.345678] systemd[1]: Set hostname to <localhost>.",
                "[    2.345678] systemd[712]: Set hostname to <container>.",
                "[    9.0] login: failed for web01",
                "hostname"
            })
    void otherLinesNameNone(String line) {
        assertThat(in(line)).isNull();
    }
}

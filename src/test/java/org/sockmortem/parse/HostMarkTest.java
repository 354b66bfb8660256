package org.sockmortem.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostMarkTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[root@web01 ~]# dmesg | tail",
                "[root@web01 log]#",
                "root@web01:~# dmesg",
                "bob@web01:/var/log$ sudo dmesg",
                "\u001b[?2004h[root@web01 ~]# dmesg",
                "web01:~ # dmesg",
                "web01 | CHANGED | rc=0 >>",
                "web01 | SUCCESS => {",
                "[1] 21:58:48 [SUCCESS] web01",
                "    NODENAME: web01"
            })
    void namesTheHost(String line) {
        assertThat(HostMark.of(line)).isEqualTo("web01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$ dmesg",
                "# a comment",
                "[root@localhost ~]# dmesg",
                "From: root@web01",
                "[   12.345678] usb 1-1: new device",
                "Oct 28 21:58:48 web01 kernel: eth0: link up",
                "web01 | a | b",
                "see https://example.org/#x"
            })
    void otherLinesNameNone(String line) {
        assertThat(HostMark.of(line)).isNull();
    }
}

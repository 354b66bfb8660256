package org.sockmortem.diagnosis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One setting in the clothes that shells, tools of configuration, containers and pages put on it. */
class AdviceFormsTest {
    private static List<String> read(String text) throws IOException {
        return Audit.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "x", null, null).stream()
                .map(s -> s.sysctl() + "=" + s.value())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "net.core.somaxconn = 128",
                "net.core.somaxconn=128",
                "  net.core.somaxconn   =    128   ",
                "\tnet.core.somaxconn\t=\t128",
                "net.core.somaxconn = 128 # backlog",
                "net.core.somaxconn = 128;",
                "net.core.somaxconn=128\\",
                "-net.core.somaxconn = 128",
                "+net.core.somaxconn = 128",
                "> net.core.somaxconn = 128",
                "* `net.core.somaxconn = 128`",
                "1. net.core.somaxconn=128",
                "net/core/somaxconn = 128",
                "/proc/sys/net/core/somaxconn: 128",
                "sysctl -w net.core.somaxconn=128",
                "sysctl -w net/core/somaxconn=128",
                "sudo /sbin/sysctl -q -w 'net.core.somaxconn = 128' > /dev/null",
                "# sysctl -w net.core.somaxconn=128",
                "$ sysctl net.core.somaxconn=128",
                "root@web01:~# sysctl -w net.core.somaxconn=\"128\"",
                "echo 128 > /proc/sys/net/core/somaxconn",
                "echo 128 >/proc/sys/net/core/somaxconn",
                "echo \"128\" | sudo tee /proc/sys/net/core/somaxconn",
                "printf 128 > /proc/sys/net/core/somaxconn",
                "sudo sh -c 'echo 128 > /proc/sys/net/core/somaxconn'",
                "echo 128 &gt; /proc/sys/net/core/somaxconn",
                "echo 'net.core.somaxconn = 128' >> /etc/sysctl.conf",
                "docker run --sysctl net.core.somaxconn=128 nginx",
                "docker run --sysctl=\"net.core.somaxconn=128\" nginx",
                "    net.core.somaxconn: 128",
                "      - net.core.somaxconn=128",
                "net.core.somaxconn: \"128\"",
                "\"net.core.somaxconn\": 128,",
                "[\"net.core.somaxconn\"]=\"128\"",
                "{\"name\":\"net.core.somaxconn\",\"value\":\"128\"}",
                "- { name: net.core.somaxconn, value: 128 }",
                "- sysctl: name=net.core.somaxconn value=128 state=present",
                "- name: net.core.somaxconn\n  value: \"128\"",
                "    name: net.core.somaxconn\n    state: present\n    value: '128'",
                "sysctl { 'net.core.somaxconn': value => '128' }",
                "sysctl { 'net.core.somaxconn':\n  ensure => present,\n  value  => '128',\n}",
                "sysctl::value { \"net.core.somaxconn\": value => \"128\" }",
                "sysctl 'net.core.somaxconn' do\n  value 128\nend",
                "net.core.somaxconn:\n  sysctl.present:\n    - value: 128",
                "boot.kernel.sysctl.\"net.core.somaxconn\" = 128;",
                "| net.core.somaxconn | 128 |",
                "Set net.core.somaxconn to 128.",
                "raise net.core.somaxconn from 4096 to 128",
                "net.core.somaxconn = \u201C128\u201D",
                "net.core.somaxconn\u00A0=\u00A0128",
                "net.core.somaxconn \uFF1D 128",
                "somaxconn = 128"
            })
    void itIsReadOnceInEachOfThem(String text) throws IOException {
        assertThat(read(text)).as(text).containsExactly("net.core.somaxconn=128");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#net.core.somaxconn = 128",
                "; net.core.somaxconn = 128",
                "if net.core.somaxconn == 128",
                "net.core.somaxconn != 128",
                "net.core.somaxconn >= 128",
                "cat /proc/sys/net/core/somaxconn",
                "sysctl net.core.somaxconn",
                "name: net.core.somaxconn\nport: 128",
                "net.example.com:8080",
                "java.net.timeout=30"
            })
    void whatIsNoSettingIsNotRead(String text) throws IOException {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void severalStandOnOneLine() throws IOException {
        assertThat(read("sysctl -w net.ipv4.tcp_fin_timeout=10 net.ipv4.tcp_mem=\"1 2 3\" tcp_tw_reuse=1"))
                .containsExactly("net.ipv4.tcp_fin_timeout=10", "net.ipv4.tcp_mem=1 2 3", "net.ipv4.tcp_tw_reuse=1");
        assertThat(read("--sysctl net.core.somaxconn=128 --sysctl=net.ipv4.ip_local_port_range=\"1024 65535\""))
                .containsExactly("net.core.somaxconn=128", "net.ipv4.ip_local_port_range=1024 65535");
    }

    @Test
    void aHexadecimalNumberIsOne() throws IOException {
        assertThat(Audit.of(
                        new ByteArrayInputStream("net.ipv4.tcp_max_orphans = 0x10000".getBytes(StandardCharsets.UTF_8)),
                        "x",
                        null,
                        16L << 30))
                .singleElement()
                .satisfies(s -> assertThat(s.verdict().id()).isEqualTo("ok"));
    }
}

package org.sockmortem.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that gave no answer is neither a zero nor a file that was not captured. */
class RefusalTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dmesg: read kernel buffer failed: Operation not permitted",
                "[command timed out]",
                "bash: ss: command not found",
                "/bin/sh: line 1: netstat: command not found",
                "sh: 1: ss: not found",
                "cat: /proc/net/sockstat: Permission denied",
                "timeout: failed to run command 'ss': No such file or directory",
                "Failed to query system properties: Connection timed out",
                "sudo: a password is required"
            })
    void isKnownAsSuch(String line) {
        assertThat(Refusal.is(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tcp:",
                "    17 connections aborted due to timeout",
                "TCP: inuse 4 orphan 0 tw 4 alloc 17 mem 1",
                "net.ipv4.tcp_mem = 1 2 3",
                "tcp   ESTAB  0  0  10.0.0.1:22  10.0.0.2:4711"
            })
    void butNoAnswerIs(String line) {
        assertThat(Refusal.is(line)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "proc/net/sockstat, cat: /proc/net/sockstat: Permission denied, sockstat (unreadable)",
        "sos_commands/networking/ss_-s, bash: ss: command not found, ss (unreadable)",
        "sos_commands/networking/netstat_-s, [command timed out], netstat (unreadable)",
        "sos_commands/kernel/sysctl_-a, bash: sysctl: command not found, sysctl (unreadable)",
        "proc/meminfo, '', meminfo (unreadable)",
        "uname, '', uname (unreadable)",
        "proc/sys/net/ipv4/tcp_mem, cat: tcp_mem: Operation not permitted, net.ipv4.tcp_mem (unreadable)"
    })
    void leavesAnUnreadableReading(String path, String text, String reading) {
        assertThat(Captured.words(path, text)).containsExactly(reading);
    }

    @Test
    void textOfAnotherKindLeavesNone() {
        assertThat(Captured.words("uname", "sos_commands/kernel/uname_-a")).isEmpty();
        assertThat(Captured.words("etc/sysctl.conf", "")).isEmpty();
        assertThat(Captured.words("etc/sysctl.conf", "# nothing is set here\n")).isEmpty();
    }

    @Test
    void aCountThatBrokeOffIsWorthNothing() {
        String rows = "State  Recv-Q Send-Q Local Peer\nESTAB 0 0 10.0.0.1:22 10.0.0.2:4711\n";
        assertThat(Captured.words("ss_-tan", rows)).containsExactly("ss.state.ESTAB=1");
        assertThat(Captured.words("ss_-tan", rows + "[command timed out]\n")).containsExactly("ss.state (unreadable)");
    }
}

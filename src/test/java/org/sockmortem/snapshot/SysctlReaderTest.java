package org.sockmortem.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sockmortem.snapshot.Reading.State;

class SysctlReaderTest {
    @Test
    void readsWhatSysctlPrints() throws IOException {
        assertThat(read("net.ipv4.tcp_max_orphans = 65536\nnet.ipv4.tcp_mem = 186135\t248180\t372270\n"))
                .extracting(Reading::name, Reading::value, Reading::state, Reading::line)
                .containsExactly(
                        tuple("net.ipv4.tcp_max_orphans", "65536", State.KNOWN, 1L),
                        tuple("net.ipv4.tcp_mem", "186135 248180 372270", State.KNOWN, 2L));
    }

    @Test
    void readsTheWaysOfConfigurationFiles() throws IOException {
        String text = """
                # net.ipv4.tcp_tw_recycle = 1
                ; a.b = 1
                net/ipv4/tcp_mem=1 2  3
                -net.core.somaxconn =4096
                net/ipv4/conf/eth0.100/rp_filter = 1
                -net.ipv4.conf.lo.rp_filter
                """;
        assertThat(read("\uFEFF" + text.replace("\n", "\r\n")))
                .extracting(Reading::name, Reading::value, Reading::line)
                .containsExactly(
                        tuple("net.ipv4.tcp_mem", "1 2 3", 3L),
                        tuple("net.core.somaxconn", "4096", 4L),
                        tuple("net.ipv4.conf.eth0/100.rp_filter", "1", 5L));
    }

    @Test
    void aMessageInPlaceOfAValueIsNoValue() throws IOException {
        assertThat(read("""
                        sysctl: reading key "net.ipv6.conf.all.stable_secret"
                        sysctl: permission denied on key 'net.ipv4.tcp_fastopen_key'
                        error: permission denied on key 'net.ipv4.route.flush'
                        error: "Invalid argument" reading key "fs.binfmt"
                        sysctl: cannot stat /proc/sys/net/ipv4/tcp_tw_recycle: No such file or directory
                        error: "net.ipv4.tcp_tw_timeout" is an unknown key
                        net.ipv4.tcp_mem = sysctl: permission denied on key 'kernel.x'
                        sysctl: unable to open directory "/proc/sys/fs/binfmt_misc/"
                        """))
                .extracting(Reading::name, Reading::value, Reading::state)
                .containsExactly(
                        tuple("net.ipv6.conf.all.stable_secret", null, State.UNREADABLE),
                        tuple("net.ipv4.tcp_fastopen_key", null, State.UNREADABLE),
                        tuple("net.ipv4.route.flush", null, State.UNREADABLE),
                        tuple("fs.binfmt", null, State.UNREADABLE),
                        tuple("net.ipv4.tcp_tw_recycle", null, State.MISSING),
                        tuple("net.ipv4.tcp_tw_timeout", null, State.MISSING),
                        tuple("net.ipv4.tcp_mem", null, State.UNREADABLE));
    }

    @Test
    void hostileTextIsPassedOver() throws IOException {
        byte[] noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        assertThat(SysctlReader.read(new ByteArrayInputStream(noise), "noise"))
                .allSatisfy(r -> assertThat(r.name().length()).isLessThanOrEqualTo(BoundedLines.LINE_LIMIT));
        assertThat(read("a.".repeat(1 << 20) + " = 1")).isEmpty();
        assertThat(read("= = =\n=\n.=\na=b\nerror: \"\nsysctl: reading key \"\n"))
                .isEmpty();
    }

    @Test
    void aNameWithoutEndIsCutAndTheNextLineIsRead() throws IOException {
        List<Reading> readings = read("net.x = " + "9".repeat(100_000) + "\nnet.y = 1\n");
        assertThat(readings).extracting(Reading::name).containsExactly("net.x", "net.y");
        assertThat(readings.get(0).value()).hasSizeLessThan(BoundedLines.LINE_LIMIT);
    }

    private static List<Reading> read(String text) throws IOException {
        return SysctlReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "sysctl_-a");
    }
}

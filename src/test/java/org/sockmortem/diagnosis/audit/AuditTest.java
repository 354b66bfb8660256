package org.sockmortem.diagnosis.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockmortem.diagnosis.catalogue.Catalogue;
import org.sockmortem.diagnosis.catalogue.Example;
import org.sockmortem.diagnosis.catalogue.Judgement;
import org.sockmortem.diagnosis.catalogue.Machine;
import org.sockmortem.diagnosis.catalogue.Ruling;
import org.sockmortem.diagnosis.catalogue.Sysctl;
import org.sockmortem.event.KernelRelease;
import org.sockmortem.snapshot.Reading;

class AuditTest {
    static Stream<Sysctl> all() {
        return Catalogue.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyExampleOfTheCatalogueComesOutAsItSays(Sysctl sysctl) {
        Set<String> said = new HashSet<>();
        for (Example example : sysctl.examples()) {
            AuditedSetting setting = judge(sysctl, example);
            assertThat(setting.verdict()).as(sysctl.name() + " = " + example).isEqualTo(example.ruling());
            assertThat(setting.why()).doesNotContain("{", "}", "?");
            said.add(start(setting.why()));
        }
        assertThat(sysctl.judgements())
                .as("judgements of %s that no example reaches", sysctl.name())
                .extracting(Judgement::why)
                .allSatisfy(why -> assertThat(said)
                        .anyMatch(s -> why.startsWith("{") || start(why).equals(s)));
    }

    /** The first words, up to the first place that is filled in. */
    private static String start(String why) {
        return why.replaceFirst("[{0-9].*", "").replaceFirst(" an? unknown amount.*", "");
    }

    private static AuditedSetting judge(Sysctl sysctl, Example example) {
        Long gib = example.memoryGib();
        Machine machine = Machine.of(
                example.kernel() == null ? null : KernelRelease.parse(example.kernel()),
                gib == null ? null : gib << 30);
        return Audit.judge(new Reading(sysctl.name(), example.value(), Reading.State.KNOWN, "f", 1), machine);
    }

    @Test
    void theServerAdviceTreatsNoOrphan() throws IOException {
        String text = """
                net.ipv4.tcp_tw_recycle=1
                net.ipv4.tcp_tw_reuse=1
                net.ipv4.tcp_fin_timeout=5
                net.ipv4.tcp_timestamps=1
                net.ipv4.tcp_tw_timeout=3
                """;
        assertThat(audit(text, null, null))
                .extracting(AuditedSetting::line, AuditedSetting::verdict)
                .containsExactly(
                        tuple(1L, Ruling.HARMFUL),
                        tuple(2L, Ruling.NO_EFFECT),
                        tuple(3L, Ruling.NO_EFFECT),
                        tuple(4L, Ruling.OK),
                        tuple(5L, Ruling.NOT_IN_MAINLINE));
        assertThat(audit(text, "5.10.0", null))
                .first()
                .extracting(AuditedSetting::verdict)
                .isEqualTo(Ruling.REMOVED);
    }

    @Test
    void theCureDoesNotTreatTheDisease() throws IOException {
        String text = """
                net.ipv4.ip_local_port_range = 1024 65535
                net.ipv4.tcp_mem = 786432 2097152 3145728
                net.ipv4.tcp_rmem = 4096 4096 16777216
                net.ipv4.tcp_wmem = 4096 4096 16777216
                """;
        List<AuditedSetting> settings = audit(text, null, null);
        assertThat(settings)
                .extracting(AuditedSetting::verdict)
                .containsExactly(Ruling.RISKY, Ruling.RISKY, Ruling.HARMFUL, Ruling.RISKY);
        assertThat(settings.get(1).why()).contains("3 GiB", "8 GiB", "12 GiB");
        assertThat(audit(text, "6.1.0", 8L << 30).get(1).verdict()).isEqualTo(Ruling.HARMFUL);
        assertThat(audit(text, "6.1.0", 16L << 30).get(1).verdict()).isEqualTo(Ruling.RISKY);
        assertThat(audit(text, "6.1.0", 128L << 30).get(1).verdict()).isEqualTo(Ruling.OK);
    }

    @Test
    void adviceIsFoundHoweverItIsWritten() throws IOException {
        String text = """
                First set `net.core.somaxconn` to 65535, then
                raise net.ipv4.ip_local_port_range to "1024 65535" and tcp_max_syn_backlog to 8192.
                Lower tcp_keepalive_time from 7200 to 600.
                - net.ipv4.tcp_tw_reuse: 1
                | net.core.netdev_max_backlog | 250000 |
                net.ipv4.tcp_fin_timeout 15
                    - name: net.ipv4.tcp_syncookies
                      value: "0"
                """;
        assertThat(audit(text, null, null))
                .extracting(AuditedSetting::line, AuditedSetting::sysctl, AuditedSetting::value)
                .containsExactly(
                        tuple(1L, "net.core.somaxconn", "65535"),
                        tuple(2L, "net.ipv4.ip_local_port_range", "1024 65535"),
                        tuple(2L, "net.ipv4.tcp_max_syn_backlog", "8192"),
                        tuple(3L, "net.ipv4.tcp_keepalive_time", "600"),
                        tuple(4L, "net.ipv4.tcp_tw_reuse", "1"),
                        tuple(5L, "net.core.netdev_max_backlog", "250000"),
                        tuple(6L, "net.ipv4.tcp_fin_timeout", "15"),
                        tuple(8L, "net.ipv4.tcp_syncookies", "0"));
    }

    @Test
    void whatATextSaysAboutASettingIsNoAdvice() throws IOException {
        String text = """
                The default of net.core.somaxconn is 128, and net.ipv4.tcp_fin_timeout has nothing to do with it.
                cat /proc/sys/net/ipv4/tcp_max_tw_buckets
                name: net.core.somaxconn
                port: 80
                value: 12
                """;
        assertThat(audit(text, null, null)).isEmpty();
    }

    @Test
    void popularWrongAdviceIsCalledSo() throws IOException {
        assertThat(audit("echo \"4096 87380 6291456\" > /proc/sys/net/ipv4/tcp_mem", null, null))
                .extracting(AuditedSetting::sysctl, AuditedSetting::value, AuditedSetting::verdict)
                .containsExactly(tuple("net.ipv4.tcp_mem", "4096 87380 6291456", Ruling.HARMFUL));
        assertThat(verdict("net.ipv4.tcp_max_orphans = 16384", "6.1.0", 16L << 30))
                .isEqualTo(Ruling.HARMFUL);
        assertThat(verdict("net.ipv4.tcp_max_orphans = 262144", "6.1.0", 16L << 30))
                .isEqualTo(Ruling.RISKY);
        assertThat(verdict("net.ipv4.tcp_max_tw_buckets = 20000", "6.1.0", 16L << 30))
                .isEqualTo(Ruling.HARMFUL);
        assertThat(verdict("net.ipv4.tcp_max_syn_backlog = 65536", "5.14.0", null))
                .isEqualTo(Ruling.NO_EFFECT);
        assertThat(verdict("net.ipv4.tcp_rmem = 16777216 16777216 16777216", null, null))
                .isEqualTo(Ruling.HARMFUL);
        assertThat(verdict("net.ipv4.tcp_keepalive_time = 600", null, null)).isEqualTo(Ruling.NO_EFFECT);
        assertThat(verdict("net.core.message_cost = 0", null, null)).isEqualTo(Ruling.RISKY);
        assertThat(verdict("net.ipv4.tcp_syncookies = 0", null, null)).isEqualTo(Ruling.HARMFUL);
    }

    @Test
    void settingsAreFoundInAnyText() throws IOException {
        String text = """
                # How to tune
                > First run `sysctl -w net.ipv4.tcp_mem="1 2 3"`, then set net.core.somaxconn = 4096.
                > > # net.ipv4.tcp_tw_recycle = 1
                # sysctl -w net.ipv4.tcp_tw_reuse=1
                ```sh
                $ sudo sysctl net.ipv4.tcp_fin_timeout=15 net.ipv4.tcp_sack=1
                echo 1 | sudo tee /proc/sys/net/ipv4/tcp_syncookies
                echo 'net.ipv4.tcp_rmem = 4096 87380 6291456' >> /etc/sysctl.conf
                ```
                | **tcp_max_orphans** = 1024 | net.ipv4.ip_local_reserved_ports=8080,9000-9100 |
                if tcp_mem == 3 or java.net.preferIPv4Stack=true or a.b=1 then
                net/ipv4/tcp_max_tw_buckets = 5000  # why not
                """;
        assertThat(audit(text, null, null))
                .extracting(AuditedSetting::line, AuditedSetting::sysctl, AuditedSetting::value)
                .containsExactly(
                        tuple(2L, "net.ipv4.tcp_mem", "1 2 3"),
                        tuple(2L, "net.core.somaxconn", "4096"),
                        tuple(4L, "net.ipv4.tcp_tw_reuse", "1"),
                        tuple(6L, "net.ipv4.tcp_fin_timeout", "15"),
                        tuple(6L, "net.ipv4.tcp_sack", "1"),
                        tuple(7L, "net.ipv4.tcp_syncookies", "1"),
                        tuple(8L, "net.ipv4.tcp_rmem", "4096 87380 6291456"),
                        tuple(10L, "net.ipv4.tcp_max_orphans", "1024"),
                        tuple(10L, "net.ipv4.ip_local_reserved_ports", "8080,9000-9100"),
                        tuple(12L, "net.ipv4.tcp_max_tw_buckets", "5000"));
    }

    @Test
    void whatIsNoValueIsSaidToBeNone() throws IOException {
        assertThat(verdict("net.ipv4.tcp_mem = 186135 248180", null, null)).isEqualTo(Ruling.MALFORMED);
        assertThat(verdict("net.ipv4.tcp_max_orphans = 64k", null, null)).isEqualTo(Ruling.MALFORMED);
        assertThat(verdict("net.ipv4.tcp_max_orphans = -1", null, null)).isEqualTo(Ruling.MALFORMED);
        assertThat(verdict("fs.file-max = 9223372036854775808", null, null)).isEqualTo(Ruling.MALFORMED);
        assertThat(verdict("net.ipv4.tcp_max_orphans = \"\"", null, null)).isEqualTo(Ruling.MALFORMED);
        assertThat(verdict("kernel.domainname = example", null, null)).isEqualTo(Ruling.UNKNOWN);
        assertThat(verdict("sysctl: permission denied on key 'net.ipv4.tcp_mem'", null, null))
                .isEqualTo(Ruling.UNKNOWN);
    }

    @Test
    void hostileTextCostsNeitherTimeNorFailure() {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder();
        String[] pieces = {
            "net.",
            "ipv4",
            "/",
            "=",
            " ",
            "1",
            "-",
            "\"",
            "'",
            "echo ",
            ">",
            "/proc/sys/",
            "tcp_mem",
            "`",
            "*",
            "\n",
            "|",
            "tee "
        };
        while (text.length() < 300_000) {
            text.append(pieces[random.nextInt(pieces.length)].repeat(1 + random.nextInt(40)));
        }
        text.append("net.a" + ".b".repeat(4000) + " " + " ".repeat(4000)).append("echo " + " ".repeat(8000));
        assertTimeout(Duration.ofSeconds(20), () -> audit(text.toString(), "6.1.0", 1L << 30));
    }

    private static Ruling verdict(String text, @Nullable String release, @Nullable Long memory) throws IOException {
        List<AuditedSetting> settings = audit(text, release, memory);
        assertThat(settings).hasSize(1);
        return settings.get(0).verdict();
    }

    private static List<AuditedSetting> audit(String text, @Nullable String release, @Nullable Long memory)
            throws IOException {
        return Audit.of(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                "how-to.md",
                release == null ? null : KernelRelease.parse(release),
                memory);
    }
}

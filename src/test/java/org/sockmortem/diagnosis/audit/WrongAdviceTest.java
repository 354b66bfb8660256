package org.sockmortem.diagnosis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmortem.event.KernelRelease;

/** What is often advised against orphans, full queues and "callbacks suppressed", and what is to be said of it, by kernel and memory. */
class WrongAdviceTest {
    @ParameterizedTest(name = "{0} on {1} with {2}")
    @CsvSource(delimiterString = "|", nullValues = "-", textBlock = """
            # advice                                             | kernel                | GiB | verdict         | what matters
            net.ipv4.tcp_tw_recycle = 1                          | 6.1.0                 | -   | removed         | up to 4.11
            net.ipv4.tcp_tw_recycle = 1                          | 4.12.0                | -   | removed         | up to 4.11
            net.ipv4.tcp_tw_recycle = 1                          | 4.11.12               | -   | harmful         | share an address
            net.ipv4.tcp_tw_recycle = 1                          | 3.10.0-1160.el7       | -   | harmful         | share an address
            net.ipv4.tcp_tw_recycle = 1                          | -                     | -   | harmful         | frees no orphan
            net.ipv4.tcp_tw_reuse = 1                            | 6.1.0                 | 16  | no-effect       | opens itself
            net.ipv4.tcp_max_tw_buckets = 2000000                | 6.1.0                 | 16  | ok              | does not concern orphans
            net.ipv4.tcp_max_tw_buckets = 20000                  | 6.1.0                 | 16  | harmful         | Below the kernel's choice
            net.ipv4.tcp_fin_timeout = 10                        | 6.1.0                 | -   | no-effect       | leaves the orphans at once
            net.ipv4.tcp_fin_timeout = 30                        | 2.6.32-754.el6        | -   | no-effect       | leaves the orphans at once
            net.ipv4.tcp_fin_timeout = 61                        | 6.1.0                 | -   | harmful         | makes orphans
            net.ipv4.ip_local_port_range = 1024 65535            | 6.1.0                 | -   | risky           | For a server
            net.ipv4.tcp_mem = 786432 2097152 3145728            | -                     | -   | risky           | 3 GiB, 8 GiB and 12 GiB
            net.ipv4.tcp_mem = 786432 2097152 3145728            | 6.1.0                 | 16  | risky           | 12 GiB of 16 GiB
            net.ipv4.tcp_mem = 786432 2097152 3145728            | 6.1.0                 | 8   | harmful         | 12 GiB
            net.ipv4.tcp_mem = 4096 87380 6291456                | -                     | -   | harmful         | bytes of tcp_rmem
            net.ipv4.tcp_mem = 8388608 8388608 8388608           | 6.1.0                 | 16  | harmful         | 32 GiB
            net.ipv4.tcp_rmem = 16777216 16777216 16777216       | 6.1.0                 | 16  | harmful         | begins with
            net.ipv4.tcp_wmem = 16777216 16777216 16777216       | 6.1.0                 | 16  | harmful         | 16777216
            net.ipv4.tcp_rmem = 4096 4096 16777216               | -                     | -   | harmful         | first window
            net.ipv4.tcp_max_orphans = 262144                    | 6.1.0                 | 16  | risky           | OOM killer
            net.ipv4.tcp_max_orphans = 262144                    | 6.1.0                 | 64  | ok              | kernel's own choice
            net.ipv4.tcp_max_orphans = 262144                    | -                     | -   | risky           | 16 GiB
            net.ipv4.tcp_max_orphans = 1024                      | 6.1.0                 | 16  | harmful         | 65536
            net.ipv4.tcp_max_orphans = 16384                     | 6.1.0                 | 16  | harmful         | earlier than without
            net.ipv4.tcp_max_orphans = 16384                     | -                     | -   | risky           | lowers the limit
            net.ipv4.tcp_max_orphans = 16384                     | 6.1.0                 | 4   | ok              | kernel's own choice
            net.ipv4.tcp_syncookies = 1                          | 6.1.0                 | -   | ok              | A net below the queue
            net.ipv4.tcp_syncookies = 0                          | 6.1.0                 | -   | harmful         | honest clients
            net.ipv4.tcp_max_syn_backlog = 65536                 | 6.1.0                 | -   | no-effect       | somaxconn
            net.ipv4.tcp_max_syn_backlog = 65536                 | 3.10.0-1160.el7       | -   | ok              | smallest deciding
            net.ipv4.tcp_keepalive_time = 60                     | 6.1.0                 | -   | no-effect       | orphans do not
            net.core.message_cost = 0                            | 6.1.0                 | -   | risky           | limiter
            net.core.message_burst = 1000                        | 6.1.0                 | -   | no-effect       | lines
            net.core.somaxconn = 65535                           | 6.1.0                 | -   | ok              | must ask for as much
            net.ipv4.tcp_tw_timeout = 3                          | 6.1.0                 | -   | not-in-mainline | Alibaba
            net.ipv4.tcp_timestamps = 0                          | 6.1.0                 | -   | risky           | tcp_tw_reuse
            net.ipv4.tcp_low_latency = 1                         | 5.4.0                 | -   | no-effect       | 4.14
            net.ipv4.tcp_fack = 1                                | 5.4.0                 | -   | no-effect       | 4.15
            net.ipv4.tcp_orphan_retries = 1                      | 6.1.0                 | -   | risky           | lossy paths
            net.ipv4.tcp_abort_on_overflow = 1                   | 6.1.0                 | -   | risky           | trying again
            """)
    void isJudged(String advice, @Nullable String kernel, @Nullable Long gib, String verdict, String matters)
            throws IOException {
        List<AuditedSetting> settings = Audit.of(
                new ByteArrayInputStream(advice.getBytes(StandardCharsets.UTF_8)),
                "how-to",
                kernel == null ? null : KernelRelease.parse(kernel),
                gib == null ? null : gib << 30);
        assertThat(settings).singleElement().satisfies(s -> {
            assertThat(s.verdict().id()).isEqualTo(verdict);
            assertThat(s.why()).contains(matters);
            assertThat(s.instead() == null).isEqualTo(verdict.equals("ok"));
        });
    }
}

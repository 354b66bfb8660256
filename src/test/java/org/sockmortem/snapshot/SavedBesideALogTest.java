package org.sockmortem.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** State that somebody saved by hand into the folder of the log, under the names that come to mind. */
class SavedBesideALogTest {
    @ParameterizedTest
    @CsvSource({
        "sockstat, SOCKSTAT",
        "incident-3/sockstat, SOCKSTAT",
        "/collected/web-1/sockstat.txt, SOCKSTAT",
        "web-1/proc_net_sockstat, SOCKSTAT",
        "web-1/netstat, NETSTAT",
        "web-1/nstat_-az.txt, NETSTAT",
        "web-1/nstat -az, NETSTAT",
        "web-1/meminfo, MEMINFO",
        "web-1/proc_meminfo.txt, MEMINFO",
        "case.tar.xz!/web-1/proc/net/sockstat, SOCKSTAT"
    })
    void isReadWhereverItLies(String path, SnapshotReader reader) {
        assertThat(SnapshotReader.of(path)).contains(reader);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "box/proc/96008/net/sockstat",
                "proc/1/net/netstat",
                "sys/devices/system/node/node0/meminfo",
                "web-1/sockstat6",
                "web-1/old-sockstat",
                "usr/bin/nstat.c"
            })
    void butNotWhatIsOfOneProcessOrOfSomethingElse(String path) {
        assertThat(SnapshotReader.of(path)).isEmpty();
    }
}

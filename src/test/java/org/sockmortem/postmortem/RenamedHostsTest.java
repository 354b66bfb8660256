package org.sockmortem.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockmortem.source.Box;

/** Captures of one machine id and several names. */
class RenamedHostsTest {
    private static final String ID = "0123456789abcdef0123456789abcdef\n";
    private static final String ORPHANS = "kernel: TCP: too many orphaned sockets\n";

    private final Map<String, byte[]> all = new HashMap<>();

    private void capture(String name, String id, String date, String messages) {
        String root = "sosreport-" + name + "-" + date + "-abcdefg/";
        all.putAll(Box.members(
                root + "etc/machine-id",
                id,
                root + "etc/hostname",
                name + "\n",
                root + "sos_commands/date/date",
                date + " 12:00:00 UTC\n",
                root + "var/log/messages",
                messages));
    }

    private List<HostReport> hosts() {
        return HostArchivesTest.report(Box.tar(all)).hosts();
    }

    @Test
    void aMachineThatWasRenamedIsOneHostByItsLastName() {
        String old = "2026-02-03T09:14:03+00:00 web01 " + ORPHANS;
        capture("web01", ID, "2026-02-04", old);
        capture("db01", ID, "2026-02-11", old + "2026-02-10T10:00:00+00:00 db01 " + ORPHANS);
        HostReport host = hosts().get(0);
        assertThat(hosts()).extracting(HostReport::host).containsExactly("db01");
        assertThat(host.machineId()).isEqualTo(ID.strip());
        assertThat(host.totals().get(0).printed()).as("each line once").isEqualTo(2);
    }

    @Test
    void machinesOfOneImageAreToldByBeingCapturedTogether() {
        capture("web01", ID, "2026-02-04", "2026-02-03T09:14:03+00:00 web01 " + ORPHANS);
        capture("web02", ID, "2026-02-04", "2026-02-03T09:14:03+00:00 web02 " + ORPHANS);
        assertThat(hosts()).extracting(HostReport::host).containsExactly("web01", "web02");
    }

    @Test
    void andByBeingMany() {
        for (int i = 1; i <= 5; i++) {
            capture("web0" + i, ID, "2026-02-0" + i, "2026-01-03T09:14:03+00:00 web0" + i + " " + ORPHANS);
        }
        assertThat(hosts()).hasSize(5);
    }
}

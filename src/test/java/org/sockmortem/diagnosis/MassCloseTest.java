package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmortem.event.Signal;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.timeline.Callers;
import org.sockmortem.timeline.Suppressed;

class MassCloseTest {
    private static final String CAUSE = "mass-close";
    private static final Suppressed MANY = new Suppressed(0, 50, 50);

    @Test
    void otherSignalsAndSlowBurstsAreNone() {
        assertThat(Cases.with(Signal.TCP_MEMORY, Signal.CONNTRACK_FULL).causes())
                .doesNotContain(CAUSE);
        assertThat(burst(60, 10, MANY).causes()).doesNotContain(CAUSE);
    }

    @Test
    void aShortDenseBurstMakesItPossible() {
        assertThat(burst(6, 10, Suppressed.NONE).finding(CAUSE).verdict()).isEqualTo(Verdict.POSSIBLE);
        assertThat(burst(6, 9, Suppressed.NONE).causes()).doesNotContain(CAUSE);
        assertThat(burst(6.001, 10, MANY).causes()).doesNotContain(CAUSE);
        assertThat(burst(0.5, 4, MANY).finding(CAUSE).verdict()).isEqualTo(Verdict.POSSIBLE);
    }

    @Test
    void aKillBesideItMakesItLikely() {
        assertThat(killed(997.9).causes()).doesNotContain(CAUSE);
        assertThat(killed(998).finding(CAUSE).verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(killed(1000).finding(CAUSE).because().get(0).text()).contains("java invoked oom-killer");
        assertThat(killed(1002.1).causes()).doesNotContain(CAUSE);
    }

    @Test
    void whatGoesOnTooLongSpeaksAgainstIt() {
        Finding finding = burst(121, 10, MANY)
                .context(Signal.MEMORY_OOM_KILL, 1000, "java invoked oom-killer")
                .finding(CAUSE);
        assertThat(finding.against()).hasSize(1);
        Finding shorter = burst(120, 10, MANY)
                .context(Signal.MEMORY_OOM_KILL, 1000, "java invoked oom-killer")
                .finding(CAUSE);
        assertThat(shorter.against()).isEmpty();
    }

    @Test
    void aCrashBesideItMakesItLikelyAndItsOwnThreadSure() {
        String crash = "nginx[4711]: segfault at 0 ip 00007f sp 00007f error 4";
        assertThat(ended(Signal.PROCESS_CRASH, 997.9, crash).causes()).doesNotContain(CAUSE);
        Finding finding = ended(Signal.PROCESS_CRASH, 998, crash).finding(CAUSE);
        assertThat(finding.verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(finding.because().get(0).text())
                .startsWith("A process crashed")
                .contains(crash);
        assertThat(finding.actions().get(0).text()).contains("coredumpctl");
        assertThat(called(4711).finding(CAUSE).verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(called(4712).finding(CAUSE).verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(called(47).finding(CAUSE).verdict()).isEqualTo(Verdict.LIKELY);
    }

    @Test
    void aServiceThatIsStoppedOnPurposeNeedsADenseBurstBesideIt() {
        String gone = "nginx.service: Main process exited, code=killed, status=9/KILL";
        String wanted = "Stopping nginx.service - A web server...";
        assertThat(ended(Signal.SERVICE_STOP, 1000, gone).finding(CAUSE).verdict())
                .isEqualTo(Verdict.LIKELY);
        assertThat(ended(Signal.SERVICE_STOP, 999, wanted).finding(CAUSE).verdict())
                .isEqualTo(Verdict.POSSIBLE);
        Finding dense =
                burst(6, 10, MANY).context(Signal.SERVICE_STOP, 999, wanted).finding(CAUSE);
        assertThat(dense.verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(Texts.because(dense)).anyMatch(t -> t.startsWith("The burst was short and dense"));
        assertThat(dense.missing().get(0).text())
                .contains("local ports of the orphans")
                .endsWith("would decide it.");
    }

    @Test
    void theSystemsLogTellsWhoseConnectionsTheyWere(@TempDir Path folder) {
        SavedHost host = new SavedHost(folder).file("messages", """
                        Oct 28 20:00:01 web01 systemd[1]: Stopping logrotate.service - Rotate log files...
                        Oct 28 21:50:00 web01 kernel: old[99]: segfault at 0 ip 00007f sp 00007f error 4
                        Oct 28 21:58:46 web01 systemd[1]: Stopping User Manager for UID 0...
                        Oct 28 21:58:47 web01 systemd[1]: haproxy.service: Main process exited, code=killed, status=9/KILL
                        Oct 28 21:58:48 web01 kernel: TCP: too many orphaned sockets
                        Oct 28 21:58:48 web01 kernel: TCP: too many orphaned sockets
                        Oct 28 21:58:48 web01 systemd[1]: haproxy.service: Scheduled restart job, restart counter is at 1.
                        """);
        Finding close = host.finding(CAUSE);
        assertThat(close.verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(close.because().get(0).ref()).hasToString(folder.resolve("messages") + ":4");
        HostReport report = host.report();
        assertThat(report.incidents().get(0).context())
                .extracting(e -> e.signal() + " " + e.detail())
                .containsExactly("service.stop haproxy.service", "service.stop haproxy.service");
        assertThat(report.context()).hasSize(2);
        assertThat(report.totals()).extracting(t -> t.signal()).containsExactly(Signal.TCP_ORPHANS);
    }

    @Test
    void aJournalAsJsonTellsItToo(@TempDir Path folder) {
        SavedHost host = new SavedHost(folder).file("journal.json", """
                        {"__CURSOR":"s=1","__REALTIME_TIMESTAMP":"1761685127000000","_HOSTNAME":"web01","_TRANSPORT":"journal","SYSLOG_IDENTIFIER":"systemd","_PID":"1","MESSAGE":"haproxy.service: Main process exited, code=killed, status=9/KILL"}
                        {"__CURSOR":"s=2","__REALTIME_TIMESTAMP":"1761685127500000","_HOSTNAME":"web01","_TRANSPORT":"syslog","SYSLOG_IDENTIFIER":"app","_PID":"7","MESSAGE":"haproxy.service: Main process exited, code=killed"}
                        {"__CURSOR":"s=3","__REALTIME_TIMESTAMP":"1761685128000000","_HOSTNAME":"web01","_TRANSPORT":"kernel","SYSLOG_IDENTIFIER":"kernel","MESSAGE":"TCP: too many orphaned sockets"}
                        """);
        assertThat(host.finding(CAUSE).verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(host.report().context())
                .extracting(e -> e.signal() + " " + e.detail())
                .containsExactly("service.stop haproxy.service");
    }

    private static Cases ended(Signal signal, double at, String text) {
        return burst(60, 10, MANY).context(signal, at, text);
    }

    private static Cases called(long thread) {
        return Cases.quiet()
                .calledBy(new Callers(10, 0, 10, Map.of(thread, 10L)))
                .burst(Signal.TCP_ORPHANS, 1000, 60, 10, MANY, "TCP: too many orphaned sockets")
                .context(Signal.PROCESS_CRASH, 1000, "nginx[4711]: segfault at 0 ip 00007f sp 00007f error 4");
    }

    private static Cases burst(double seconds, long printed, Suppressed suppressed) {
        return Cases.quiet()
                .burst(Signal.TCP_ORPHANS, 1000, seconds, printed, suppressed, "TCP: too many orphaned sockets");
    }

    private static Cases killed(double at) {
        return burst(60, 10, MANY).context(Signal.MEMORY_OOM_KILL, at, "java invoked oom-killer");
    }
}

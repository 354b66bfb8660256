package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmortem.event.Signal;

class KernelMemoryExhaustedTest {
    private static final String CAUSE = "kernel-memory-exhausted";

    @Test
    void burstsAloneSayNothingOfIt() {
        assertThat(Cases.with(Signal.TCP_MEMORY, Signal.TCP_SOCKET_MEMORY).causes())
                .doesNotContain(CAUSE);
    }

    @Test
    void aKillMakesItLikelyForTheContainerMayBeMeant() {
        Finding finding = Cases.with(Signal.TCP_ORPHANS)
                .context(Signal.MEMORY_OOM_KILL, 1000, "java invoked oom-killer")
                .finding(CAUSE);
        assertThat(finding.verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(finding.bursts()).containsExactly("h/1");
        assertThat(Texts.missing(finding)).anyMatch(t -> t.contains("CONSTRAINT_MEMCG"));
    }

    @Test
    void theOrderOfAFailedAllocationTellsFragmentationApart() {
        assertThat(failed("order:0, mode:0x20").verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(failed("order:1, mode:0x20").verdict()).isEqualTo(Verdict.POSSIBLE);
        assertThat(failed("order:01").verdict()).isEqualTo(Verdict.POSSIBLE);
        assertThat(failed("order:4").severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void fiveEventsAreCitedAndTheRestCounted() {
        Cases cases = Cases.quiet();
        for (int i = 0; i < 5; i++) {
            cases.context(Signal.MEMORY_OOM_KILL, i, "java invoked oom-killer");
        }
        assertThat(Texts.because(cases.finding(CAUSE))).noneMatch(t -> t.contains("more such"));
        cases.context(Signal.MEMORY_OOM_KILL, 9, "java invoked oom-killer");
        assertThat(Texts.because(cases.finding(CAUSE))).contains("1 more such event.");
    }

    private static Finding failed(String text) {
        return Cases.quiet()
                .context(Signal.MEMORY_ALLOCATION_FAILURE, 1, "swapper: page allocation failure: " + text)
                .finding(CAUSE);
    }

    @Test
    void theLinesTellWhoseMemoryItWasAndWhomItTook(@TempDir Path folder) {
        SavedHost host = new SavedHost(folder).file("dmesg", """
                        [86400.100000][ T4242] java invoked oom-killer: gfp_mask=0x140cca(GFP_HIGHUSER_MOVABLE), order=0, oom_score_adj=0
                        [86400.200000][ T4242] oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=a,mems_allowed=0,oom_memcg=/a,task_memcg=/a,task=nginx,pid=4100,uid=33
                        [86400.200100][ T4242] Memory cgroup out of memory: Killed process 4100 (nginx) total-vm:1kB, anon-rss:1kB, file-rss:0kB, shmem-rss:0kB, UID:33 pgtables:1kB oom_score_adj:0
                        [86400.900000][ T4100] TCP: too many orphaned sockets
                        """);
        Finding memory = host.finding("kernel-memory-exhausted");
        assertThat(memory.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(Texts.because(memory)).anyMatch(t -> t.startsWith("It was the limit of a control group"));
        assertThat(memory.scope()).isEqualTo("control-group");
        assertThat(memory.sysctls()).isEmpty();
        assertThat(Texts.actions(memory, Remedy.Kind.APPLICATION)).anyMatch(t -> t.contains("MemoryMax="));
        Finding close = host.finding("mass-close");
        assertThat(close.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(Texts.because(close))
                .anyMatch(t -> t.contains("Killed process 4100 (nginx)"))
                .contains("The thread that closed, by its caller id, is the process that ended.");
    }

    @Test
    void theTitleSaysWhoseMemoryItWas(@TempDir Path folder) {
        SavedHost host = new SavedHost(folder).file("dmesg", """
                        [86400.200100] Memory cgroup out of memory: Kill process 4100 (nginx) score 905 or sacrifice child
                        [86400.200200] Killed process 4100 (nginx) total-vm:1kB, anon-rss:1kB, file-rss:0kB, shmem-rss:0kB
                        [86500.200100] Out of memory: Kill process 4200 (java) score 905 or sacrifice child
                        [86500.200200] Killed process 4200 (java) total-vm:1kB, anon-rss:1kB, file-rss:0kB, shmem-rss:0kB
                        """);
        Finding both = host.finding(CAUSE);
        assertThat(both.scope()).isEqualTo("machine-and-group");
        assertThat(Texts.because(both))
                .anyMatch(t -> t.startsWith("One of them was by the limit of a control group"))
                .noneMatch(t -> t.startsWith("It was"));
        assertThat(failed("order:0").scope()).isEqualTo("refused");
        assertThat(failed("order:4").scope()).isEqualTo("fragmented");
        assertThat(failed("order:4").sysctls()).containsExactly("vm.min_free_kbytes");
        assertThat(Cases.quiet()
                        .context(Signal.MEMORY_OOM_KILL, 1, "java invoked oom-killer")
                        .finding(CAUSE)
                        .scope())
                .isEqualTo("unknown");
    }

    @Test
    void anotherThreadIsNotProven(@TempDir Path folder) {
        SavedHost host = new SavedHost(folder).file("dmesg", """
                        [86400.100000][ T4242] java invoked oom-killer: gfp_mask=0x140cca(GFP_HIGHUSER_MOVABLE), order=0, oom_score_adj=0
                        [86400.200100][ T4242] Out of memory: Killed process 4100 (nginx) total-vm:1kB, anon-rss:1kB, file-rss:0kB, shmem-rss:0kB, UID:33 pgtables:1kB oom_score_adj:0
                        [86400.900000][ T4101] TCP: too many orphaned sockets
                        """);
        assertThat(Texts.because(host.finding("kernel-memory-exhausted")))
                .anyMatch(t -> t.startsWith("It was the memory of the machine"));
        assertThat(host.finding("kernel-memory-exhausted").scope()).isEqualTo("machine");
        assertThat(host.finding("mass-close").verdict()).isEqualTo(Verdict.LIKELY);
    }
}

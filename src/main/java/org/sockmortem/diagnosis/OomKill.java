package org.sockmortem.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockmortem.timeline.Citation;
import org.sockmortem.timeline.ContextEvent;

/**
 * What the lines of an OOM kill tell: whose limit it was and whom it took (oom_kill_process() and dump_oom_summary(), mm/oom_kill.c).
 *
 * @param event the occurrence
 */
record OomKill(ContextEvent event) {
    private static final Pattern VICTIM = Pattern.compile("[Kk]illed process (\\d{1,10})\\b.*");
    private static final Pattern GROUP = Pattern.compile("constraint=CONSTRAINT_MEMCG|^Memory cgroup out of memory");
    private static final Pattern MACHINE = Pattern.compile("constraint=CONSTRAINT_NONE|^Out of [Mm]emory: [Kk]ill");

    /** The line that says whose limit it was: a control group's. */
    Optional<Citation> group() {
        return line(GROUP);
    }

    /** The line that says that it was the machine's memory; 5.0 and later, or the older text that names no group. */
    Optional<Citation> machine() {
        return group().isPresent() ? Optional.empty() : line(MACHINE);
    }

    /** The line that names who was killed, else the first. */
    Citation foremost() {
        return line(VICTIM).orElse(event.citation());
    }

    /** Whether the process that was killed is one of these threads. */
    boolean isOf(Iterable<Long> threads) {
        for (Citation line : event.lines()) {
            Matcher victim = VICTIM.matcher(line.text());
            if (victim.find()) {
                long pid = Long.parseLong(victim.group(1));
                for (long thread : threads) {
                    if (thread == pid) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private Optional<Citation> line(Pattern pattern) {
        List<Citation> lines = event.lines();
        return lines.stream().filter(l -> pattern.matcher(l.text()).find()).findFirst();
    }
}

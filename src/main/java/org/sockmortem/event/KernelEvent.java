package org.sockmortem.event;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a kernel log line, or a daemon's note about such lines, says. The set is closed: what the grammar knows is one of
 * these, everything else is no event.
 */
public sealed interface KernelEvent {
    /**
     * A limit spoke: {@code TCP: too many orphaned sockets}.
     *
     * @param wording the text by which it was said
     * @param detail the part that varies (a port, a limit, an address, a table), or {@code null} where nothing does
     */
    record SignalLine(Wording wording, @Nullable String detail) implements KernelEvent {
        /** What was said. */
        public Signal signal() {
            return wording.signal();
        }
    }

    /**
     * Something that explains a burst without being one: {@code java invoked oom-killer: …}.
     *
     * @param signal one of the {@linkplain Signal#isContext() context} signals
     * @param step the place of this line within one occurrence, rising from 1; a line of the same or a lower step begins the next
     *     occurrence. Signals that take one line an occurrence are always 1.
     * @param detail the process, task or device named, or {@code null}
     */
    record ContextLine(Signal signal, int step, @Nullable String detail) implements KernelEvent {}

    /**
     * A rate limiter's note: {@code net_ratelimit: 50 callbacks suppressed}.
     *
     * @param function what stands before the colon: {@code net_ratelimit}, {@code __ratelimit} (2.6.26 to 2.6.32, any user),
     *     {@code printk} and {@code NET} (token buckets), or another C function
     * @param callbacks refused calls, at least 0
     */
    record SuppressionNote(String function, long callbacks) implements KernelEvent {}

    /**
     * A daemon's note that a line came again: {@code last message repeated 3 times}.
     *
     * @param times further copies, beyond the one that is printed
     * @param repeated the event that came again where the note quotes it, or {@code null} where it is the line before
     */
    record RepetitionNote(long times, @Nullable KernelEvent repeated) implements KernelEvent {}

    /**
     * Somebody says that lines are missing: {@code ** 127 printk messages dropped **}.
     *
     * @param lost how many, or -1 where the note does not say
     * @param layer where they were lost
     */
    record LossNote(long lost, Layer layer) implements KernelEvent {
        /** Who lost lines on their way from the kernel to a file. */
        public enum Layer {
            /** A slow console; the ring buffer still had them (printk.c, console_prepend_dropped()). */
            CONSOLE,
            /** The ring buffer, at boot (printk.c, setup_log_buf()). */
            RING,
            /** journald, which read the ring buffer too late (journald-kmsg.c, dev_kmsg_record()). */
            JOURNAL,
            /** A syslog daemon's rate limit, or journald on the way to it. */
            SYSLOG,
            /** journald's rate limit of one service; the kernel's lines have none (journald-server.c, server_dispatch_message()). */
            SERVICE
        }
    }

    /**
     * The console says that the line after it is one that it had begun to print before: {@code ** replaying previous printk message **},
     * console_prepend_replay(), kernel/printk/printk.c, 6.12 and later.
     */
    record ReplayNote() implements KernelEvent {}

    /**
     * The first line of a boot: {@code Linux version 6.1.0-50-cloud-amd64 (…) …}.
     *
     * @param release what follows "Linux version"
     */
    record BootLine(String release) implements KernelEvent {}

    /**
     * The size of the established hash table, from which the kernel derives its defaults (tcp_init(), net/ipv4/tcp.c).
     *
     * @param entries slots, a power of two
     */
    record EstablishedHash(long entries) implements KernelEvent {}

    /**
     * The machine's memory as it boots: {@code Memory: 16306832K/16776688K available (…)}, mem_init_print_info(), mm/page_alloc.c, and before 3.10 mem_init() of each architecture.
     *
     * @param bytes all of it, without the holes that kernels before 3.10 counted in
     */
    record BootMemory(long bytes) implements KernelEvent {}

    /**
     * A line of another user of {@code net_ratelimit()}, such as {@code martian source …}: no signal, but it used up a call.
     *
     * @param what the user, in a word or two
     */
    record OtherLimited(String what) implements KernelEvent {}

    /**
     * The journal's word that the lines around it are of different boots: {@code -- Boot 0b5f… --}, {@code -- Reboot --}. It stands
     * before the new boot's lines, or (sosreport 4.9 and later) after the old one's id was printed behind its own.
     *
     * @param bootId the kernel's boot id, or {@code null}
     */
    record BootMark(@Nullable String bootId) implements KernelEvent {}

    /**
     * A line that tells the wall clock beside its own stamp: rtc_hctosys(), drivers/rtc/class.c, or audit's.
     *
     * @param epochMicros microseconds since 1970, UTC
     * @param plusMinusMicros how exact that is
     */
    record ClockReading(long epochMicros, long plusMinusMicros) implements KernelEvent {}

    /**
     * The head of a journalctl output of before 250: {@code -- Logs begin at Thu 2020-04-30 …}. No line below it is older.
     *
     * @param begin the date of the oldest entry
     */
    record LogSpan(LocalDate begin) implements KernelEvent {}
}

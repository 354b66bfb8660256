package org.sockmortem.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.event.Signal;
import org.sockmortem.parse.grammar.KernelLogParser;

/** Messages of the grammar to events, a family at a time; {@code null} where a number in them cannot be one. */
final class Messages {
    private static final int LONGEST_NAME = 15;
    private static final Pattern MEMORY = Pattern.compile("Memory: \\d{1,15}[kK]/(\\d{1,15})[kK] available");
    private static final Pattern ABSENT = Pattern.compile("[ (](\\d{1,15})k absent");
    private static final Pattern COMM_BEGINNING = Pattern.compile("[\\p{L}\\p{N}(._:+-]");

    private Messages() {}

    static @Nullable KernelEvent read(KernelLogParser.TaglessMessageContext message, String text) {
        if (message.tcp != null) {
            return TcpMessages.read(message.tcp, text);
        }
        return message.table != null ? TableMessages.read(message.table) : suppression(message.suppression);
    }

    static @Nullable KernelEvent read(KernelLogParser.MessageContext message, String text) {
        if (message.tcp != null) {
            return TcpMessages.read(message.tcp, text);
        }
        if (message.table != null) {
            return TableMessages.read(message.table);
        }
        if (message.suppression != null) {
            return suppression(message.suppression);
        }
        if (message.boot != null) {
            return boot(message.boot, text);
        }
        if (message.memory != null) {
            return memory(message.memory, text);
        }
        if (message.stall != null) {
            return stall(message.stall, text);
        }
        if (message.crash != null) {
            return Ends.crash(message.crash, text);
        }
        return new KernelEvent.OtherLimited(message.other.phrase.getText());
    }

    /**
     * A process's name, {@code comm}: TASK_COMM_LEN of linux/sched.h is 16 with the final NUL. What is longer, or begins as no
     * name does, is somebody who speaks of the kernel.
     */
    static @Nullable KernelEvent byProcess(Signal signal, String name) {
        boolean possible =
                name.length() <= LONGEST_NAME && COMM_BEGINNING.matcher(name).lookingAt();
        return possible ? new KernelEvent.ContextLine(signal, 1, name) : null;
    }

    /** Whether a text begins with a process's name, so that it could be the end of any sentence. */
    static boolean beginsFreely(KernelLogParser.MessageContext message) {
        return message.memory instanceof KernelLogParser.OomInvokedContext
                || message.memory instanceof KernelLogParser.AllocationFailureContext
                || message.crash != null;
    }

    private static @Nullable KernelEvent killed(int step, @Nullable String process) {
        return process == null ? null : new KernelEvent.ContextLine(Signal.MEMORY_OOM_KILL, step, process);
    }

    private static @Nullable KernelEvent suppression(KernelLogParser.SuppressionNoteContext note) {
        long callbacks = Numbers.parse(note.count);
        if (callbacks < 0) {
            return null;
        }
        String name = note.limiter == null ? note.function.getText() : note.limiter.getText();
        return new KernelEvent.SuppressionNote(
                name.endsWith(":") ? name.substring(0, name.length() - 1) : name, callbacks);
    }

    private static @Nullable KernelEvent boot(KernelLogParser.BootMessageContext boot, String text) {
        if (boot instanceof KernelLogParser.LinuxVersionContext version) {
            return new KernelEvent.BootLine(version.release.getText());
        }
        if (boot instanceof KernelLogParser.ClockSetContext clock) {
            return clockSet(span(clock, text));
        }
        if (boot instanceof KernelLogParser.AuditTimeContext audit) {
            return auditTime(audit.time.getText());
        }
        if (boot instanceof KernelLogParser.MemoryAvailableContext memory) {
            return memoryAvailable(span(memory, text));
        }
        Token entries = boot instanceof KernelLogParser.EstablishedHashContext hash
                ? hash.entries
                : ((KernelLogParser.HashTablesContext) boot).entries;
        long slots = Numbers.parse(entries);
        return slots < 0 ? null : new KernelEvent.EstablishedHash(slots);
    }

    /** {@code Memory: 16306832K/16776688K available (…, 602752k absent, …)}: what is free, of what; old kernels counted holes ("absent") in. */
    private static @Nullable KernelEvent memoryAvailable(String text) {
        Matcher told = MEMORY.matcher(text);
        if (!told.lookingAt()) {
            return null;
        }
        Matcher absent = ABSENT.matcher(text);
        long kib = Long.parseLong(told.group(1)) - (absent.find() ? Long.parseLong(absent.group(1)) : 0);
        return kib <= 0 ? null : new KernelEvent.BootMemory(kib * 1024);
    }

    /**
     * {@code … setting system clock to 2025-10-28T04:23:22 UTC (1761625402)}: the hardware's clock shows whole seconds, and the kernel sets
     * its own to the middle of the second (rtc_hctosys(), drivers/rtc/class.c).
     */
    private static @Nullable KernelEvent clockSet(String text) {
        int open = text.lastIndexOf('(');
        int close = text.indexOf(')', open + 1);
        String digits = open < 0 || close < 0 ? "" : text.substring(open + 1, close);
        return digits.matches("\\d{1,11}")
                ? new KernelEvent.ClockReading(Long.parseLong(digits) * 1_000_000 + 500_000, 1_000_000)
                : null;
    }

    /**
     * {@code audit(1702926179.015}: the clock as the recorded call began, which may be before the line by more than a tick; and at boot
     * that clock is still the hardware's whole second (read_persistent_clock64(), arch/x86/kernel/rtc.c).
     */
    private static @Nullable KernelEvent auditTime(String text) {
        String[] parts = text.substring("audit(".length()).split("\\.", -1);
        if (parts[0].length() > 11 || parts[1].length() > 9) {
            return null;
        }
        long micros = Long.parseLong((parts[1] + "000000").substring(0, 6));
        return new KernelEvent.ClockReading(Long.parseLong(parts[0]) * 1_000_000 + micros, 1_000_000);
    }

    private static @Nullable KernelEvent memory(KernelLogParser.MemoryMessageContext memory, String text) {
        if (memory instanceof KernelLogParser.OomInvokedContext invoked) {
            return byProcess(Signal.MEMORY_OOM_KILL, span(invoked.who, text));
        }
        if (memory instanceof KernelLogParser.OomInvokedOldContext) {
            return new KernelEvent.ContextLine(Signal.MEMORY_OOM_KILL, 1, null);
        }
        if (memory instanceof KernelLogParser.OomConstraintContext) {
            return new KernelEvent.ContextLine(Signal.MEMORY_OOM_KILL, 2, between(memory, text, "task=", ','));
        }
        if (memory instanceof KernelLogParser.OomChosenContext) {
            return killed(3, between(memory, text, "(", ')'));
        }
        if (memory instanceof KernelLogParser.OomKilledContext) {
            return killed(4, between(memory, text, "(", ')'));
        }
        if (memory instanceof KernelLogParser.AllocationFailureContext failure) {
            return byProcess(Signal.MEMORY_ALLOCATION_FAILURE, span(failure.who, text));
        }
        return new KernelEvent.ContextLine(Signal.MEMORY_ALLOCATION_FAILURE, 1, null);
    }

    private static KernelEvent stall(KernelLogParser.StallMessageContext stall, String text) {
        if (stall instanceof KernelLogParser.SoftLockupContext) {
            return new KernelEvent.ContextLine(Signal.CPU_SOFT_LOCKUP, 1, between(stall, text, "[", ']'));
        }
        if (stall instanceof KernelLogParser.HungTaskContext hung) {
            return new KernelEvent.ContextLine(Signal.CPU_HUNG_TASK, 1, span(hung.who, text));
        }
        if (stall instanceof KernelLogParser.UnregisterStuckContext stuck) {
            return new KernelEvent.ContextLine(Signal.NET_UNREGISTER_STUCK, 1, span(stuck.device, text));
        }
        KernelLogParser.ForkRejectedContext rejected = (KernelLogParser.ForkRejectedContext) stall;
        return new KernelEvent.ContextLine(Signal.PROCESS_LIMIT, 1, span(rejected.path, text));
    }

    /** The text of a rule. */
    static String span(ParserRuleContext rule, String text) {
        return text.substring(rule.start.getStartIndex(), rule.stop.getStopIndex() + 1)
                .strip();
    }

    /** What stands in a message between two marks, or {@code null}. */
    static @Nullable String between(ParserRuleContext message, String text, String open, char close) {
        int from = text.indexOf(open, message.start.getStartIndex());
        int to = from < 0 ? -1 : text.indexOf(close, from + open.length());
        return to < 0 ? null : text.substring(from + open.length(), to);
    }
}

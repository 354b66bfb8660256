package org.sockmortem.forms;

/**
 * One record of the kernel's ring buffer.
 *
 * @param uptimeMicros printk's stamp
 * @param level 0 to 7
 * @param caller task or CPU, such as {@code T312}
 * @param text without anything before it
 */
record KernelRecord(long uptimeMicros, int level, String caller, String text) {
    /** Whole seconds of the stamp. */
    long seconds() {
        return uptimeMicros / 1_000_000;
    }

    /** The rest of the stamp. */
    long micros() {
        return uptimeMicros % 1_000_000;
    }
}

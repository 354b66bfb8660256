package org.sockmortem.parse;

import org.jspecify.annotations.Nullable;

/**
 * Every time that a line carries, raw.
 *
 * @param wall the wall clock's, or {@code null}
 * @param uptimeMicros the kernel's own, in microseconds since boot (printk's local_clock(), which stops in suspend), or
 *     {@link #NO_UPTIME}
 * @param caller printk's caller id, {@code T} and a thread id or {@code C} and a CPU (CONFIG_PRINTK_CALLER, 5.1), or {@code null}
 */
public record Stamp(
        @Nullable WallStamp wall,
        long uptimeMicros,
        @Nullable String caller) {
    /** What {@link #uptimeMicros()} is where the line has none. */
    public static final long NO_UPTIME = Long.MIN_VALUE;

    /** No time at all. */
    public static final Stamp NONE = new Stamp(null, NO_UPTIME, null);

    /** Whether the line carries no time and no caller at all. */
    public boolean isNone() {
        return wall == null && uptimeMicros == NO_UPTIME && caller == null;
    }

    /** Whether the line carries the kernel's own stamp. */
    public boolean hasUptime() {
        return uptimeMicros != NO_UPTIME;
    }

    /**
     * This stamp with what another one beside it tells: the moment where this one has none, the year and the zone where it lacks them.
     *
     * @param outer of the record or the line around this one, or {@code null}
     */
    Stamp within(@Nullable WallStamp outer) {
        WallStamp own = wall;
        if (outer == null) {
            return this;
        }
        return new Stamp(own == null ? outer : own.completedBy(outer), uptimeMicros, caller);
    }
}

package org.sockmortem.forms;

/**
 * How much of time a form lets through.
 *
 * @param uptime whether it has the kernel's stamp, to the microsecond
 * @param wallMicros how far its wall clock may be from the true one; negative where it has none
 * @param offset whether the offset from UTC is in it
 * @param withinMicros how far the length of a burst may be off; negative where there is no time at all
 * @param betweenMicros how far the distance of two bursts may be off
 */
record Sight(boolean uptime, long wallMicros, boolean offset, long withinMicros, long betweenMicros) {
    private static final long SECOND = 1_000_000;

    static final Sight NONE = new Sight(false, -1, false, -1, -1);
    static final Sight UPTIME = new Sight(true, -1, false, 1, 1);
    static final Sight UPTIME_AND_SECONDS = new Sight(true, SECOND, false, 1, 1);
    static final Sight SECONDS = new Sight(false, SECOND, false, SECOND, SECOND);
    static final Sight SECONDS_AND_OFFSET = new Sight(false, SECOND, true, SECOND, SECOND);
    static final Sight MILLIS_AND_OFFSET = new Sight(false, 1000, true, 1000, 1000);
    static final Sight MICROS = new Sight(false, 1, false, 1, 1);
    static final Sight MICROS_AND_OFFSET = new Sight(false, 1, true, 1, 1);
    static final Sight UPTIME_AND_MICROS = new Sight(true, 1, true, 1, 1);

    /** dmesg -T drops the fraction of the boot's moment besides that of the stamp. */
    static final Sight CTIME = new Sight(false, SECOND + SECOND / 4, false, SECOND, SECOND);

    static final Sight CTIME_AND_UPTIME = new Sight(true, SECOND + SECOND / 4, false, 1, 1);

    /** The fraction of the boot's moment is dropped, the stamp's is kept. */
    static final Sight ISO = new Sight(false, SECOND / 4, true, 1, 1);

    /** Only distances, from the first line on. */
    static final Sight DELTA = new Sight(false, -1, false, 1, 1);

    /** A minute now and then, and distances; the distance is lost where the minute is told. */
    static final Sight RELTIME = new Sight(false, 60 * SECOND, false, 1, 60 * SECOND);

    /** Whether it carries time. */
    boolean hasTime() {
        return withinMicros >= 0;
    }
}

package org.sockmortem.event;

/**
 * Which algorithm stands behind {@code net_ratelimit()} in a kernel. What a suppression note's number means, and when the
 * suppressed calls were, differs from one to the next.
 */
public enum LimiterEra {
    /** A token bucket of net's own, {@code net_ratelimit()} in net/core/utils.c, 2.2 to 2.4; {@code NET: N messages suppressed.} */
    KERNEL_2_4("2.4"),
    /** {@code __printk_ratelimit()} in kernel/printk.c, 2.6.0 to 2.6.25, shared with printk_ratelimit(). */
    TOKEN_BUCKET("token-bucket"),
    /** {@code ___ratelimit()} in lib/ratelimit.c, 2.6.26 to 4.7: a roll leaves the clock to the next call. */
    OLD_WINDOW("old-window"),
    /** {@code ___ratelimit()} in lib/ratelimit.c, 4.8 to 6.15: a roll starts the next window. */
    NEW_WINDOW("new-window"),
    /** {@code ___ratelimit()} in lib/ratelimit.c, 6.16 and later: as before, and calls that lose a race are counted too. */
    EXACT("exact"),
    /** Neither a release nor a wording tells. */
    UNKNOWN("unknown");

    private final String id;

    LimiterEra(String id) {
        this.id = id;
    }

    /**
     * The era of a release. Red Hat's 3.10.0-1062.el7 (7.7) and later carry the window of 4.8; el8, el9 and el10 are later than 4.8
     * by their version.
     */
    public static LimiterEra of(KernelRelease release) {
        if (!release.atLeast(2, 6, 0)) {
            return KERNEL_2_4;
        }
        if (!release.atLeast(2, 6, 26)) {
            return TOKEN_BUCKET;
        }
        if (release.atLeast(6, 16, 0)) {
            return EXACT;
        }
        boolean backported = release.enterpriseLinux() == 7 && release.build() >= 1062;
        return release.atLeast(4, 8, 0) || backported ? NEW_WINDOW : OLD_WINDOW;
    }

    /** The name in reports. */
    public String id() {
        return id;
    }

    @Override
    public String toString() {
        return id;
    }
}

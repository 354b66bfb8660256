package org.sockmortem.timeline;

import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.event.KernelRelease;
import org.sockmortem.event.LimiterEra;
import org.sockmortem.event.Wording;

/**
 * What one boot's log tells of its kernel: the release where a line names it, else what the wording of the messages and of the notes
 * gives away. Mutable.
 */
final class KernelClues {
    private @Nullable KernelRelease release;
    private final boolean byOption;
    private boolean releaseInLog;
    private boolean upTo32;
    private boolean since33;
    private boolean only24;
    private @Nullable String noteName;

    /**
     * Clues for a boot.
     *
     * @param told what the user or a captured file says, or {@code null}
     * @param byOption whether the user says it: then the log is not asked; a captured file may be of a later boot
     */
    KernelClues(@Nullable KernelRelease told, boolean byOption) {
        this.release = told;
        this.byOption = byOption;
    }

    /** Reads the clues of an event. */
    void see(KernelEvent event) {
        if (event instanceof KernelEvent.BootLine boot && !byOption) {
            KernelRelease said = KernelRelease.parse(boot.release());
            releaseInLog |= said != null;
            release = said == null ? release : said;
        } else if (event instanceof KernelEvent.SignalLine line) {
            seeAge(line.wording().age());
        } else if (event instanceof KernelEvent.SuppressionNote note && noteName == null && isNet(note.function())) {
            noteName = note.function();
        }
    }

    private void seeAge(Wording.Age age) {
        switch (age) {
            case UP_TO_2_4 -> {
                only24 = true;
                upTo32 = true;
            }
            case UP_TO_3_2 -> upTo32 = true;
            case SINCE_3_3, SINCE_4_5, SINCE_6_2 -> since33 = true;
            case ANY, SINCE_3_2 -> {}
        }
    }

    /** Whether a note of that name may be net_ratelimit()'s. */
    static boolean isNet(String function) {
        return switch (function) {
            case "net_ratelimit", "__ratelimit", "printk", "NET" -> true;
            default -> false;
        };
    }

    /** Whether more lines cannot change the era. */
    boolean decided() {
        return release != null || noteName != null;
    }

    /** The release, or {@code null} while nothing tells. */
    @Nullable
    KernelRelease release() {
        return release;
    }

    /** The era of the limiter. */
    LimiterEra era() {
        if (release != null) {
            return LimiterEra.of(release);
        }
        String name = noteName == null ? "" : noteName;
        return switch (name) {
            case "NET" -> LimiterEra.KERNEL_2_4;
            case "printk" -> LimiterEra.TOKEN_BUCKET;
            case "__ratelimit" -> LimiterEra.OLD_WINDOW;
            case "net_ratelimit" -> upTo32 ? LimiterEra.OLD_WINDOW : LimiterEra.UNKNOWN;
            default -> only24 ? LimiterEra.KERNEL_2_4 : LimiterEra.UNKNOWN;
        };
    }

    /** What was found out. */
    BootFacts.Kernel kernel() {
        KernelRelease known = release;
        if (known != null) {
            String from = releaseInLog ? "log" : byOption ? "option" : "snapshot";
            return new BootFacts.Kernel(known, known.atLeast(3, 3, 0) ? ">=3.3" : "<=3.2", era(), from);
        }
        String wording = upTo32 == since33
                ? (era() == LimiterEra.UNKNOWN || since33 ? "unknown" : "<=3.2")
                : upTo32 ? "<=3.2" : ">=3.3";
        boolean nothing = "unknown".equals(wording) && era() == LimiterEra.UNKNOWN;
        return new BootFacts.Kernel(null, wording, era(), nothing ? "unknown" : "wording");
    }
}

package org.sockmortem.diagnosis;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockmortem.snapshot.Reading;

/**
 * Sockets whose peer has closed and whose program has not: tcp_fin() in net/ipv4/tcp_input.c puts them into CLOSE_WAIT, and no timer of the kernel takes them out again.
 *
 * @param count how many a listing shows
 * @param established how many it shows in ESTABLISHED, or {@code null}
 * @param holder the program that holds most of them, or {@code null} where the listing names none
 * @param held how many that one holds, or {@code null}
 */
record CloseWait(
        Known count,
        @Nullable Known established,
        @Nullable String holder,
        @Nullable Known held) {
    /** A busy program has some for a moment. So many at once are programs that do not close. */
    private static final long MANY = 1000;

    /** Of the listings that were captured the one that tells most; empty where none was, or none shows such sockets. */
    static Optional<CloseWait> of(Case c) {
        return List.of("ss", "netstat").stream()
                .flatMap(tool -> listed(c, tool).stream())
                .findFirst()
                .or(() -> listed(c, "tcp"));
    }

    private static Optional<CloseWait> listed(Case c, String tool) {
        Reading holder = c.snapshot().find(tool + ".close-wait.holder");
        return Known.sysctl(c, tool + ".state.CLOSE-WAIT")
                .map(count -> new CloseWait(
                        count,
                        Known.sysctl(c, tool + ".state.ESTAB").orElse(null),
                        holder == null ? null : holder.value(),
                        Known.sysctl(c, tool + ".close-wait.held").orElse(null)));
    }

    /** Whether there are too many for a moment's delay. */
    boolean isMany() {
        return count.value() >= MANY;
    }

    /** Whether there are more of them than of connections in use, too: then the program is the trouble, and no limit. */
    boolean isLeak() {
        return isMany() && established != null && count.value() >= established.value();
    }

    /** The program in a sentence. */
    String program() {
        return holder == null ? Sentences.of("leak.program.unknown") : holder;
    }

    /** Says what the listing shows. */
    void describe(Draft draft) {
        draft.because(count.ref(), "leak.count", count.value());
        if (holder != null && held != null) {
            draft.because(held.ref(), "leak.holder", holder, held.value());
        }
        if (established != null) {
            draft.because(
                    established.ref(),
                    isLeak() ? "leak.established.fewer" : "leak.established.more",
                    established.value());
        }
    }

    /** Puts the program before the limit, where it is the trouble. */
    static void adviseFirst(Draft draft, Case c) {
        of(c).filter(CloseWait::isLeak).ifPresent(leak -> {
            draft.because(leak.count.ref(), "leak.count", leak.count.value());
            draft.action(Remedy.Kind.APPLICATION, "leak.first", Objects.requireNonNull(leak.program()));
        });
    }
}

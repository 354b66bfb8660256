package org.sockmortem.snapshot;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The states of a TCP socket under the names that ss(8) gives them, and how others write them.
 *
 * <p>Numbers are those of include/net/tcp_states.h, which {@code /proc/net/tcp} shows in hexadecimal.
 */
enum SocketState {
    ESTAB(1, "ESTABLISHED"),
    SYN_SENT(2, "SYN_SENT"),
    SYN_RECV(3, "SYN_RECV"),
    FIN_WAIT_1(4, "FIN_WAIT1"),
    FIN_WAIT_2(5, "FIN_WAIT2"),
    TIME_WAIT(6, "TIME_WAIT"),
    UNCONN(7, "CLOSE"),
    CLOSE_WAIT(8, "CLOSE_WAIT"),
    LAST_ACK(9, "LAST_ACK"),
    LISTEN(10, "LISTEN"),
    CLOSING(11, "CLOSING"),
    /** TCP_NEW_SYN_RECV, which every tool shows as the state it refines. */
    NEW_SYN_RECV(12, "SYN_RECV");

    private static final Map<String, SocketState> BY_WORD = new HashMap<>();

    static {
        for (SocketState state : values()) {
            BY_WORD.put(state.id(), state);
            BY_WORD.putIfAbsent(state.netstat, state);
            BY_WORD.put(
                    "0" + Integer.toHexString(state.number).toUpperCase(Locale.ROOT),
                    state == NEW_SYN_RECV ? SYN_RECV : state);
        }
    }

    private final int number;
    private final String netstat;

    SocketState(int number, String netstat) {
        this.number = number;
        this.netstat = netstat;
    }

    /** The name in readings: {@code CLOSE-WAIT}. */
    String id() {
        return name().replace('_', '-');
    }

    /** The state that a word of ss, netstat or {@code /proc/net/tcp} means, or {@code null}. */
    static @Nullable SocketState of(String word) {
        return BY_WORD.get(word);
    }

    /** Whether a socket in it that no process holds waits as an orphan; what waits in other states is counted elsewhere. */
    boolean isOrphans() {
        return this == FIN_WAIT_1 || this == LAST_ACK || this == CLOSING;
    }

    /** All words that are states, for a pattern. */
    static String words(boolean ofNetstat) {
        return String.join(
                "|",
                Arrays.stream(values()).map(s -> ofNetstat ? s.netstat : s.id()).toList());
    }
}

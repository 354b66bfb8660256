package org.sockmortem.scan;

import java.util.List;

/**
 * What a line must hold for the grammar to have a chance with it: a piece of a fixed phrase of every message in {@code grammar/}. A test
 * holds every sample of the grammar against this list; a phrase that is added there without a needle here fails it.
 *
 * <p>Short enough to be in every wording of its message, long enough that few other lines hold it. No needle begins or ends with a blank:
 * between the grammar's phrases any run of blanks will do, and even none.
 */
final class Needles {
    private static final List<String> ALL = List.of(
            // limits
            "orphaned sockets",
            "too many orphans",
            "t of socket memory",
            "consider tuning tcp_mem",
            "SYN flooding on port",
            "time wait bucket table overflow",
            "drop open request from",
            "force closing socket",
            "table full, dropping packet",
            "table full in netns",
            "maximum limit of",
            "expectation table full",
            "eighbour table overflow",
            "eighbor table overflow",
            "dst cache overflow",
            "Route cache is full",
            "file-max limit",
            // context
            "invoked oom-killer",
            "oom-killer: gfp_mask",
            "oom-kill:constraint",
            "ut of memory: Kill",
            "ut of memory: kill",
            "ut of Memory: Kill",
            "Killed process",
            "page allocation failure",
            "Unable to allocate memory on",
            "BUG: soft lockup",
            "blocked for more than",
            "blocked in I/O wait for more than",
            "unregister_netdevice:",
            "fork rejected by pids",
            "segfault at",
            "general protection ip:",
            "general protection fault ip:",
            "general protection rip:",
            "general protection eip:",
            "trap invalid opcode",
            "trap divide error",
            "trap stack segment",
            "trap bounds",
            "trap int3",
            "ain process exited, code=",
            "killed by the OOM killer",
            "Scheduled restart job",
            ", scheduling restart",
            "systemd[1]: Stopping",
            "systemd: Stopping",
            "dumped core",
            // notes
            "callbacks suppressed",
            "messages suppressed",
            "message repeated",
            "message buffered",
            "Last message '",
            "printk messages dropped",
            "printk: dropped",
            "replaying previous printk message",
            "due to rate-limiting",
            "Suppressed",
            "Forwarding to syslog missed",
            "kernel messages",
            "some messages lost",
            // boots
            "Linux version",
            "TCP established hash table",
            "ash tables configured",
            "K available",
            "k available",
            "setting system clock to",
            "audit(1",
            "-- Boot",
            "-- Reboot --",
            "-- Logs begin at",
            "-- Journal begins at",
            // other users of net_ratelimit()
            "martian source",
            "martian destination",
            "own address as source",
            ": short packet:",
            ": bad checksum.",
            "Treason uncloaked!",
            "unexpectedly shrunk window",
            "shrinks window",
            "Illegal window scaling",
            "MD5 Hash failed for",
            "hash bucket list length grew",
            "Oversized IP packet",
            "ip_frag_create: no memory",
            "no memory for gluing",
            "No header cache and no neighbour",
            "Dead loop on virtual device",
            "asks to queue packet",
            "is buggy, dev",
            "pending queue full, dropping",
            "redirects for",
            "Redirect from",
            "sent an invalid ICMP",
            "no destination available",
            "non-ECT from",
            "nf_queue: full at",
            "IPv6 duplicate address",
            "ICMPv6: NA:");

    private Needles() {}

    /** All of them; none is empty. */
    static List<String> all() {
        return ALL;
    }
}

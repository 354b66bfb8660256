package org.sockmortem.event;

/**
 * The text by which a signal was said, where the text itself tells something: which kernels print it, and whether the call goes
 * through {@code net_ratelimit()}. One constant for each wording that differs in either.
 *
 * <p>Sources are named by file and kernel version beside each constant.
 */
public enum Wording {
    /** {@code TCP: too many orphaned sockets}; net/ipv4/tcp.c {@code tcp_check_oom()}, 3.3 to 7.1. */
    ORPHANS(Signal.TCP_ORPHANS, Age.SINCE_3_3, Limited.NET),
    /** {@code TCP: out of memory -- consider tuning tcp_mem}; as above. */
    MEMORY(Signal.TCP_MEMORY, Age.SINCE_3_3, Limited.NET),
    /** {@code TCP: too many of orphaned sockets}; net/ipv4/tcp.c {@code tcp_close()}, 2.6 to 3.2. */
    ORPHANS_OR_MEMORY(Signal.TCP_ORPHANS_OR_MEMORY, Age.UP_TO_3_2, Limited.NET),
    /** {@code TCP: too many orphans}; net/ipv4/tcp.c, 2.4. */
    ORPHANS_OR_MEMORY_2_4(Signal.TCP_ORPHANS_OR_MEMORY, Age.UP_TO_2_4, Limited.NET),
    /** {@code Out of socket memory}; net/ipv4/tcp_timer.c {@code tcp_out_of_resources()}, up to 3.2. */
    SOCKET_MEMORY(Signal.TCP_SOCKET_MEMORY, Age.UP_TO_3_2, Limited.NET),
    /** {@code possible SYN flooding on port N. Sending cookies.}; net/ipv4/tcp_ipv4.c, up to 2.6.36; a static 60 s timer. */
    SYN_FLOOD_EACH_MINUTE(Signal.TCP_SYN_FLOOD, Age.UP_TO_3_2, Limited.OWN),
    /** {@code TCP: Possible SYN flooding on port N. …}, {@code TCPv6: …} without "Check SNMP counters"; 2.6.32 to 3.1. */
    SYN_FLOOD_EACH_CALL(Signal.TCP_SYN_FLOOD, Age.UP_TO_3_2, Limited.NET),
    /** {@code … Check SNMP counters.}; 3.2 to 6.1; once for each listening socket, through net_ratelimit() too from 4.19. */
    SYN_FLOOD_ONCE(Signal.TCP_SYN_FLOOD, Age.SINCE_3_2, Limited.ONCE),
    /** {@code … on port 0.0.0.0:80. …}; 6.2 or later (seen in 6.8 to 7.1); once for each listening socket. */
    SYN_FLOOD_ADDRESS(Signal.TCP_SYN_FLOOD, Age.SINCE_6_2, Limited.ONCE_NET),
    /** {@code TCP: time wait bucket table overflow}; net/ipv4/tcp_minisocks.c, up to 2.6.36. */
    TIME_WAIT_OVERFLOW(Signal.TCP_TIME_WAIT_OVERFLOW, Age.UP_TO_3_2, Limited.NET),
    /** {@code TCP: drop open request from …}; net/ipv4/tcp_ipv4.c. */
    OPEN_REQUEST_DROPPED(Signal.TCP_OPEN_REQUEST_DROPPED, Age.ANY, Limited.NET),
    /** {@code MPTCP: too many of orphaned sockets}; mptcp_ctrl.c, out of tree. */
    MPTCP_ORPHANS(Signal.MPTCP_ORPHANS, Age.SINCE_3_3, Limited.NET),
    /** {@code MPTCP: out of memory: force closing socket}; mptcp_ctrl.c, out of tree; no limiter of its own is known. */
    MPTCP_MEMORY(Signal.MPTCP_MEMORY, Age.SINCE_3_3, Limited.OWN),
    /** {@code ip_conntrack: maximum limit of N entries exceeded}; 2.4. */
    CONNTRACK_FULL_2_4(Signal.CONNTRACK_FULL, Age.UP_TO_2_4, Limited.NET),
    /** {@code ip_conntrack: table full, dropping packet.}; 2.4 and 2.6 with the ip_conntrack module. */
    CONNTRACK_FULL_IP(Signal.CONNTRACK_FULL, Age.UP_TO_3_2, Limited.NET),
    /** {@code nf_conntrack: table full, dropping packet} with or without a dot; 2.6.18 to 4.4. */
    CONNTRACK_FULL(Signal.CONNTRACK_FULL, Age.ANY, Limited.NET),
    /** {@code nf_conntrack: nf_conntrack: table full …}: pr_fmt doubles the name, between 4.4 and 4.9 and later. */
    CONNTRACK_FULL_DOUBLED(Signal.CONNTRACK_FULL, Age.SINCE_4_5, Limited.NET),
    /** {@code nf_conntrack: expectation table full}; net/netfilter/nf_conntrack_expect.c. */
    EXPECT_FULL(Signal.CONNTRACK_EXPECT_FULL, Age.ANY, Limited.NET),
    /** {@code Neighbour table overflow.} with or without a family; net/core/neighbour.c callers, up to 3.5. */
    NEIGHBOUR_OVERFLOW_OLD(Signal.NEIGHBOUR_OVERFLOW, Age.ANY, Limited.NET),
    /** {@code neighbour: arp_cache: neighbor table overflow!}; net/core/neighbour.c, 4.4 and later. */
    NEIGHBOUR_OVERFLOW(Signal.NEIGHBOUR_OVERFLOW, Age.SINCE_3_3, Limited.NET),
    /** {@code dst cache overflow}; net/ipv4/route.c, up to 3.5. */
    DST_CACHE_OVERFLOW(Signal.ROUTE_CACHE_FULL, Age.ANY, Limited.NET),
    /** {@code Route cache is full: consider increasing sysctl net.ipv6.route.max_size.}; net/core/dst.c, 5.14 to 6.1. */
    ROUTE_CACHE_FULL(Signal.ROUTE_CACHE_FULL, Age.SINCE_3_3, Limited.DST_ALLOC),
    /** {@code VFS: file-max limit N reached}; fs/file_table.c; only at a new maximum. */
    FILE_MAX(Signal.FILES_FILE_MAX, Age.ANY, Limited.OWN);

    /** Which kernels print a wording, as far as the text alone tells. */
    public enum Age {
        /** 2.4 only. */
        UP_TO_2_4,
        /** 3.2 and earlier. */
        UP_TO_3_2,
        /** Tells nothing that the analysis uses. */
        ANY,
        /** 3.2 and later. */
        SINCE_3_2,
        /** 3.3 and later. */
        SINCE_3_3,
        /** 4.5 and later. */
        SINCE_4_5,
        /** 6.2 and later. */
        SINCE_6_2
    }

    /** Which limiter a call of this wording goes through. */
    public enum Limited {
        /** The one state behind {@code net_ratelimit()}, net/core/utils.c. */
        NET,
        /** The state in {@code dst_alloc()}, net/core/dst.c. */
        DST_ALLOC,
        /** A timer or latch of its own that leaves no note. */
        OWN,
        /** Once for each listening socket; through net_ratelimit() as well from 4.19 on. */
        ONCE,
        /** Once for each listening socket, and through net_ratelimit(). */
        ONCE_NET
    }

    private final Signal signal;
    private final Age age;
    private final Limited limited;

    Wording(Signal signal, Age age, Limited limited) {
        this.signal = signal;
        this.age = age;
        this.limited = limited;
    }

    /** What the text says. */
    public Signal signal() {
        return signal;
    }

    /** Which kernels print it. */
    public Age age() {
        return age;
    }

    /** Which limiter its call goes through. */
    public Limited limited() {
        return limited;
    }
}

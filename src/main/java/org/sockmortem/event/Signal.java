package org.sockmortem.event;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a kernel log can say about a limit. The ids are part of the report's format and never change.
 *
 * <p>A signal is either one that makes bursts, or {@linkplain #isContext() context}: something that explains a burst, counted by
 * occurrence and shown on the timeline, but never a burst itself.
 */
public enum Signal {
    /** {@code TCP: too many orphaned sockets}: {@code tcp_check_oom()}, net/ipv4/tcp.c, 3.3 and later. */
    TCP_ORPHANS("tcp.orphans"),
    /** {@code TCP: out of memory -- consider tuning tcp_mem}: {@code tcp_check_oom()}, net/ipv4/tcp.c, 3.3 and later. */
    TCP_MEMORY("tcp.memory"),
    /** {@code TCP: too many of orphaned sockets}: {@code tcp_close()}, net/ipv4/tcp.c, 3.2 and earlier; two causes. */
    TCP_ORPHANS_OR_MEMORY("tcp.orphans-or-memory"),
    /** {@code Out of socket memory}: {@code tcp_out_of_resources()}, net/ipv4/tcp_timer.c, 3.2 and earlier; two causes. */
    TCP_SOCKET_MEMORY("tcp.socket-memory"),
    /** {@code possible SYN flooding on port N}: {@code tcp_syn_flood_action()} and its ancestors, net/ipv4/tcp_input.c. */
    TCP_SYN_FLOOD("tcp.syn-flood"),
    /** {@code TCP: time wait bucket table overflow}: {@code tcp_time_wait()}, net/ipv4/tcp_minisocks.c, 2.6.36 and earlier. */
    TCP_TIME_WAIT_OVERFLOW("tcp.time-wait-overflow"),
    /** {@code TCP: drop open request from}: {@code tcp_conn_request()} and its ancestors. */
    TCP_OPEN_REQUEST_DROPPED("tcp.open-request-dropped"),
    /** {@code MPTCP: too many of orphaned sockets}: mptcp_ctrl.c of the out-of-tree multipath-tcp.org kernels. */
    MPTCP_ORPHANS("mptcp.orphans"),
    /** {@code MPTCP: out of memory: force closing socket}: mptcp_ctrl.c of the out-of-tree multipath-tcp.org kernels. */
    MPTCP_MEMORY("mptcp.memory"),
    /** {@code nf_conntrack: table full, dropping packet}: {@code __nf_conntrack_alloc()} and its ancestors. */
    CONNTRACK_FULL("conntrack.full"),
    /** {@code nf_conntrack: expectation table full}: {@code __nf_ct_expect_check()}. */
    CONNTRACK_EXPECT_FULL("conntrack.expect-full"),
    /** {@code neighbour: arp_cache: neighbor table overflow!}: {@code neigh_alloc()} and its ancestors. */
    NEIGHBOUR_OVERFLOW("neighbour.overflow"),
    /** {@code dst cache overflow}, {@code Route cache is full}: {@code rt_garbage_collect()}, {@code dst_alloc()}. */
    ROUTE_CACHE_FULL("route.cache-full"),
    /** {@code VFS: file-max limit N reached}: {@code get_empty_filp()} / {@code alloc_empty_file()}, fs/file_table.c. */
    FILES_FILE_MAX("files.file-max"),

    /** The kernel killed a process for want of memory: {@code oom_kill_process()}, mm/oom_kill.c. */
    MEMORY_OOM_KILL("memory.oom-kill", true),
    /** {@code page allocation failure}, {@code SLUB: Unable to allocate memory}: {@code warn_alloc()}, mm/page_alloc.c. */
    MEMORY_ALLOCATION_FAILURE("memory.allocation-failure", true),
    /** {@code BUG: soft lockup}: {@code watchdog_timer_fn()}, kernel/watchdog.c. */
    CPU_SOFT_LOCKUP("cpu.soft-lockup", true),
    /** {@code INFO: task … blocked for more than N seconds.}: {@code check_hung_task()}, kernel/hung_task.c. */
    CPU_HUNG_TASK("cpu.hung-task", true),
    /** {@code unregister_netdevice: waiting for … to become free}: {@code netdev_wait_allrefs()}, net/core/dev.c. */
    NET_UNREGISTER_STUCK("net.unregister-stuck", true),
    /** {@code cgroup: fork rejected by pids controller in …}: {@code pids_can_fork()}, kernel/cgroup/pids.c. */
    PROCESS_LIMIT("process.limit", true),
    /** {@code nginx[4711]: segfault at 0 ip …}: {@code show_signal_msg()}, arch/x86/mm/fault.c; told beside a burst alone. */
    PROCESS_CRASH("process.crash", true),
    /** {@code nginx.service: Main process exited, code=killed, …}: systemd, src/core/service.c; told beside a burst alone. */
    SERVICE_STOP("service.stop", true);

    private final String id;
    private final boolean context;

    Signal(String id) {
        this(id, false);
    }

    Signal(String id, boolean context) {
        this.id = id;
        this.context = context;
    }

    /** The signal of that id, or empty where there is none. */
    public static Optional<Signal> ofId(String id) {
        return Arrays.stream(values()).filter(s -> s.id.equals(id)).findFirst();
    }

    /** The name in reports, such as {@code tcp.orphans}. */
    public String id() {
        return id;
    }

    /** Whether this only explains bursts: counted by occurrence, never a burst. */
    public boolean isContext() {
        return context;
    }

    /**
     * Whether it is of interest beside a burst alone, as things are that happen all day on a machine in good health: it stands on the timeline within two minutes of a burst, and in no
     * total.
     */
    public boolean isCompanion() {
        return this == PROCESS_CRASH || this == SERVICE_STOP;
    }

    @Override
    public String toString() {
        return id;
    }
}

/*
 * TCP: orphans, memory, SYN queue, TIME_WAIT. What each line meant in which kernel is said at event/Wording.
 */
parser grammar Tcp;

options { tokenVocab = KernelLogLexer; }

tcpMessage
    // TCP: too many orphaned sockets: tcp_check_oom(), net/ipv4/tcp.c, 3.3 and later
    : TCP SPACE TOO_MANY_ORPHANED                                                            # orphans
    // TCP: out of memory -- consider tuning tcp_mem: tcp_check_oom(), 3.3 and later
    | TCP SPACE CONSIDER_TCP_MEM                                                             # tcpMemory
    // TCP: too many of orphaned sockets: tcp_close(), net/ipv4/tcp.c, up to 3.2
    | TCP SPACE TOO_MANY_OF_ORPHANED                                                         # orphansOrMemory
    // TCP: too many orphans: 2.4
    | TCP SPACE TOO_MANY_ORPHANS                                                             # orphansOrMemory24
    // Out of socket memory: tcp_out_of_resources(), net/ipv4/tcp_timer.c, up to 3.2
    | OUT_OF_SOCKET_MEMORY                                                                   # socketMemory
    // possible SYN flooding on port 80. Sending cookies.: tcp_v4_conn_request(), net/ipv4/tcp_ipv4.c, up to 2.6.36
    | POSSIBLE_SYN_FLOODING_LC SPACE port=place SPACE SENDING_COOKIES                        # synFloodEachMinute
    // TCP: Possible SYN flooding on port 80. Dropping request.: tcp_syn_flood_warning(), 2.6.37 to 3.1; TCPv6 from 2.6.32;
    // TCP: Possible SYN flooding on port 0.0.0.0:80. Sending cookies.: never without request_sock_, kept apart by the place
    | (TCP SPACE)? ((TCP | TCPV6) SPACE)? POSSIBLE_SYN_FLOODING SPACE port=place SPACE answer   # synFloodEachCall
    // TCP: request_sock_TCP: Possible SYN flooding on port 0.0.0.0:80. Sending cookies.: tcp_syn_flood_action(), 6.2 to 6.8 and later
    | (TCP SPACE)? REQUEST_SOCK SPACE POSSIBLE_SYN_FLOODING SPACE port=place SPACE answer    # synFloodAddress
    // TCP: request_sock_TCPv6: Possible SYN flooding on port 80. Sending cookies.  Check SNMP counters.: 3.2 to 6.1
    | (TCP SPACE)? ((TCP | TCPV6 | REQUEST_SOCK) SPACE)? POSSIBLE_SYN_FLOODING SPACE port=place SPACE answer SPACE CHECK_SNMP  # synFloodOnce
    // TCP: time wait bucket table overflow: tcp_time_wait(), net/ipv4/tcp_minisocks.c, up to 2.6.36
    | TCP SPACE TIME_WAIT_OVERFLOW                                                           # timeWaitOverflow
    // TCP: drop open request from 192.0.2.7/4711: tcp_conn_request(), net/ipv4/tcp_input.c, and its ancestors
    | TCP SPACE DROP_OPEN_REQUEST SPACE peer=place                                           # openRequestDropped
    // MPTCP: too many of orphaned sockets: mptcp_ctrl.c of the out-of-tree kernels
    | MPTCP SPACE TOO_MANY_OF_ORPHANED                                                       # mptcpOrphans
    // MPTCP: out of memory: force closing socket: as above
    | MPTCP SPACE FORCE_CLOSING                                                              # mptcpMemory
    ;

answer
    : SENDING_COOKIES
    | DROPPING_REQUEST
    ;

// a port, or an address and a port; the full stop that ends the sentence is part of it
place
    : ~SPACE+
    ;

/* Other users of net_ratelimit(): no signal, but each line used up a call of a window. */
lexer grammar LimitedTokens;

LIMITED_PHRASE
    // ip_handle_martian_source(), net/ipv4/route.c; the "ll header" line rides on the same call and is none of its own
    : 'martian source'
    | 'martian destination'
    // br_fdb_update(), net/bridge/br_fdb.c
    | 'with own address as source address'
    // __udp4_lib_rcv(), net/ipv4/udp.c and udp6's
    | 'UDP: short packet:'
    | 'UDP: bad checksum.'
    | 'UDPv6: short packet:'
    // tcp_ack_update_window() and tcp_retransmit_timer(), net/ipv4, up to 3.18 at level debug
    | 'Treason uncloaked!'
    | 'unexpectedly shrunk window'
    // inet_frag_maybe_warn_overflow(), net/ipv4/inet_fragment.c, 3.9 to 4.14; ip_frag_reasm(), net/ipv4/ip_fragment.c
    | 'Fragment hash bucket list length grew over limit'
    | 'Oversized IP packet from'
    | 'ip_frag_create: no memory left'
    | 'queue_glue: no memory for gluing queue'
    // __dev_queue_xmit(), net/core/dev.c
    | 'Dead loop on virtual device'
    // dev_queue_xmit_nit(), net/core/dev.c
    | 'is buggy, dev'
    // ipmr_cache_unresolved(), net/ipv4/ipmr.c
    | 'pending queue full, dropping entries'
    // ip_rt_send_redirect(), net/ipv4/route.c
    | 'ignores redirects'
    // icmp_unreach(), net/ipv4/icmp.c
    | 'sent an invalid ICMP'
    // dccp_time_wait(), net/dccp/minisocks.c: not TCP's table
    | 'dccp_time_wait: time wait bucket table overflow'
    ;

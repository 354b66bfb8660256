/* Other users of net_ratelimit(): no signal, but each line used up a call of a window. */
lexer grammar LimitedTokens;

// ip_handle_martian_source(), net/ipv4/route.c; the "ll header" line rides on the same call and is none of its own
MARTIAN           : 'martian source' | 'martian destination' ;
// br_fdb_update(), net/bridge/br_fdb.c; early 2.6 has two blanks
RECEIVED_PACKET   : 'received packet' ;
ON                : 'on' ;
OWN_ADDRESS       : 'with' BLANK+ 'own address as source address' ;
// __udp4_lib_rcv(), net/ipv4/udp.c, and udp6's, up to 3.18 at level debug
UDP_PACKET        : ('UDP' | 'UDPv6' | 'UDPLite' | 'UDP-Lite' | 'UDPLitev6') ': ' ('short packet:' | 'bad checksum.') ;
// tcp_ack_update_window(), tcp_retransmit_timer(), net/ipv4, up to 3.18 at level debug; 2.4 said "shrinks window" in both
TREASON           : 'Treason uncloaked!' ;
PEER              : 'Peer' | 'peer' ;
SHRUNK_WINDOW     : 'unexpectedly shrunk window' | 'shrinks window' ;
// tcp_parse_options(), tcp_v4_inbound_md5_hash(), net/ipv4
WINDOW_SCALING    : 'tcp_parse_options: Illegal window scaling value' ;
MD5_FAILED        : 'MD5 Hash failed for (' ;
// inet_frag_maybe_warn_overflow(), net/ipv4/inet_fragment.c, 3.9 to 4.14
FRAGMENT_HASH     : 'inet_frag_find: Fragment hash bucket list length grew over limit' ;
// ip_frag_reasm(), ip_frag_create(), net/ipv4/ip_fragment.c
IP_NAME           : 'IP:' ;
REASSEMBLY        : 'Oversized IP packet from' | 'ip_frag_create: no memory left' | 'queue_glue: no memory for gluing queue' ;
// ip_finish_output2(), net/ipv4/ip_output.c, up to 3.4; later compiled out
NO_HEADER_CACHE   : 'ip_finish_output2: No header cache and no neighbour!' ;
// __dev_queue_xmit(), dev_queue_xmit_nit(), net/core/dev.c
DEAD_LOOP         : 'Dead loop on virtual device' ;
ASKS_TO_QUEUE     : 'Virtual device ' ~[ \t\r\n]+ ' asks to queue packet!' ;
PROTOCOL_BUGGY    : 'protocol ' [0-9a-f]+ ' is buggy, dev' ;
// ipmr_cache_unresolved(), net/ipv4/ipmr.c, and ip6mr's
MROUTE_QUEUE      : ('mroute:' | 'mroute6:') ' pending queue full, dropping entries' ;
// ip_rt_send_redirect(), ip_rt_redirect(), net/ipv4/route.c
IGNORES_REDIRECTS : 'host ' [0-9.]+ '/if' [0-9]+ ' ignores ' ([0-9]+ ' ')? 'redirects for' ;
REDIRECT_IGNORED  : 'Redirect from ' [0-9.]+ ' on ' ~[ \t\r\n]+ ' about ' [0-9.]+ ' ignored' '.'? ;
// icmp_unreach(), net/ipv4/icmp.c
ICMP_NAME         : 'icmp:' ;
INVALID_ICMP      : [0-9.]+ ' sent an invalid ICMP' ;
// dccp_time_wait(), net/dccp/minisocks.c: not TCP's table
DCCP_TIME_WAIT    : 'dccp_time_wait: time wait bucket table overflow' ;
// IP_VS_ERR_RL(), include/net/ip_vs.h
IPVS              : 'IPVS:' ;
NO_DESTINATION    : 'no destination available' ;
// ip_tunnel_rcv() and other tunnels', where log_ecn_error is set
NON_ECT           : 'non-ECT from ' [0-9A-Fa-f.:]+ ' with ' ('TOS' | 'DS') '=' ;
// __nfqnl_enqueue_packet(), net/netfilter/nfnetlink_queue.c
NF_QUEUE_FULL     : 'nf_queue: full at ' [0-9]+ ' entries, dropping packets(s)' ;
// addrconf_dad_failure(), net/ipv6/addrconf.c; ndisc_recv_na(), net/ipv6/ndisc.c, 3.5 and later
DUPLICATE_ADDRESS : 'IPv6 duplicate address' ;
OUR_ADDRESS       : 'ICMPv6: NA: ' ~[ \t\r\n]+ ' advertise' [sd] ' our address' ;

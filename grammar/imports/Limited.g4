/* Other users of net_ratelimit(). Each text from its beginning: a program that speaks of one is no user. */
parser grammar Limited;

options { tokenVocab = KernelLogLexer; }

limitedMessage
    // IPv4: martian source 192.0.2.1 from 198.51.100.7, on dev eth0   (up to 3.3 without its prefix, as all of them)
    : (IPV4 SPACE)? phrase=MARTIAN any*
    // br0: received packet on eth1 with own address as source address   eth1: received packet with  own address as source address
    | WORD COLON SPACE RECEIVED_PACKET SPACE (ON SPACE place SPACE)? phrase=OWN_ADDRESS any*
    // UDP: short packet: From 192.0.2.1:53 20/12 to 198.51.100.7:4711
    | phrase=UDP_PACKET any*
    // TCP: Treason uncloaked! Peer 192.0.2.1:80/4711 shrinks window 1:2. Repaired.
    | TCP SPACE phrase=TREASON any*
    // TCP: Peer 192.0.2.1:80/4711 unexpectedly shrunk window 1:2 (repaired)   TCP: peer 192.0.2.1:80/4711 shrinks window 1:2:3. Bad, …
    | TCP SPACE PEER SPACE place SPACE phrase=SHRUNK_WINDOW any*
    // TCP: tcp_parse_options: Illegal window scaling value 15 > 14 received   TCP: MD5 Hash failed for (192.0.2.1, 179)->…
    | (TCP SPACE)? phrase=(WINDOW_SCALING | MD5_FAILED) any*
    // IPv4: inet_frag_find: Fragment hash bucket list length grew over limit 128. Dropping fragment.
    | ((IPV4 | IPV6) SPACE)? phrase=FRAGMENT_HASH any*
    // IPv4: Oversized IP packet from 192.0.2.1   IP: queue_glue: no memory for gluing queue ffff880000000000
    | ((IPV4 | IP_NAME) SPACE)? phrase=REASSEMBLY any*
    // ip_finish_output2: No header cache and no neighbour!
    | phrase=NO_HEADER_CACHE
    // Dead loop on virtual device tun0, fix it urgently!   protocol 0800 is buggy, dev eth0   mroute: pending queue full, …
    | phrase=(DEAD_LOOP | ASKS_TO_QUEUE | PROTOCOL_BUGGY | MROUTE_QUEUE) any*
    // host 192.0.2.1/if2 ignores redirects for 198.51.100.7 to 192.0.2.254   Redirect from 192.0.2.1 on eth0 about 192.0.2.7 ignored
    | (IPV4 SPACE)? phrase=(IGNORES_REDIRECTS | REDIRECT_IGNORED) any*
    // icmp: 192.0.2.1 sent an invalid ICMP type 3, code 1 error to a broadcast: 198.51.100.255 on eth0
    | ((IPV4 | ICMP_NAME) SPACE)? phrase=INVALID_ICMP any*
    // dccp_time_wait: time wait bucket table overflow   nf_queue: full at 1024 entries, dropping packets(s)
    | phrase=(DCCP_TIME_WAIT | NF_QUEUE_FULL)
    // IPVS: lc: TCP 192.0.2.1:80 - no destination available   IPVS: ip_vs_rr_schedule(): no destination available
    | IPVS SPACE ipvsPart+ phrase=NO_DESTINATION
    // ip_tunnel: non-ECT from 192.0.2.1 with TOS=0x2
    | (WORD COLON SPACE)? phrase=NON_ECT any*
    // IPv6: eth0: IPv6 duplicate address 2001:db8::7 detected!   eth0: IPv6 duplicate address detected!
    | (IPV6 SPACE)? WORD COLON SPACE phrase=DUPLICATE_ADDRESS any*
    // ICMPv6: NA: someone advertises our address 2001:db8::7 on eth0!
    | phrase=OUR_ADDRESS any*
    ;

ipvsPart
    : ~NO_DESTINATION
    ;

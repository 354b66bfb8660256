/* Tables that fill: conntrack, neighbours, routes, open files. */
parser grammar Tables;

options { tokenVocab = KernelLogLexer; }

tableMessage
    // nf_conntrack: table full, dropping packet.: __nf_conntrack_alloc(), net/netfilter/nf_conntrack_core.c, 2.6.18 to 4.4
    : NF_CONNTRACK SPACE TABLE_FULL                                                          # conntrackFull
    // nf_conntrack: nf_conntrack: table full, dropping packet: pr_fmt doubles the name, 4.5 to 4.9 and later
    | NF_CONNTRACK SPACE NF_CONNTRACK SPACE TABLE_FULL                                       # conntrackFullDoubled
    // nf_conntrack: nf_conntrack: table full in netns 4026532281, dropping packet: 6.15 to 6.18 and later
    | (NF_CONNTRACK SPACE)? NF_CONNTRACK SPACE TABLE_FULL_IN_NETNS SPACE netns=LISTED_NUMBER SPACE DROPPING_PACKET  # conntrackFullInNetns
    // ip_conntrack: table full, dropping packet.: ip_conntrack_alloc(), up to the nf_conntrack of 2.6
    | IP_CONNTRACK SPACE TABLE_FULL                                                          # conntrackFullIp
    // ip_conntrack: maximum limit of 8184 entries exceeded: 2.4
    | IP_CONNTRACK SPACE MAXIMUM_LIMIT_OF SPACE limit=(NUMBER | EPOCH_STAMP) SPACE ENTRIES_EXCEEDED          # conntrackFull24
    // nf_conntrack: expectation table full: nf_ct_expect_related_report(), net/netfilter/nf_conntrack_expect.c
    | NF_CONNTRACK SPACE EXPECTATION_FULL                                                    # expectFull
    // Neighbour table overflow.  ipv6: Neighbour table overflow.  IPv4: Neighbour table overflow: arp_bind_neighbour(), up to 3.5
    | ((IPV4 | IPV6) SPACE)? NEIGHBOUR_OVERFLOW                                              # neighbourOverflowOld
    // neighbour: arp_cache: neighbor table overflow!: neigh_alloc(), net/core/neighbour.c, 4.4 and later
    | NEIGHBOUR SPACE table=WORD COLON SPACE NEIGHBOR_OVERFLOW                               # neighbourOverflow
    // dst cache overflow  IPv4: dst cache overflow: rt_garbage_collect(), net/ipv4/route.c, up to 3.5
    | (IPV4 SPACE)? DST_CACHE_OVERFLOW                                                       # dstCacheOverflow
    // Route cache is full: consider increasing sysctl net.ipv6.route.max_size.: dst_alloc(), net/core/dst.c, 5.14 to 6.1
    | ROUTE_CACHE_FULL                                                                       # routeCacheFull
    // VFS: file-max limit 65536 reached: alloc_empty_file() and get_empty_filp(), fs/file_table.c
    | VFS SPACE FILE_MAX_LIMIT SPACE limit=(NUMBER | EPOCH_STAMP) SPACE REACHED                              # fileMax
    ;

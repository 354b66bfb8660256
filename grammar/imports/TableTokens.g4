/* Tables that fill: conntrack, neighbours, routes, open files. */
lexer grammar TableTokens;

NF_CONNTRACK         : 'nf_conntrack:' ;
IP_CONNTRACK         : 'ip_conntrack:' ;
TABLE_FULL           : 'table full, dropping packet' '.'? ;
TABLE_FULL_IN_NETNS  : 'table full in netns' ;
DROPPING_PACKET      : 'dropping packet' '.'? ;
MAXIMUM_LIMIT_OF     : 'maximum limit of' ;
ENTRIES_EXCEEDED     : 'entries exceeded' ;
EXPECTATION_FULL     : 'expectation table full' ;

NEIGHBOUR            : 'neighbour:' ;
IPV4                 : 'IPv4:' | 'ipv4:' ;
IPV6                 : 'IPv6:' | 'ipv6:' ;
NEIGHBOUR_OVERFLOW   : 'Neighbour table overflow' '.'? ;
NEIGHBOR_OVERFLOW    : 'neighbor table overflow!' ;

DST_CACHE_OVERFLOW   : 'dst cache overflow' ;
ROUTE_CACHE_FULL     : 'Route cache is full: consider increasing sysctl net.ipv6.route.max_size' '.'? ;

VFS                  : 'VFS:' ;
FILE_MAX_LIMIT       : 'file-max limit' ;
REACHED              : 'reached' ;

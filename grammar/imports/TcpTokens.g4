/* TCP: orphans, memory, SYN queue, TIME_WAIT. */
lexer grammar TcpTokens;

TCP                      : 'TCP:' ;
TCPV6                    : 'TCPv6:' ;
MPTCP                    : 'MPTCP:' ;
REQUEST_SOCK             : 'request_sock_' [A-Za-z0-9_]+ ':' ;

TOO_MANY_ORPHANED        : 'too many orphaned sockets' ;
TOO_MANY_OF_ORPHANED     : 'too many of orphaned sockets' ;
TOO_MANY_ORPHANS         : 'too many orphans' ;
CONSIDER_TCP_MEM         : 'out of memory -- consider tuning tcp_mem' ;
OUT_OF_SOCKET_MEMORY     : 'Out of socket memory' ;
FORCE_CLOSING            : 'out of memory: force closing socket' ;

POSSIBLE_SYN_FLOODING    : 'Possible SYN flooding on port' ;
POSSIBLE_SYN_FLOODING_LC : 'possible SYN flooding on port' ;
SENDING_COOKIES          : 'Sending cookies.' ;
DROPPING_REQUEST         : 'Dropping request.' ;
CHECK_SNMP               : 'Check SNMP counters.' ;

TIME_WAIT_OVERFLOW       : 'time wait bucket table overflow' ;
DROP_OPEN_REQUEST        : 'drop open request from' ;

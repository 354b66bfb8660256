/* Things that are stuck. */
lexer grammar StallTokens;

WATCHDOG            : 'watchdog:' | 'NMI watchdog:' ;
SOFT_LOCKUP         : 'BUG: soft lockup ' ('- CPU#' [0-9]+ ' stuck for' | 'detected on CPU#') ;
INFO_TASK           : 'INFO: task' ;
BLOCKED_FOR         : 'blocked ' ('in I/O wait ')? 'for more than' ;
UNREGISTER          : 'unregister_netdevice:' ;
WAITING_FOR         : 'waiting for' ;
CGROUP              : 'cgroup:' ;
FORK_REJECTED       : 'fork rejected by pids controller in' ;

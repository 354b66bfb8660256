/* Notes about lines: suppressed by a limiter, repeated, lost. */
lexer grammar NoteTokens;

// ___ratelimit(), lib/ratelimit.c
CALLBACKS_SUPPRESSED    : 'callbacks suppressed' ;
// __printk_ratelimit(), kernel/printk.c, up to 2.6.25; net_ratelimit(), net/core/utils.c, up to 2.4
MESSAGES_SUPPRESSED     : 'messages suppressed' '.'? ;
PRINTK_NAME             : 'printk:' ;
NET_NAME                : 'NET:' ;

// sysklogd 1, BSD; sysklogd 2; rsyslog; syslog-ng
LAST_MESSAGE_REPEATED   : 'last message ' ('repeated' | 'buffered') ;
MESSAGE_REPEATED        : 'message repeated' ;
LAST_MESSAGE_QUOTED     : 'Last message \'' ~['\r\n]* '\' repeated' ;
TIMES_COLON             : 'times:' ;
TIMES                   : 'times' 's'? ','? ;
DASHES                  : '---' ;
DASH_PAIR               : '--' ;

// console_prepend_dropped() and its ancestors, kernel/printk/printk.c
PRINTK_MESSAGES_DROPPED : 'printk messages dropped' ;
// console_prepend_replay(), kernel/printk/printk.c
REPLAYING               : 'replaying previous printk message' ;
// setup_log_buf(), kernel/printk/printk.c
PRINTK_DROPPED          : 'printk: dropped' ;
MESSAGES                : 'messages' ;
// journald-kmsg.c of systemd
MISSED                  : 'Missed' ;
KERNEL_MESSAGES         : 'kernel messages' ;
KMSG_OVERRUN            : '/dev/kmsg buffer overrun, some messages lost.' ;
// journald-rate-limit.c and journald-syslog.c of systemd
SUPPRESSED_OF_SERVICE   : 'Suppressed ' DIGIT+ ' messages from ' ;
FORWARDING_MISSED       : 'Forwarding to syslog missed ' DIGIT+ ' messages' '.'? ;
// ratelimit.c and imuxsock.c of rsyslog
LOST_TO_RATE_LIMIT      : 'messages lost due to rate-limiting' ;
LOST_FROM_PID           : 'lost' BLANK+ DIGIT+ ' messages from pid ' DIGIT+ ' due to rate-limiting' ;
BEGIN_TO_DROP           : 'begin' 's'? ' to drop messages' ~[\r\n]* 'due to rate-limiting' ;

// journalctl: a boot begins (from 247, before 247), what the output spans
BOOT_MARK               : '-- Boot' ;
REBOOT_MARK             : '-- Reboot --' ;
SPAN_MARK               : '-- Logs begin at' | '-- Journal begins at' ;

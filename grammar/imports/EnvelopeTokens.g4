/* Stamps, levels and tags: what stands before the kernel's text. */
lexer grammar EnvelopeTokens;

// [63286.239125] [    0.000000]: print_time(), kernel/printk/printk.c; the seconds are padded to five columns and grow beyond
UPTIME_STAMP      : '[' BLANK* DIGIT+ '.' DIGIT+ ']' ;
// [    T1] [C0]: print_caller(), 5.1 and later with CONFIG_PRINTK_CALLER
CALLER_ID         : '[' BLANK* [TC] DIGIT+ ']' ;
// <6>: print_syslog(), facility times eight plus level
LEVEL             : '<' DIGIT+ '>' ;
// Oct 28 21:58:48, Oct  8, Oct 08: RFC 3164 4.1.2 and what daemons made of it
RFC3164_STAMP     : MONTH BLANK+ DIGIT DIGIT? BLANK+ TIME ([.,] DIGIT+)? ;
// 2025-10-28T21:58:48.358312+01:00: RFC 3339 5.6, offsets also without a colon or none at all
RFC3339_STAMP     : DIGIT DIGIT DIGIT DIGIT '-' DIGIT DIGIT '-' DIGIT DIGIT 'T' TIME ([.,] DIGIT+)? ([Zz] | [+-] DIGIT DIGIT ':'? DIGIT DIGIT)? ;
// kern  :info  : of dmesg -x
DECODED_LEVEL     : FACILITY BLANK* ':' SEVERITY BLANK* ':' ;
// kernel: kernel[0]: vmunix:
KERNEL_TAG        : ('kernel' ('[' DIGIT+ ']')? | 'vmunix') ':' ;
// systemd-journald[321]: rsyslogd: rsyslogd-2177: journal: of daemons that speak of lost lines
DAEMON_TAG        : ('systemd-journal' 'd'? | 'journal' | 'rsyslogd' ('-' DIGIT+)? | 'imklog' | 'imuxsock') ('[' DIGIT+ ']')? ':' ;
CONTAINER         : '(CT' [0-9a-f-]+ ')' ;

fragment DIGIT    : [0-9] ;
fragment BLANK    : [ \t] ;
fragment TIME     : DIGIT DIGIT ':' DIGIT DIGIT ':' DIGIT DIGIT ;
fragment MONTH    : 'Jan' | 'Feb' | 'Mar' | 'Apr' | 'May' | 'Jun' | 'Jul' | 'Aug' | 'Sep' | 'Oct' | 'Nov' | 'Dec' ;
fragment FACILITY : 'kern' | 'user' | 'mail' | 'daemon' | 'auth' 'priv'? | 'syslog' | 'lpr' | 'news' | 'uucp' | 'cron' | 'ftp' | 'local' [0-7] | 'res' [0-3] ;
fragment SEVERITY : 'emerg' | 'alert' | 'crit' | 'err' | 'warn' | 'notice' | 'info' | 'debug' ;

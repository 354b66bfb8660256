/* Stamps, levels, tags: what stands before the kernel's text. A whole stamp is one token; its parts are read in parse/StampReader. */
lexer grammar EnvelopeTokens;

// [63286.239125] [    0.000000]: print_time(), kernel/printk/printk.c; the seconds are padded to five columns and grow beyond.
// dmesg -d adds <seconds since the line before>, with the language's decimal mark; journalctl -o short-delta too, with * after a boot
UPTIME_STAMP      : '[' BLANK* DIGIT+ [.,] DIGIT+ (BLANK* '<' BLANK* '-'? DIGIT* [.,] DIGIT+ BLANK* '*'? BLANK* '>')? BLANK* ']' ;
// [    T1] [C0]: print_caller(), 5.1 and later with CONFIG_PRINTK_CALLER
CALLER_ID         : '[' BLANK* [TC] DIGIT+ ']' ;
// [Mon Dec  7 03:23:55 2026] [Mo, 7. Dez 2026, 03:23:55]: dmesg -T in any language; [2025-10-28 21:58:48] of capturing tools
// but not [-- MARK -- Tue Oct 28 21:58:48 2025] of conserver(8), which is of no line
CTIME_STAMP       : '[' (~[\][\r\n-] ~[\][\r\n]*)? CLOCK ~[\][\r\n]* ']' ;
// [0:  kworker/0:1:   23]  I[1: init:    1]  (0)[1:init]: CPU and process, as vendors of telephones have their kernels print them
VENDOR_MARK       : [A-Z]? '[' BLANK* DIGIT+ ':' ~[\][\r\n]* ':' BLANK* DIGIT+ ']'
                  | '(' DIGIT+ ')' '[' DIGIT+ ':' ~[\][\r\n]+ ']'
                  ;
// [<63186.115669>] [  +1.000000] [Dec 7 03:23]: dmesg's stamps that count from the line before; they tell no time by themselves
RELATIVE_STAMP    : '[<' BLANK* '-'? DIGIT* [.,] DIGIT+ '>]'
                  | '[' BLANK* [+-] DIGIT+ [.,] DIGIT+ ']'
                  | '[' ~[\][\r\n:]* LETTER ~[\][\r\n:]* BLANK DIGIT DIGIT [:.] DIGIT DIGIT ']'
                  ;
// <6>: print_syslog(), facility times eight plus level
LEVEL             : '<' DIGIT+ '>' ;
// 6,812,63286239125,-,caller=T1; of /dev/kmsg: info_print_ext_header(), kernel/printk/printk.c, in 3.5 without the flag; netconsole puts
// the release first. The facility is the kernel's, as no program's can be (devkmsg_write())
KMSG_HEAD         : (DIGIT+ '.' DIGIT ~[,;\r\n]* ',')? [0-7] ',' DIGIT+ ',' DIGIT+ (',' [-c+] (',' [a-z_]+ '=' ~[,;\r\n]*)*)? ';' ;
// Oct 28 21:58:48, Oct  8, Oct 08, Oct 28 2025 21:58:48, Tue Oct 28 21:58:48: RFC 3164 4.1.2 and what daemons made of it; months also
// in other languages
RFC3164_STAMP     : (WEEKDAY BLANK+)? MONTH BLANK+ DIGIT DIGIT? BLANK+ (YEAR BLANK+)? TIME ([.,] DIGIT+)? ;
// 2025 Oct 28 21:58:48
YEAR_FIRST_STAMP  : YEAR BLANK+ MONTH BLANK+ DIGIT DIGIT? BLANK+ TIME ([.,] DIGIT+)? ;
// 2026-12-07T03:23:55,239125+00:00: dmesg --time-format=iso, told by its comma
DMESG_ISO_STAMP   : DATE 'T' TIME ',' DIGIT DIGIT DIGIT DIGIT DIGIT DIGIT [+-] DIGIT DIGIT ':'? DIGIT DIGIT ;
// 2025-10-28T21:58:48.358312+01:00: RFC 3339 5.6, offsets also without a colon or none at all, a blank in place of the T,
// the zone's letters
RFC3339_STAMP     : DATE [Tt ] TIME ([.,] DIGIT+)? (' '? ([Zz] | [+-] DIGIT DIGIT ':'? DIGIT DIGIT) | ' ' ZONE)? ;
// Tue 2025-10-28 21:58:48 EDT: journalctl -o short-full
FULL_STAMP        : LETTER+ '.'? BLANK DATE BLANK TIME ('.' DIGIT+)? BLANK ([A-Z]+ | [+-] DIGIT+) ;
// Tue Oct 28 21:58:48 2025: logread of OpenWrt, ctime(3); date(1) puts the zone before the year
PLAIN_CTIME_STAMP : LETTER+ BLANK MONTH BLANK+ DIGIT DIGIT? BLANK TIME (BLANK [A-Z] [A-Z] [A-Z]+)? BLANK YEAR ;
// 1761752014.239125: journalctl -o short-unix; 1761752014, 1761752014239 and so on to nanoseconds, 2001 to 2033: date +%s, log stores;
// [1761752014]: Nagios. A number of so many digits may also stand in a message: there either token will do
EPOCH_STAMP       : TEN_DIGITS '.' DIGIT DIGIT DIGIT DIGIT*
                  | SECONDS (THREE_DIGITS (THREE_DIGITS THREE_DIGITS?)?)?
                  | '[' SECONDS ']'
                  ;
// kern  :info  : of dmesg -x
DECODED_LEVEL     : FACILITY BLANK* ':' SEVERITY BLANK* ':' ;
// kern.info of busybox and OpenWrt; <kern.info> and [kern.info] of templates
FACILITY_PRIORITY : FACILITY '.' SEVERITY | '<' FACILITY '.' SEVERITY '>' | '[' FACILITY '.' SEVERITY ']' ;
// INFO kernel: of Chrome OS, whose lines name no host
UPPER_SEVERITY    : 'EMERG' | 'ALERT' | 'CRIT' | 'ERR' | 'ERROR' | 'WARN' | 'WARNING' | 'NOTICE' | 'INFO' | 'DEBUG' ;
// kernel: kernel[0]: vmunix: klogd: unix:
KERNEL_TAG        : ('kernel' ('[' DIGIT+ ']')? | 'vmunix' | 'klogd' | 'unix') ':' ;
// RFC 5424 has no colon after it
KERNEL_NAME       : 'kernel' ;
// [meta sequenceId="1"]: RFC 5424 6.3
STRUCTURED_DATA   : ('[' PRINTABLE (BLANK+ PRINTABLE '="' ('\\' ~[\r\n] | ~["\\\r\n])* '"')+ ']')+ ;
// systemd-journald[321]: rsyslogd: rsyslogd-2177: journal: of daemons that speak of lost lines
DAEMON_TAG        : ('systemd-journal' 'd'? | 'journal' | 'rsyslogd' ('-' DIGIT+)? | 'imklog' | 'imuxsock') ('[' DIGIT+ ']')? ':' ;
// of busybox and sysklogd, which name no host when they speak of themselves: syslogd started: BusyBox v1.35.0
SYSLOGD_SPEAKS    : 'syslogd ' ('started:' | 'exiting' | [0-9.]+ ':') ;
// {host="web01", job="kern"}: the labels of a stream, as Loki's logcli prints them
LABELS            : '{' (LABEL (',' BLANK* LABEL)*)? '}' ;
// stdout and stderr of the container runtime interface
STREAM            : 'stdout' | 'stderr' ;
// what people put in place of a date or a name that they do not show
MASK              : '**' '*'* | '...' '.'* ;
CONTAINER         : '(CT' [0-9a-f-]+ ')' ;

fragment DIGIT     : [0-9] ;
fragment THREE_DIGITS : DIGIT DIGIT DIGIT ;
fragment TEN_DIGITS   : DIGIT THREE_DIGITS THREE_DIGITS THREE_DIGITS ;
fragment SECONDS   : '1' THREE_DIGITS THREE_DIGITS THREE_DIGITS ;
fragment LABEL     : [A-Za-z_] [A-Za-z0-9_.]* '="' ('\\' ~[\r\n] | ~["\\\r\n])* '"' ;
fragment BLANK     : [ \t] ;
fragment LETTER    : [\p{L}] ;
fragment YEAR      : [12] DIGIT DIGIT DIGIT ;
fragment DATE      : YEAR '-' DIGIT DIGIT '-' DIGIT DIGIT ;
fragment TIME      : DIGIT DIGIT ':' DIGIT DIGIT ':' DIGIT DIGIT ;
fragment CLOCK     : DIGIT DIGIT [:.] DIGIT DIGIT [:.] DIGIT DIGIT ;
fragment WEEKDAY   : ('Mon' | 'Tue' | 'Wed' | 'Thu' | 'Fri' | 'Sat' | 'Sun') ','? ;
fragment ZONE      : 'UTC' | 'GMT' | 'WET' | 'WEST' | 'CET' | 'CEST' | 'EET' | 'EEST' | 'MSK' | 'BST' | 'IST' | 'JST' | 'KST' | 'HKT' | 'SGT'
                   | [ECMP] [SD] 'T' | 'AE' [SD] 'T' ;
fragment MONTH     : LETTER LETTER LETTER+ '.'? ;
fragment PRINTABLE : [A-Za-z] [A-Za-z0-9@._-]* ;
fragment FACILITY  : 'kern' | 'user' | 'mail' | 'daemon' | 'auth' 'priv'? | 'syslog' | 'lpr' | 'news' | 'uucp' | 'cron' | 'ftp' | 'local' [0-7] | 'res' [0-3] ;
fragment SEVERITY  : 'emerg' | 'alert' | 'crit' | 'err' | 'error' | 'warn' | 'warning' | 'notice' | 'info' | 'debug' ;

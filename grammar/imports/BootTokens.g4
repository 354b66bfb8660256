/* What a kernel says once, as it boots. */
lexer grammar BootTokens;

LINUX_VERSION          : 'Linux version' ;
ESTABLISHED_HASH       : 'TCP established hash table entries:' ;
// mem_init_print_info(), mm/page_alloc.c, 3.10 and later (K); mem_init() of each architecture before (k)
MEMORY_AVAILABLE       : 'Memory: ' [0-9]+ [kK] '/' [0-9]+ [kK] ' available' ;
HASH_TABLES_CONFIGURED : 'TCP: Hash tables configured (established' ;
// rtc_hctosys(), drivers/rtc/class.c
SETTING_SYSTEM_CLOCK   : 'setting system clock to' ;
// audit_log_start(), kernel/audit.c
AUDIT_TIME             : 'audit(' [0-9]+ '.' [0-9]+ ;

/* Programs that end. */
lexer grammar EndTokens;

// systemd[1]: systemd[2211]: systemd: systemd-coredump[77]:
SYSTEMD_TAG        : 'systemd' '-coredump'? ('[' [0-9]+ ']')? ':' ;
SEGFAULT           : 'segfault at' ;
// the word "fault" since 5.x; rip of x86_64 and eip of i386 up to 2.6.2x
PROTECTION         : 'general protection' (' fault')? (' ip:' | ' rip:' | ' eip:') ;
TRAP               : 'trap ' ('invalid opcode' | 'divide error' | 'stack segment' | 'bounds' | 'int3') (' ip:' | ' rip:' | ' eip:') ;
TRAPS              : 'traps:' ;
MAIN_EXITED        : [Mm] 'ain process exited, code=' ;
UNIT_OOM           : 'A process of this unit has been killed by the OOM killer' ;
RESTART            : 'Scheduled restart job' | 'Service '? ('hold-off time over' | 'holdoff time over' | 'RestartSec=' ~[\r\n, ]+ ' expired') ', scheduling restart' ;
STOPPING           : 'Stopping' ;
DUMPED             : 'dumped core' ;
PROCESS            : 'Process' ;

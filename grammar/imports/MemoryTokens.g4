/* Memory: OOM kills and failed allocations. */
lexer grammar MemoryTokens;

INVOKED_OOM_KILLER      : 'invoked oom-killer: gfp_mask=0x' ;
OOM_KILLER_OLD          : 'oom-killer: gfp_mask' ;
OOM_KILL_CONSTRAINT     : 'oom-kill:constraint=CONSTRAINT_' ;
KILL_PROCESS            : ('Out of memory:' | 'Out of Memory:' | 'Memory cgroup out of memory:') (' Kill process' | ' kill process') ;
KILLED_PROCESS          : (('Out of memory:' | 'Out of Memory:' | 'Memory cgroup out of memory:') ' ')? 'Killed process' ;
PAGE_ALLOCATION_FAILURE : 'page allocation failure' [.:] ' order:' ;
SLUB                    : 'SLUB:' | 'SLAB:' ;
UNABLE_TO_ALLOCATE      : 'Unable to allocate memory on' ;

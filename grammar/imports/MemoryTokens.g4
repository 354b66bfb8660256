/* Memory: OOM kills and failed allocations. */
lexer grammar MemoryTokens;

INVOKED_OOM_KILLER      : 'invoked oom-killer:' ;
OOM_KILLER_OLD          : 'oom-killer: gfp_mask' ;
OOM_KILL_CONSTRAINT     : 'oom-kill:constraint' ;
KILL_PROCESS            : ('Out of memory:' | 'Out of Memory:' | 'Memory cgroup out of memory:') ' Kill process' ;
KILLED_PROCESS          : (('Out of memory:' | 'Out of Memory:' | 'Memory cgroup out of memory:') ' ')? 'Killed process' ;
PAGE_ALLOCATION_FAILURE : 'page allocation failure' ;
SLUB                    : 'SLUB:' ;
UNABLE_TO_ALLOCATE      : 'Unable to allocate memory on' ;

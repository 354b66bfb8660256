/* Memory: OOM kills and failed allocations. Context, never a burst. */
parser grammar Memory;

options { tokenVocab = KernelLogLexer; }

memoryMessage
    // java invoked oom-killer: gfp_mask=0x140cca(GFP_HIGHUSER_MOVABLE), order=0, …: dump_header(), mm/oom_kill.c
    : who=name SPACE INVOKED_OOM_KILLER any*                                                 # oomInvoked
    // oom-killer: gfp_mask=0x201d2, order=0: out_of_memory(), mm/oom_kill.c, 2.6.18
    | OOM_KILLER_OLD any*                                                                    # oomInvokedOld
    // oom-kill:constraint=CONSTRAINT_NONE,nodemask=(null),…: dump_oom_summary(), 5.0 and later
    | OOM_KILL_CONSTRAINT any*                                                               # oomConstraint
    // Out of memory: Kill process 77 (java) score 905 or sacrifice child: oom_kill_process(), up to 5.2; "kill process … or a child" in 2.6.24 to 2.6.35
    | KILL_PROCESS SPACE (NUMBER | LISTED_NUMBER) any*                                                      # oomChosen
    // Out of memory: Killed process 77 (java) total-vm:…   Killed process 77 (java) total-vm:…: __oom_kill_process()
    | KILLED_PROCESS SPACE (NUMBER | LISTED_NUMBER) any*                                                    # oomKilled
    // swapper/0: page allocation failure: order:0, mode:0x20: warn_alloc(), mm/page_alloc.c, and its ancestors
    | who=name COLON SPACE PAGE_ALLOCATION_FAILURE any*                                      # allocationFailure
    // SLUB: Unable to allocate memory on node -1 (gfp=0x20): slab_out_of_memory(), mm/slub.c and mm/slab.c
    | SLUB SPACE UNABLE_TO_ALLOCATE any*                                                     # slabFailure
    ;

// a process's name: up to fifteen bytes, blanks and colons among them; no bracket, for that is a daemon's pid
name
    : nameFirst nameRest*?
    ;

nameFirst
    : ~(SPACE | TRAPS | INVOKED_OOM_KILLER | PAGE_ALLOCATION_FAILURE | BLOCKED_FOR | KERNEL_TAG | DAEMON_TAG | OPEN | UPTIME_STAMP
        | RFC3164_STAMP | RFC3339_STAMP | DMESG_ISO_STAMP | YEAR_FIRST_STAMP | FULL_STAMP | PLAIN_CTIME_STAMP | EPOCH_STAMP)
    ;

nameRest
    : ~(INVOKED_OOM_KILLER | PAGE_ALLOCATION_FAILURE | BLOCKED_FOR | KERNEL_TAG | DAEMON_TAG | OPEN | UPTIME_STAMP
        | RFC3164_STAMP | RFC3339_STAMP | DMESG_ISO_STAMP | YEAR_FIRST_STAMP | FULL_STAMP | PLAIN_CTIME_STAMP | EPOCH_STAMP)
    ;

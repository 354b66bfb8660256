/* Things that are stuck, and limits on processes. Context, never a burst. */
parser grammar Stalls;

options { tokenVocab = KernelLogLexer; }

stallMessage
    // watchdog: BUG: soft lockup - CPU#3 stuck for 22s! [ksoftirqd/3:29]: watchdog_timer_fn(), kernel/watchdog.c
    : (WATCHDOG SPACE)? SOFT_LOCKUP any*                                                     # softLockup
    // INFO: task jbd2/sda1-8:311 blocked for more than 120 seconds.: check_hung_task(), kernel/hung_task.c
    | INFO_TASK SPACE who=name SPACE BLOCKED_FOR any*                                        # hungTask
    // unregister_netdevice: waiting for eth0 to become free. Usage count = 1: netdev_wait_allrefs(), net/core/dev.c
    | UNREGISTER SPACE WAITING_FOR SPACE device=place SPACE any*                             # unregisterStuck
    // cgroup: fork rejected by pids controller in /user.slice: pids_can_fork(), kernel/cgroup/pids.c
    | CGROUP SPACE FORK_REJECTED SPACE path=place                                            # forkRejected
    ;

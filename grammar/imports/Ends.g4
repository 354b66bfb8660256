/* Programs that end: crashes, told by the kernel, and services that stop, told by systemd. Context, never a burst. */
parser grammar Ends;

options { tokenVocab = KernelLogLexer; }

crashMessage
    // nginx[4711]: segfault at 0 ip 00007f… sp 00007f… error 4 in …: show_signal_msg(), arch/x86/mm/fault.c
    : who=name OPEN pid=NUMBER CLOSE COLON SPACE SEGFAULT SPACE any*                          # segfault
    // traps: nginx[4711] general protection fault ip:… sp:… error:0 in …: gp_user_force_sig_segv() and its ancestors, arch/x86/kernel/traps.c
    | (TRAPS SPACE)? who=name OPEN pid=NUMBER CLOSE SPACE (PROTECTION | TRAP) any*             # trapped
    ;

// systemd speaks of a unit by its name, or in its own words
serviceMessage
    // nginx.service: Main process exited, code=killed, status=9/KILL: service_sigchld_event(), src/core/service.c
    : unit=WORD COLON SPACE (MAIN_EXITED any* | UNIT_OOM any*)                                # serviceEnded
    // nginx.service: Scheduled restart job, restart counter is at 3.   nginx.service holdoff time over, scheduling restart.
    | unit=WORD COLON? SPACE RESTART any*                                                    # serviceRestart
    // Stopping nginx.service - A high performance web server...: unit_status_printf(), src/core/unit.c
    | STOPPING SPACE any*                                                                    # serviceStopping
    // Process 4711 (nginx) of user 33 dumped core.: submit_coredump(), src/coredump/coredump.c
    | PROCESS SPACE pid=NUMBER SPACE any* DUMPED any*                                        # processDumped
    ;

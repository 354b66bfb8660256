/* Notes about lines: suppressed by a limiter, repeated, lost. */
parser grammar Notes;

options { tokenVocab = KernelLogLexer; }

suppressionNote
    // net_ratelimit: 50 callbacks suppressed   __ratelimit: 7 callbacks suppressed   dst_alloc: 3 callbacks suppressed
    : function=WORD COLON SPACE count=(NUMBER | EPOCH_STAMP) SPACE (CALLBACKS_SUPPRESSED | MESSAGES_SUPPRESSED)
    // printk: 12 messages suppressed.   NET: 12 messages suppressed.
    | limiter=(PRINTK_NAME | NET_NAME) SPACE count=(NUMBER | EPOCH_STAMP) SPACE MESSAGES_SUPPRESSED
    ;

// message repeated 3 times: [ TCP: too many orphaned sockets]   (rsyslog; the bracket may be lost where the text was cut)
repeatedQuote
    : MESSAGE_REPEATED SPACE count=NUMBER SPACE TIMES_COLON SPACE? OPEN SPACE? (kernelStamps SPACE?)? quoted=message CLOSE?
    ;

repeatedLine
    // last message repeated 4 times   --- last message repeated 4 times ---   last message buffered 4 times
    : (DASHES SPACE)? LAST_MESSAGE_REPEATED SPACE count=NUMBER SPACE TIMES (SPACE DASHES)?
    // Last message 'TCP: out of memory -' repeated 4 times, suppressed by syslog-ng on web01
    | LAST_MESSAGE_QUOTED SPACE count=NUMBER SPACE TIMES any*
    // the same behind a tag, as some relays write it
    | (KERNEL_TAG | tag COLON) SPACE LAST_MESSAGE_QUOTED SPACE count=NUMBER SPACE TIMES any*
    ;

tag
    : WORD (OPEN NUMBER CLOSE)?
    ;

// ** 127 printk messages dropped **   (3.19 to 4.12 print the next text on the same line)
consoleLoss
    : MASK SPACE count=(NUMBER | EPOCH_STAMP) SPACE PRINTK_MESSAGES_DROPPED SPACE MASK
    | atBoot=PRINTK_DROPPED SPACE count=NUMBER SPACE MESSAGES
    ;

// ** replaying previous printk message **   (6.12 and later: the next line was printed before, perhaps not to its end)
consoleReplay
    : MASK SPACE REPLAYING SPACE MASK
    ;

daemonLoss
    // systemd-journald[321]: Missed 12 kernel messages
    : MISSED SPACE count=(NUMBER | EPOCH_STAMP) SPACE KERNEL_MESSAGES SPACE?                 # missedByJournal
    // systemd-journald[321]: /dev/kmsg buffer overrun, some messages lost.
    | KMSG_OVERRUN any*                                                                      # overrun
    // systemd-journald[321]: Suppressed 1500 messages from /system.slice/app.service
    | words=SUPPRESSED_OF_SERVICE any*                                                       # ofService
    // systemd-journald[321]: Forwarding to syslog missed 12 messages.
    | words=FORWARDING_MISSED any*                                                           # forwarded
    // rsyslogd: imjournal: 119806 messages lost due to rate-limiting (20000 allowed within 600 seconds)
    | (lossSource+ SPACE)? count=(NUMBER | EPOCH_STAMP) SPACE LOST_TO_RATE_LIMIT any*        # limited
    // rsyslogd: imuxsock lost 44 messages from pid 4711 due to rate-limiting
    | (lossSource+ SPACE)? (fromPid=LOST_FROM_PID | BEGIN_TO_DROP) any*                      # limitedByPid
    ;

// imjournal:   imuxsock[pid]:   action-3-builtin:omfile from <kernel:>:
lossSource
    : ~(LOST_TO_RATE_LIMIT | LOST_FROM_PID | BEGIN_TO_DROP | KMSG_OVERRUN | SUPPRESSED_OF_SERVICE | FORWARDING_MISSED)
    ;

journalMark
    // -- Boot 0b5f1d3a5e0c4c2f9d1e7a6b8c9d0e1f --
    : BOOT_MARK SPACE id=(WORD | NUMBER) SPACE DASH_PAIR                                                # bootMark
    // -- Reboot --
    | REBOOT_MARK                                                                            # rebootMark
    // -- Logs begin at Thu 2020-04-30 17:39:38 UTC, end at Mon 2020-05-04 11:06:20 UTC. --
    | SPAN_MARK SPACE begin=FULL_STAMP any*                                                  # spanMark
    ;

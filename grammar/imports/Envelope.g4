/*
 * What stands before the kernel's text, one alternative a form. To add a form: a stamp in EnvelopeTokens.g4, an alternative here,
 * a LogFormat, and a row in the samples.
 */
parser grammar Envelope;

options { tokenVocab = KernelLogLexer; }

// The line's number, where copying put it before the line: an editor, cat -n, grep -n.
cited
    : number=NUMBER (SPACE | COLON SPACE?)
    ;

// kern  :info  : …: dmesg -x, before whatever other option
decoded
    : DECODED_LEVEL SPACE?
    ;

// The more special form stands before the one that is its beginning: of two readings the first is taken.
envelope
    // Oct 28 21:58:48 web01 kernel: …   2025-10-28T21:58:48+01:00 web01 kernel: [    1.000000] …   kernel: …
    // Oct 28 21:58:48 web01 kern.info kernel: …   Oct 28 21:58:48 kern.info web01 kernel: …   Oct 28 21:58:48 web01 <191> kernel: …
    : (wall=syslogHead COLON? SPACE (UPPER_SEVERITY SPACE)? (early=FACILITY_PRIORITY SPACE)? (host=hostName SPACE)?
      (late=(FACILITY_PRIORITY | LEVEL) SPACE)?)?
      KERNEL_TAG (SPACE? COLON)? (SPACE? stamps=kernelStamps)?                               # syslogEnvelope
    // <4>1 2025-10-28T21:58:48.358312+00:00 web01 kernel - - [meta sequenceId="1"] …: RFC 5424 6
    | (LEVEL NUMBER SPACE)? wall=syslogHead SPACE host=hostName SPACE KERNEL_NAME SPACE hostName SPACE hostName SPACE
      (STRUCTURED_DATA | hostName) (SPACE? stamps=kernelStamps)?                             # rfc5424Envelope
    // [63286.239125] web01 kernel: …   [    0.000000] kernel: …: journalctl -o short-monotonic, Ubuntu's /var/log/dmesg
    | stamps=kernelStamps SPACE (host=hostName SPACE)? KERNEL_TAG (SPACE? inner=kernelStamps)?  # monotonicEnvelope
    // 2026-12-07T03:23:55,239125+00:00 …: dmesg --time-format=iso, also among other stamps
    | (stamps=kernelStamps SPACE)? iso=DMESG_ISO_STAMP (SPACE inner=kernelStamps)?           # dmesgIsoEnvelope
    // Oct 28 21:58:48 [    1.000000] …: ts(1), log stores; the kernel's own stamp says whose line it is
    | wall=syslogHead COLON? SPACE stamps=kernelStamps                                       # stampedEnvelope
    // ** kernel: …   ... kernel: : …   : [    1.000000] …: what is left of a masked line
    | (MASK SPACE?)+ KERNEL_TAG (SPACE? COLON)? (SPACE? stamps=kernelStamps)?                # maskedEnvelope
    | COLON SPACE stamps=kernelStamps                                                        # tornEnvelope
    // 6,812,63286239125,-,caller=T1;…: a record of /dev/kmsg among other lines
    | record=KMSG_HEAD                                                                       # kmsgEnvelope
    // [63286.239125] …   <6>[    1.000000][    T1] …   [    1.000000] [Mon Dec  7 03:23:55 2026] …
    | stamps=kernelStamps                                                                    # dmesgEnvelope
    ;

// info_print_prefix(), kernel/printk/printk.c: level, time and caller in this order; dmesg(1) puts a blank before the caller, and
// several stamps one after the other if asked to; vendors add marks of their own
kernelStamps
    : level=LEVEL? (other=otherStamp SPACE?)* uptime=UPTIME_STAMP (SPACE? other=otherStamp)* (SPACE? caller=CALLER_ID)?
      (SPACE? (VENDOR_MARK | LEVEL))*
    | level=LEVEL? other=otherStamp (SPACE? otherStamp)* (SPACE? caller=CALLER_ID)?
    | level=LEVEL
    ;

otherStamp
    : text=CTIME_STAMP
    | text=RELATIVE_STAMP
    ;

syslogHead
    : LEVEL? stamp=(RFC3164_STAMP | RFC3339_STAMP | DMESG_ISO_STAMP | YEAR_FIRST_STAMP | FULL_STAMP | PLAIN_CTIME_STAMP | EPOCH_STAMP)
    ;

// 2025-10-28T21:58:48.123456789Z stdout F …: a log of the container runtime interface
// 2025-10-28T21:58:48Z {host="web01"} …: Loki's logcli
containerHead
    : wall=syslogHead SPACE (STREAM SPACE WORD | labels=LABELS)
    ;

// Oct 28 21:58:48 web01 systemd-journald[321]: …
daemonHead
    : (stamps=kernelStamps SPACE)? (wall=syslogHead SPACE (host=hostName SPACE)? (FACILITY_PRIORITY SPACE)?)? DAEMON_TAG
    ;

// Oct 28 21:58:48 web01 systemd[1]: …
managerHead
    : (stamps=kernelStamps SPACE)? (wall=syslogHead SPACE (host=hostName SPACE)? (FACILITY_PRIORITY SPACE)?)? SYSTEMD_TAG
    ;

// a name, an address, even fe80::1%eth0; never a tag
hostName
    : ~(SPACE | KERNEL_TAG | DAEMON_TAG | FACILITY_PRIORITY | UPPER_SEVERITY | LEVEL | RFC3164_STAMP | RFC3339_STAMP | DMESG_ISO_STAMP | YEAR_FIRST_STAMP
        | FULL_STAMP | PLAIN_CTIME_STAMP | EPOCH_STAMP | LABELS | SYSLOGD_SPEAKS | UPTIME_STAMP | DASHES | LAST_MESSAGE_REPEATED | LAST_MESSAGE_QUOTED)+
    ;

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

envelope
    // [63286.239125] …   <6>[    1.000000][    T1] …   kern  :info  : [    1.000000] …
    : (DECODED_LEVEL SPACE?)? stamps=kernelStamps                                            # dmesgEnvelope
    // Oct 28 21:58:48 web01 kernel: …   2025-10-28T21:58:48+01:00 web01 kernel: [    1.000000] …   kernel: …
    | (wall=syslogHead SPACE (host=hostName SPACE)?)? KERNEL_TAG (SPACE? COLON)? (SPACE? stamps=kernelStamps)?  # syslogEnvelope
    ;

// info_print_prefix(), kernel/printk/printk.c: level, time and caller in this order; dmesg(1) puts a blank before the caller
kernelStamps
    : level=LEVEL
    | level=LEVEL? uptime=UPTIME_STAMP (SPACE? caller=CALLER_ID)?
    ;

syslogHead
    : LEVEL? stamp=(RFC3164_STAMP | RFC3339_STAMP)
    ;

// Oct 28 21:58:48 web01 systemd-journald[321]: …
daemonHead
    : (wall=syslogHead SPACE (host=hostName SPACE)?)? DAEMON_TAG
    ;

// a name, an address, even fe80::1%eth0; never a tag
hostName
    : ~(SPACE | KERNEL_TAG | DAEMON_TAG)+
    ;

/*
 * A line of a kernel log: what stands before the kernel's text, and the text.
 *
 * No actions and no predicates: this is the description of a line, and everything else reads it. Only labels are read from the parse,
 * no tree is built. Accept loosely, validate in Java: a number too large or an hour 25 is found when the event is made.
 */
parser grammar KernelLogParser;

options { tokenVocab = KernelLogLexer; }

import Envelope, Notes, Boot, Tcp, Tables, Memory, Stalls, Ends, Limited;

// A line that says something. What stands before the text decides which texts it can carry: a daemon's note about lost lines is no
// kernel message, and a program that quotes the kernel is neither.
line
    : SPACE? lineNumber=cited? decoded? (outer=containerHead SPACE)? head=envelope? SPACE? body=message SPACE? containerMark? EOF  # kernelLine
    | SPACE? lineNumber=cited? head=envelope? SPACE? again=repeatedQuote SPACE? EOF                  # quotedRepetition
    | SPACE? lineNumber=cited? (wall=syslogHead COLON? SPACE)? (host=hostName SPACE)? same=repeatedLine SPACE? EOF  # repetition
    | SPACE? lineNumber=cited? from=daemonHead SPACE? gone=daemonLoss EOF                            # daemonLine
    // what the kernel puts into its console's output itself; a daemon that reads the console tags it
    | SPACE? lineNumber=cited? decoded? head=envelope? SPACE? (gone=consoleLoss (SPACE any*)? | replay=consoleReplay SPACE?) EOF  # consoleLine
    // netconsole: a host, and no tag; log stores: a stamp, and then the kernel's line
    | SPACE? lineNumber=cited? wall=syslogHead SPACE (host=hostName SPACE)? text=taglessMessage SPACE? EOF  # taglessLine
    | SPACE? mark=journalMark SPACE? EOF                                                             # journalLine
    // what systemd says of services beside the kernel's lines
    | SPACE? lineNumber=cited? by=managerHead SPACE? said=serviceMessage EOF                         # managerLine
    ;

// What stands before the text of any line, whatever the text.
header
    : SPACE? lineNumber=cited? decoded? (outer=containerHead SPACE)? head=envelope any* EOF                   # kernelHeader
    | SPACE? lineNumber=cited? wall=syslogHead SPACE (UPPER_SEVERITY SPACE)? (early=FACILITY_PRIORITY SPACE)?
      (host=hostName SPACE (late=FACILITY_PRIORITY SPACE)? | SYSLOGD_SPEAKS) any* EOF                   # otherHeader
    | SPACE? lineNumber=cited? outer=containerHead any* EOF                                          # containerHeader
    | any* EOF                                                                                       # noHeader
    ;

// Every kind of message, one family a file.
message
    : suppression=suppressionNote
    | boot=bootMessage
    | tcp=tcpMessage
    | table=tableMessage
    | memory=memoryMessage
    | stall=stallMessage
    | crash=crashMessage
    | other=limitedMessage
    ;

// Without a tag only texts that are fixed from end to end are believed.
taglessMessage
    : suppression=suppressionNote
    | tcp=tcpMessage
    | table=tableMessage
    ;

any
    : .
    ;

// OpenVZ says in which container's name it speaks: "(CT0)", "(CT101)".
containerMark
    : CONTAINER
    ;

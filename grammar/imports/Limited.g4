/* Other users of net_ratelimit(). */
parser grammar Limited;

options { tokenVocab = KernelLogLexer; }

// IPv4: martian source 192.0.2.1 from 198.51.100.7, on dev eth0
// br0: received packet on eth1 with own address as source address
limitedMessage
    : (beforeFirst before*)? phrase=LIMITED_PHRASE any*
    ;

beforeFirst
    : ~(SPACE | LIMITED_PHRASE | KERNEL_TAG | DAEMON_TAG | OPEN
        | RFC3164_STAMP | RFC3339_STAMP | DMESG_ISO_STAMP | YEAR_FIRST_STAMP | FULL_STAMP | PLAIN_CTIME_STAMP | EPOCH_STAMP)
    ;

before
    : ~(LIMITED_PHRASE | KERNEL_TAG | DAEMON_TAG | OPEN
        | RFC3164_STAMP | RFC3339_STAMP | DMESG_ISO_STAMP | YEAR_FIRST_STAMP | FULL_STAMP | PLAIN_CTIME_STAMP | EPOCH_STAMP)
    ;

/* What a kernel says once, as it boots. */
parser grammar Boot;

options { tokenVocab = KernelLogLexer; }

bootMessage
    // Linux version 6.1.0-50-cloud-amd64 (…) #1 SMP …: linux_banner, init/version.c
    : LINUX_VERSION SPACE release=WORD (SPACE any*)?                                         # linuxVersion
    // TCP established hash table entries: 131072 (order: 8, 1048576 bytes): alloc_large_system_hash() for tcp_init(), net/ipv4/tcp.c
    | ESTABLISHED_HASH SPACE entries=NUMBER (SPACE any*)?                                    # establishedHash
    // TCP: Hash tables configured (established 131072 bind 65536): tcp_init(), net/ipv4/tcp.c
    | HASH_TABLES_CONFIGURED SPACE entries=NUMBER SPACE any*                                 # hashTables
    // Memory: 16306832K/16776688K available (14342K kernel code, 2327K rwdata, …): mem_init_print_info(), mm/page_alloc.c
    | memory=MEMORY_AVAILABLE (SPACE any*)?                                                  # memoryAvailable
    // rtc_cmos 00:00: setting system clock to 2025-10-28T04:23:22 UTC (1761625402): the wall clock beside the kernel's own
    | (beforeClock (SPACE | beforeClock)*)? SETTING_SYSTEM_CLOCK any*                        # clockSet
    // audit: type=2000 audit(1702926179.015:1): state=initialized audit_enabled=0 res=1
    | (beforeClock (SPACE | beforeClock)*)? time=AUDIT_TIME any*                             # auditTime
    ;

beforeClock
    : ~(SPACE | SETTING_SYSTEM_CLOCK | AUDIT_TIME | KERNEL_TAG | DAEMON_TAG | OPEN | LEVEL | UPTIME_STAMP | CTIME_STAMP | RELATIVE_STAMP
        | CALLER_ID | RFC3164_STAMP | RFC3339_STAMP | DMESG_ISO_STAMP | YEAR_FIRST_STAMP | FULL_STAMP | PLAIN_CTIME_STAMP | EPOCH_STAMP)
    ;

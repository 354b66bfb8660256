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
    ;

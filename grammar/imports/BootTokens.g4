/* What a kernel says once, as it boots. */
lexer grammar BootTokens;

LINUX_VERSION          : 'Linux version' ;
ESTABLISHED_HASH       : 'TCP established hash table entries:' ;
HASH_TABLES_CONFIGURED : 'TCP: Hash tables configured (established' ;

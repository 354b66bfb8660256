package org.sockmortem.snapshot;

/** How the name of a sysctl is written: {@code net.ipv4.tcp_mem}, {@code net/ipv4/tcp_mem} and {@code /proc/sys/net/ipv4/tcp_mem} are one. */
public final class SysctlName {
    private static final String PROC = "/proc/sys/";

    private SysctlName() {}

    /**
     * The dotted form. Where the first separator is a slash, slashes part the words and a dot belongs to a word
     * ({@code net/ipv4/conf/eth0.100/rp_filter}), which the dotted form spells the other way round, as sysctl(8) of procps does.
     */
    public static String dotted(String name) {
        int proc = name.indexOf(PROC);
        String bare = proc >= 0 ? name.substring(proc + PROC.length()) : name;
        int slash = bare.indexOf('/');
        int dot = bare.indexOf('.');
        if (slash < 0 || (dot >= 0 && dot < slash)) {
            return bare;
        }
        StringBuilder dotted = new StringBuilder(bare.length());
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            dotted.append(c == '/' ? '.' : c == '.' ? '/' : c);
        }
        return dotted.toString();
    }
}

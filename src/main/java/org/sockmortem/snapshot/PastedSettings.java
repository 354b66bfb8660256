package org.sockmortem.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Settings in a pasted text, {@code name = value}. The same lines may be what the kernel had or what somebody means to set: they count as the kernel's where the command
 * above them asks for it, or where a value among them is one that nobody can set.
 */
final class PastedSettings {
    /** As sysctl(8) prints it: one blank on each side, or none with --values' kin left out. */
    private static final Pattern PRINTED = Pattern.compile("(?:abi|dev|fs|kernel|net|vm)[.][\\w.*/:@-]+ = ?.*");

    /** What the kernel tells and does not take: kernel/utsname_sysctl.c, fs/file_table.c, fs/inode.c, net/netfilter/nf_conntrack_standalone.c. */
    private static final Set<String> TOLD = Set.of(
            "kernel.osrelease",
            "kernel.ostype",
            "kernel.version",
            "kernel.random.boot_id",
            "kernel.random.entropy_avail",
            "fs.file-nr",
            "fs.inode-nr",
            "fs.inode-state",
            "fs.dentry-state",
            "fs.aio-nr",
            "net.netfilter.nf_conntrack_count",
            "net.ipv4.netfilter.ip_conntrack_count",
            "net.ipv4.tcp_available_congestion_control");

    private final String path;
    private final List<Reading> block = new ArrayList<>();
    private boolean asked;

    /** Of a text that is cited so. */
    PastedSettings(String path) {
        this.path = path;
    }

    /** A command stood here, which asked for settings or did not. */
    void begin(boolean forSettings) {
        asked = forSettings;
    }

    /** Whether the line is one of a block. */
    boolean line(String line, long number) {
        String text = line.strip();
        boolean refused = SysctlReader.message(text, path, number) != null;
        if (!refused && !PRINTED.matcher(text).matches()) {
            return false;
        }
        @Nullable Reading reading = SysctlReader.reading(text, path, number);
        if (reading != null) {
            block.add(reading);
        }
        return true;
    }

    /** What the block before this line holds of the kernel's; what follows is another block, and needs a command of its own. */
    List<Reading> end() {
        boolean told = asked || block.stream().anyMatch(r -> TOLD.contains(r.name()));
        List<Reading> readings = told ? List.copyOf(block) : List.of();
        asked = false;
        block.clear();
        return readings;
    }
}

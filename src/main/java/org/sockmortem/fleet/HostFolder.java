package org.sockmortem.fleet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockmortem.source.ArchiveName;

/** By which names the trees and archives of single hosts are known, before anything of them is read. */
final class HostFolder {
    /** Folders and files that capturing tools leave at the top of a host's tree. */
    private static final Set<String> TOP = Set.of(
            "proc",
            "sos_commands",
            "sos_logs",
            "sos_reports",
            "insights_commands",
            "basic-environment.txt",
            "basic-health-check.txt");

    private static final List<String> DEEPER = List.of(
            "var/log", "etc/hostname", "etc/machine-id", "etc/os-release", "etc/redhat-release", "etc/sysctl.conf");

    private static final Pattern ARCHIVE = Pattern.compile(
            "(.+)[.](?:tar(?:[.](?:gz|xz|bz2|zst|lz4|z|lzma))?|tgz|txz|tbz2?|tzst|tlz|zip|cpio|7z)",
            Pattern.CASE_INSENSITIVE);

    /** sosreport's names: {@code sosreport-HOST-[LABEL-]2025-10-28-abcdefg}; older ones end in a random word and a checksum. */
    private static final Pattern SOS = Pattern.compile(
            "sosreport-(.+?)(?:[.-]\\d{1,12})?-\\d{4}-\\d{2}-\\d{2}-[a-z]{7}(?:-obfuscated)?",
            Pattern.CASE_INSENSITIVE);

    private HostFolder() {}

    /** Whether the folder is the tree of one host. */
    static boolean isTree(Path folder, Set<String> names) {
        return names.stream().anyMatch(TOP::contains)
                || DEEPER.stream().anyMatch(p -> names.contains(p.substring(0, 3)) && Files.exists(folder.resolve(p)));
    }

    /** Whether a file of that name is an archive. */
    static boolean isArchive(String name) {
        return ARCHIVE.matcher(name).matches();
    }

    /** The host that the name of an archive tells, or {@code null}; lower case, as names are compared. */
    static @Nullable String hostOf(String path) {
        String stem = stem(path);
        Matcher sos = SOS.matcher(stem);
        if (sos.matches()) {
            return sos.group(1).toLowerCase(Locale.ROOT);
        }
        ArchiveName other = ArchiveName.of(stem);
        return other == null ? null : other.host().toLowerCase(Locale.ROOT);
    }

    /** The name of a file without its folder and without the endings of archives. */
    static String stem(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        Matcher archive = ARCHIVE.matcher(name);
        return archive.matches() ? archive.group(1) : name;
    }
}

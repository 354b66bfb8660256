package org.sockmortem.fleet.planted;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Writes planted hosts as sosreport would have archived them; those that are to be damaged lose their end. */
public final class Sosreports {
    private Sosreports() {}

    /**
     * Writes a fleet.
     *
     * @param arguments how many hosts, the folder, seconds between lines of no interest
     */
    public static void main(String... arguments) throws IOException {
        write(new PlantedFleet(Integer.parseInt(arguments[0])), Path.of(arguments[1]), Integer.parseInt(arguments[2]));
    }

    /** Writes a fleet. */
    public static void write(PlantedFleet fleet, Path folder, int seconds) throws IOException {
        Files.createDirectories(folder);
        for (PlantedHost host : fleet.hosts()) {
            PlantedLog log = new PlantedLog(host, seconds);
            for (int day : host.archives()) {
                Path archive = folder.resolve(nameOf(host, day));
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(archive))) {
                    pack(host, log, day, out);
                }
                if (host.isDamaged() && day == PlantedHost.DAYS) {
                    byte[] all = Files.readAllBytes(archive);
                    Files.write(archive, Arrays.copyOf(all, all.length * host.whole() / 100));
                }
            }
        }
    }

    /** The name of the archive of a day. */
    static String nameOf(PlantedHost host, int day) {
        return root(host, day) + (host.isXz() ? ".tar.xz" : ".tar.gz");
    }

    private static String root(PlantedHost host, int day) {
        LocalDate date =
                PlantedHost.BEGIN.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(day);
        return "sosreport-" + host.name() + "-" + date + "-planted";
    }

    private static void pack(PlantedHost host, PlantedLog log, int day, OutputStream out) throws IOException {
        try (OutputStream packed =
                        host.isXz() ? new XZOutputStream(out, new LZMA2Options(1)) : new GZIPOutputStream(out);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(packed)) {
            for (Map.Entry<String, String> file : files(host, log, day).entrySet()) {
                byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(root(host, day) + "/" + file.getKey());
                entry.setSize(bytes.length);
                entry.setModTime(PlantedHost.BEGIN.plusSeconds(day * 86_400L).toEpochMilli());
                tar.putArchiveEntry(entry);
                tar.write(bytes);
                tar.closeArchiveEntry();
            }
        }
    }

    private static Map<String, String> files(PlantedHost host, PlantedLog log, int day) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("etc/hostname", host.name() + "\n");
        files.put("etc/machine-id", host.machineId() + "\n");
        files.put(
                "uname",
                "Linux " + host.name() + " " + host.release().text() + " #1 SMP Tue Jan 6 10:00:00 UTC 2026 x86_64"
                        + " x86_64 x86_64 GNU/Linux\n");
        files.put(
                "sos_commands/kernel/sysctl_-a",
                "net.core.message_burst = 10\nnet.core.message_cost = 5\nnet.ipv4.tcp_max_orphans = "
                        + host.maxOrphans()
                        + "\nnet.ipv4.tcp_mem = 188319\t251092\t376638\nnet.netfilter.nf_conntrack_max = 262144\n");
        files.put("proc/meminfo", "MemTotal:       16266128 kB\nMemFree:         1200000 kB\n");
        files.put("var/log/messages", log.until(day));
        return files;
    }
}

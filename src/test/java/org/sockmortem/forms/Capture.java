package org.sockmortem.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A real kernel's log, taken apart into records.
 *
 * @param name for people
 * @param folder in which it lies
 */
record Capture(String name, Path folder) {
    private static final Path CAPTURES = Path.of("src/test/resources/org/sockmortem/lab");
    private static final Path SAMPLES = Path.of("samples");
    private static final Pattern LINE = Pattern.compile("\\[ *([0-9]+)\\.([0-9]{6})\\] (.*)");
    private static final Pattern RTC = Pattern.compile("setting system clock to .*");
    private static final Pattern AUDIT = Pattern.compile("audit\\([0-9]+\\.[0-9]{3}:");

    Capture(String name) {
        this(name, CAPTURES.resolve(name));
    }

    /** The capture among the samples that stand at the project's top. */
    static Capture sample(String name) {
        return new Capture(name, SAMPLES.resolve(name));
    }

    /** The settings that were captured with it. */
    String sysctlFile() {
        return folder.resolve("sysctl_-a").toString();
    }

    /** Its records, as they would have been had the machine booted then: what they say of the wall clock is moved. */
    List<KernelRecord> bootedAt(Instant boot) {
        try {
            return Files.readAllLines(folder.resolve("dmesg"), StandardCharsets.UTF_8).stream()
                    .map(line -> read(line, boot))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KernelRecord read(String line, Instant boot) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalStateException("not a line of dmesg: " + line);
        }
        long uptime = Long.parseLong(matcher.group(1)) * 1_000_000 + Long.parseLong(matcher.group(2));
        String text = moved(matcher.group(3), boot.plus(uptime, ChronoUnit.MICROS));
        return new KernelRecord(uptime, level(text), caller(uptime, text), text);
    }

    private static String moved(String text, Instant at) {
        String clock = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss 'UTC'", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(at);
        String rtc = "setting system clock to " + clock + " (" + at.getEpochSecond() + ")";
        String audit = String.format(Locale.ROOT, "audit(%d.%03d:", at.getEpochSecond(), at.getNano() / 1_000_000);
        return AUDIT.matcher(RTC.matcher(text).replaceFirst(rtc)).replaceFirst(audit);
    }

    private static int level(String text) {
        if (text.contains("callbacks suppressed")) {
            return 4;
        }
        return text.startsWith("Linux version") ? 5 : 6;
    }

    private static String caller(long uptime, String text) {
        if (uptime == 0) {
            return "T0";
        }
        boolean network = text.startsWith("TCP: ") || text.startsWith("net_ratelimit");
        return network ? (uptime % 2 == 0 ? "C1" : "T31207") : "T1";
    }

    @Override
    public String toString() {
        return name;
    }
}

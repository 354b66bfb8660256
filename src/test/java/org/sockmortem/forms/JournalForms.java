package org.sockmortem.forms;

import static org.sockmortem.forms.Stamps.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What journalctl prints. */
final class JournalForms {
    private static final String BOOT = "0b5f2c1e4d3a4f6b8c7d9e0f1a2b3c4d";
    private static final String CURSOR =
            "s=3f0b6a1c2d4e4f5a8b9c0d1e2f3a4b5c;i=%x;b=" + BOOT + ";m=%x;t=%x;x=1c2d3e4f5a6b7c8d";

    /** The journal's own clock is read a little after the kernel's. */
    private static final long LAG_MICROS = 1800;

    private JournalForms() {}

    /** Day padded with a nought, after the header that journalctl printed up to 246. */
    static String shortWithHeader(Scene scene) {
        ZonedDateTime first = scene.wall(scene.records().get(0));
        ZonedDateTime last = scene.wall(scene.records().get(scene.records().size() - 1));
        return "-- Logs begin at " + full(first) + ", end at " + full(last) + ". --\n" + SyslogForms.zeroPadded(scene);
    }

    /** After the marker that journalctl prints from 247. */
    static String shortWithBoot(Scene scene) {
        return "-- Boot " + BOOT + " --\n" + SyslogForms.zeroPadded(scene);
    }

    /** Under the header of up to 246, which stands first in either order. */
    static String shortNewestFirst(Scene scene) {
        String log = shortWithHeader(scene);
        int feed = log.indexOf('\n') + 1;
        return log.substring(0, feed)
                + ReversedForms.tac(s -> log.substring(feed)).apply(scene);
    }

    static String shortPrecise(Scene scene) {
        return "-- Boot " + BOOT + " --\n"
                + scene.lines(r -> Stamps.zeroPadded(scene.wall(r)) + Stamps.digits(".SSSSSS", scene.wall(r)) + " "
                        + scene.host() + " kernel: " + r.text());
    }

    static String shortFull(Scene scene) {
        return scene.lines(r -> full(scene.wall(r)) + " " + scene.host() + " kernel: " + r.text());
    }

    private static String full(ZonedDateTime at) {
        return Stamps.weekday(at) + " " + Stamps.digits("yyyy-MM-dd HH:mm:ss zzz", at);
    }

    static String shortMonotonic(Scene scene) {
        return scene.lines(r -> Stamps.raw(r) + " " + scene.host() + " kernel: " + r.text());
    }

    static String shortDelta(Scene scene) {
        int[] count = {0};
        return scene.pairs((before, r) -> "[" + Stamps.bare(r)
                + (count[0]++ == 0 ? "                " : format(" <%12.06f >", Stamps.delta(before, r))) + "] "
                + scene.host() + " kernel: " + r.text());
    }

    static String shortUnix(Scene scene) {
        return scene.lines(r -> format("%d.%06d ", realtime(scene, r) / 1_000_000, realtime(scene, r) % 1_000_000)
                + scene.host() + " kernel: " + r.text());
    }

    private static long realtime(Scene scene, KernelRecord record) {
        return ChronoUnit.MICROS.between(
                java.time.Instant.EPOCH, scene.wall(record).toInstant());
    }

    static String verbose(Scene scene) {
        int[] sequence = {0};
        return scene.lines(r -> Stamps.weekday(scene.wall(r)) + " "
                + Stamps.digits("yyyy-MM-dd HH:mm:ss.SSSSSS zzz", scene.wall(r)) + " ["
                + format(CURSOR, ++sequence[0], r.uptimeMicros() + LAG_MICROS, realtime(scene, r)) + "]\n"
                + fields(scene, r, sequence[0]).entrySet().stream()
                        .filter(f -> !f.getKey().startsWith("__"))
                        .map(f -> "    " + f.getKey() + "=" + f.getValue())
                        .collect(Collectors.joining("\n")));
    }

    private static Map<String, String> fields(Scene scene, KernelRecord record, int sequence) {
        return fields(scene, record, sequence, LAG_MICROS);
    }

    private static Map<String, String> fields(Scene scene, KernelRecord record, int sequence, long lag) {
        Map<String, String> fields = new LinkedHashMap<>();
        long realtime = realtime(scene, record);
        fields.put("__CURSOR", format(CURSOR, sequence, record.uptimeMicros() + lag, realtime));
        fields.put("__REALTIME_TIMESTAMP", Long.toString(realtime));
        fields.put("__MONOTONIC_TIMESTAMP", Long.toString(record.uptimeMicros() + lag));
        fields.put("_BOOT_ID", BOOT);
        fields.put("_TRANSPORT", "kernel");
        fields.put("PRIORITY", Integer.toString(record.level()));
        fields.put("SYSLOG_FACILITY", "0");
        fields.put("SYSLOG_IDENTIFIER", "kernel");
        fields.put("_SOURCE_MONOTONIC_TIMESTAMP", Long.toString(record.uptimeMicros()));
        fields.put("_HOSTNAME", scene.host());
        fields.put("MESSAGE", record.text());
        return fields;
    }

    static String export(Scene scene) {
        return export(scene, LAG_MICROS);
    }

    /** With no time between the kernel and the journal. */
    static String promptExport(Scene scene) {
        return export(scene, 0);
    }

    private static String export(Scene scene, long lag) {
        int[] sequence = {0};
        return scene.lines(r -> fields(scene, r, ++sequence[0], lag).entrySet().stream()
                .map(f -> f.getKey() + "=" + f.getValue() + "\n")
                .collect(Collectors.joining()));
    }

    /** The message as its length in eight bytes and then its own. */
    static byte[] exportBinary(Scene scene) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int sequence = 0;
        for (KernelRecord record : scene.records()) {
            fields(scene, record, ++sequence).forEach((name, value) -> {
                byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
                if (name.equals("MESSAGE")) {
                    out.writeBytes("MESSAGE\n".getBytes(StandardCharsets.UTF_8));
                    out.writeBytes(ByteBuffer.allocate(8)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putLong(bytes.length)
                            .array());
                } else {
                    out.writeBytes((name + "=").getBytes(StandardCharsets.UTF_8));
                }
                out.writeBytes(bytes);
                out.write('\n');
            });
            out.write('\n');
        }
        return out.toByteArray();
    }

    static String json(Scene scene) {
        int[] sequence = {0};
        return scene.lines(r -> fields(scene, r, ++sequence[0]).entrySet().stream()
                .map(f -> Json.string(f.getKey()) + ":" + Json.string(f.getValue()))
                .collect(Collectors.joining(",", "{", "}")));
    }

    /** Keys in another order, and the message as numbers: it held a byte that is no text. */
    static String jsonBytes(Scene scene) {
        int[] sequence = {0};
        return scene.lines(r -> {
            Map<String, String> fields = fields(scene, r, ++sequence[0]);
            byte[] message = (r.text() + "\u001b").getBytes(StandardCharsets.UTF_8);
            String numbers = IntStream.range(0, message.length)
                    .mapToObj(i -> Integer.toString(message[i] & 0xff))
                    .collect(Collectors.joining(",", "[", "]"));
            return fields.entrySet().stream()
                    .filter(f -> !f.getKey().equals("MESSAGE"))
                    .map(f -> Json.string(f.getKey()) + ":" + Json.string(f.getValue()))
                    .collect(Collectors.joining(",", "{\"MESSAGE\":" + numbers + ",", "}"));
        });
    }

    static String jsonPretty(Scene scene) {
        int[] sequence = {0};
        return scene.lines(r -> fields(scene, r, ++sequence[0]).entrySet().stream()
                .map(f -> "\t" + Json.string(f.getKey()) + " : " + Json.string(f.getValue()))
                .collect(Collectors.joining(",\n", "{\n", "\n}")));
    }

    static String jsonEvents(Scene scene) {
        return json(scene).lines().map(l -> "data: " + l + "\n\n").collect(Collectors.joining());
    }

    static String jsonSequence(Scene scene) {
        return json(scene).lines().map(l -> "\u001e" + l + "\n").collect(Collectors.joining());
    }
}

package org.sockmortem.forms;

import static org.sockmortem.forms.Stamps.format;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Collectors;

/** What dmesg and its kin print. */
final class DmesgForms {
    private DmesgForms() {}

    static String plain(Scene scene) {
        return scene.lines(r -> Stamps.raw(r) + " " + r.text());
    }

    static String level(Scene scene) {
        return scene.lines(r -> "<" + r.level() + ">" + Stamps.raw(r) + " " + r.text());
    }

    static String callerAdjacent(Scene scene) {
        return scene.lines(r -> "<" + r.level() + ">" + Stamps.raw(r) + format("[%6s] ", r.caller()) + r.text());
    }

    static String callerSpaced(Scene scene) {
        return scene.lines(r -> Stamps.raw(r) + format(" [%6s] ", r.caller()) + r.text());
    }

    static String decoded(Scene scene) {
        return scene.lines(r -> decode(r) + Stamps.raw(r) + " " + r.text());
    }

    static String decodedCtime(Scene scene) {
        return scene.lines(r -> decode(r) + "[" + Stamps.ctime(Stamps.dmesgWall(scene, r)) + "] " + r.text());
    }

    private static String decode(KernelRecord record) {
        String level = record.level() == 4 ? "warn" : record.level() == 5 ? "notice" : "info";
        return format("%-6s:%-6s: ", "kern", level);
    }

    static String delta(Scene scene) {
        return scene.pairs(
                (before, r) -> "[" + Stamps.bare(r) + format(" <%12.06f>] ", Stamps.delta(before, r)) + r.text());
    }

    static String deltaAlone(Scene scene) {
        return scene.pairs((before, r) -> format("[<%12.06f>] ", Stamps.delta(before, r)) + r.text());
    }

    static String ctime(Scene scene) {
        return scene.lines(r -> "[" + Stamps.ctime(Stamps.dmesgWall(scene, r)) + "] " + r.text());
    }

    static String deltaCtime(Scene scene) {
        return scene.pairs((before, r) -> "[" + Stamps.ctime(Stamps.dmesgWall(scene, r))
                + format(" <%12.06f>] ", Stamps.delta(before, r)) + r.text());
    }

    static String iso(Scene scene) {
        return scene.lines(r -> iso("xxx", scene, r) + " " + r.text());
    }

    static String decodedIso(Scene scene) {
        return scene.lines(r -> decode(r) + iso("xxx", scene, r) + " " + r.text());
    }

    /** Where the language writes a comma before decimals, the kernel's own stamp keeps its point. */
    static String deltaComma(Scene scene) {
        return scene.pairs((before, r) -> "[" + Stamps.bare(r)
                + format(" <%12.06f>] ", Stamps.delta(before, r)).replace('.', ',') + r.text());
    }

    static String reltimeComma(Scene scene) {
        return reltime(scene).replaceAll("(?m)^(\\[ +\\+[0-9]+)\\.", "$1,");
    }

    static String oldIso(Scene scene) {
        return scene.lines(r -> iso("xx", scene, r) + " " + r.text());
    }

    private static String iso(String offset, Scene scene, KernelRecord record) {
        return Stamps.digits("yyyy-MM-dd'T'HH:mm:ss,SSSSSS" + offset, Stamps.dmesgIsoWall(scene, record));
    }

    static String stacked(Scene scene) {
        return scene.lines(r -> Stamps.raw(r) + " [" + Stamps.ctime(Stamps.dmesgWall(scene, r)) + "] "
                + iso("xxx", scene, r) + " " + r.text());
    }

    static String reltime(Scene scene) {
        int[] count = {0};
        return scene.pairs((before, r) -> {
            ZonedDateTime at = Stamps.dmesgWall(scene, r);
            boolean sameMinute =
                    at.getMinute() == Stamps.dmesgWall(scene, before).getMinute();
            double delta = Stamps.delta(before, r);
            String stamp = count[0]++ == 0 || !sameMinute
                    ? format("[%s%2d %s] ", Stamps.month(at), at.getDayOfMonth(), Stamps.digits("HH:mm", at))
                    : format(delta < 10 ? "[  %+8.06f] " : "[ %+9.06f] ", delta);
            return stamp + r.text();
        });
    }

    static String notime(Scene scene) {
        return scene.lines(KernelRecord::text);
    }

    static String json(Scene scene) {
        return json(scene, false);
    }

    static String jsonCaller(Scene scene) {
        return json(scene, true);
    }

    private static String json(Scene scene, boolean caller) {
        return scene.records().stream()
                .map(r -> "         \"pri\": " + r.level() + ",\n         \"time\": "
                        + format("%5d.%06d", r.seconds(), r.micros()) + ",\n"
                        + (caller ? "         \"caller\": \"" + r.caller() + "\",\n" : "")
                        + "         \"msg\": " + Json.string(r.text()) + "\n")
                .collect(Collectors.joining("      },{\n", "{\n   \"dmesg\": [\n      {\n", "      }\n   ]\n}\n"));
    }

    /** As dmesg 2.38 and 2.39 print a file: every message holds all that follows it. */
    static String jsonDefect(Scene scene) {
        List<KernelRecord> records = scene.records();
        StringBuilder rest = new StringBuilder();
        String[] messages = new String[records.size()];
        for (int i = records.size() - 1; i >= 0; i--) {
            KernelRecord r = records.get(i);
            String tail = rest.toString();
            messages[i] = r.text() + tail;
            rest.setLength(0);
            rest.append("\n<").append(r.level()).append('>').append(Stamps.raw(r));
            rest.append(' ').append(r.text()).append(tail);
        }
        StringBuilder out = new StringBuilder("{\n   \"dmesg\": [\n      {\n");
        for (int i = 0; i < messages.length; i++) {
            KernelRecord r = records.get(i);
            out.append(i == 0 ? "" : "      },{\n");
            out.append("         \"pri\": ").append(r.level()).append(",\n         \"time\": ");
            out.append(Stamps.bare(r)).append(",\n         \"msg\": ");
            out.append(Json.string(messages[i])).append('\n');
        }
        return out.append("      }\n   ]\n}\n").toString();
    }

    static String devKmsg(Scene scene) {
        int[] sequence = {0};
        return scene.lines(r -> r.level() + "," + sequence[0]++ + "," + r.uptimeMicros() + ",-,caller=" + r.caller()
                + ";" + r.text().replace("\\", "\\x5c")
                + (sequence[0] % 9 == 0 ? "\n SUBSYSTEM=pci\n DEVICE=+pci:0000:00:03.0" : ""));
    }

    /** Without the flag, as 3.5 has it. */
    static String oldDevKmsg(Scene scene) {
        int[] sequence = {0};
        return scene.lines(r -> r.level() + "," + sequence[0]++ + "," + r.uptimeMicros() + ";" + r.text());
    }

    static String colours(Scene scene, String escape) {
        return scene.lines(r -> {
            int colon = r.text().lastIndexOf(": ");
            String body = colon < 0
                    ? r.text()
                    : escape + "[33m" + r.text().substring(0, colon + 2) + escape + "[0m" + escape + "[1m"
                            + r.text().substring(colon + 2) + escape + "[0m";
            return escape + "[32m" + Stamps.raw(r) + " " + escape + "[0m" + body;
        });
    }

    /** A serial console: what user space prints runs between, and each line ends as terminals want it. */
    static String console(Scene scene) {
        int[] count = {0};
        return scene.lines(r -> Stamps.raw(r) + format("[%6s] ", r.caller()) + r.text() + "\r"
                + (++count[0] % 7 == 0
                        ? "\n[\u001b[0;32m  OK  \u001b[0m] Started \u001b[0;1;39mOpenSSH server daemon\u001b[0m.\r"
                        : ""));
    }
}

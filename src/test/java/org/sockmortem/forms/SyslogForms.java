package org.sockmortem.forms;

import java.util.stream.Collectors;

/** What syslog daemons write. */
final class SyslogForms {
    static final String MICROS_AND_OFFSET = "yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx";

    private SyslogForms() {}

    /** {@code Mar  3 10:00:03 web01 kernel: text}. */
    static String rfc3164(Scene scene) {
        return scene.lines(r -> Stamps.rfc3164(scene.wall(r)) + " " + scene.host() + " kernel: " + r.text());
    }

    static String rfc3164WithUptime(Scene scene) {
        return scene.lines(r -> Stamps.rfc3164(scene.wall(r)) + " " + scene.host() + " kernel: " + uptime(r));
    }

    static String rfc3164WithCaller(Scene scene) {
        return scene.lines(r -> Stamps.rfc3164(scene.wall(r)) + " " + scene.host() + " kernel: " + Stamps.raw(r)
                + Stamps.format("[%6s] ", r.caller()) + r.text());
    }

    static String nameless(Scene scene) {
        return scene.lines(r -> Stamps.rfc3164(scene.wall(r)) + " kernel: " + r.text());
    }

    static String kernelZero(Scene scene) {
        return scene.lines(r -> Stamps.rfc3164(scene.wall(r)) + " " + scene.host() + " kernel[0]: " + r.text());
    }

    static String zeroPadded(Scene scene) {
        return scene.lines(r -> Stamps.zeroPadded(scene.wall(r)) + " " + scene.host() + " kernel: " + r.text());
    }

    static String yearFirst(Scene scene) {
        return scene.lines(r -> scene.wall(r).getYear() + " " + Stamps.rfc3164(scene.wall(r)) + " " + scene.host()
                + " kernel: " + r.text());
    }

    /** {@code Mar  3 2026 10:00:03 web01 kernel: text}. */
    static String yearLast(Scene scene) {
        return scene.lines(r -> Stamps.rfc3164(scene.wall(r)).substring(0, 6) + " "
                + scene.wall(r).getYear() + " " + Stamps.clock(scene.wall(r)) + " " + scene.host() + " kernel: "
                + r.text());
    }

    static String fraction(Scene scene) {
        return scene.lines(r -> Stamps.rfc3164(scene.wall(r)) + Stamps.digits(".SSSSSS", scene.wall(r)) + " "
                + scene.host() + " kernel: " + r.text());
    }

    static String rfc3339(Scene scene, String pattern) {
        return scene.lines(r -> Stamps.digits(pattern, scene.wall(r)) + " " + scene.host() + " kernel: " + r.text());
    }

    static String rfc3339WithUptime(Scene scene) {
        return scene.lines(
                r -> Stamps.digits(MICROS_AND_OFFSET, scene.wall(r)) + " " + scene.host() + " kernel: " + uptime(r));
    }

    static String rfc5424(Scene scene) {
        return scene.lines(r -> rfc5424Head(scene, r) + " kernel - - -  " + r.text());
    }

    static String rfc5424Structured(Scene scene) {
        int[] sequence = {0};
        return scene.lines(r ->
                rfc5424Head(scene, r) + " kernel - - [meta sequenceId=\"" + ++sequence[0] + "\"] \uFEFF" + r.text());
    }

    private static String rfc5424Head(Scene scene, KernelRecord record) {
        return "<" + record.level() + ">1 " + Stamps.digits(MICROS_AND_OFFSET, scene.wall(record)) + " " + scene.host();
    }

    /** A forwarding template used for a file: nothing parts one record from the next. */
    static String forward(Scene scene) {
        return scene.records().stream()
                .map(r -> "<" + r.level() + ">" + Stamps.digits(MICROS_AND_OFFSET, scene.wall(r)) + " " + scene.host()
                        + " kernel: " + r.text())
                .collect(Collectors.joining());
    }

    /** The same with line feeds, as it goes over a wire. */
    static String forwarded(Scene scene) {
        return scene.lines(r -> "<" + r.level() + ">" + Stamps.digits(MICROS_AND_OFFSET, scene.wall(r)) + " "
                + scene.host() + " kernel: " + r.text());
    }

    static String withPriority(Scene scene) {
        return scene.lines(r ->
                "<" + r.level() + ">" + Stamps.rfc3164(scene.wall(r)) + " " + scene.host() + " kernel: " + r.text());
    }

    static String busybox(Scene scene) {
        return scene.lines(
                r -> Stamps.rfc3164(scene.wall(r)) + " " + scene.host() + " " + facility(r) + " kernel: " + r.text());
    }

    /** What logread prints: no host. */
    static String openwrt(Scene scene) {
        return scene.lines(r -> Stamps.ctime(scene.wall(r)) + " " + facility(r) + " kernel: " + uptime(r));
    }

    private static String facility(KernelRecord record) {
        return record.level() == 4 ? "kern.warn" : record.level() == 5 ? "kern.notice" : "kern.info";
    }

    private static String uptime(KernelRecord record) {
        return Stamps.raw(record) + " " + record.text();
    }

    /** Each record ends in an escaped line feed, as some senders leave it. */
    static String escapedFeeds(Scene scene) {
        return rfc3164(scene).replace("\n", "#012\n");
    }
}

package org.sockmortem.forms;

/** Lines that a container runtime, a log store or a support tool wrapped up. */
final class WrapperForms {
    private static final String NANOS = "yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'";
    private static final String MILLIS = "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'";
    private static final String RULE = "======================================#\n# ";

    private WrapperForms() {}

    static String docker(Scene scene) {
        return scene.lines(r -> "{\"log\":" + Json.string(Stamps.raw(r) + " " + r.text() + "\n")
                + ",\"stream\":\"stdout\",\"time\":\"" + Stamps.digits(NANOS, scene.wall(r)) + "\"}");
    }

    static String cri(Scene scene) {
        return scene.lines(r -> Stamps.digits(NANOS, scene.wall(r)) + " stdout F " + Stamps.raw(r) + " " + r.text());
    }

    static String cloudWatch(Scene scene) {
        return scene.lines(r -> Stamps.digits(MILLIS, scene.wall(r)) + " " + Stamps.raw(r) + " " + r.text());
    }

    static String cloudWatchEvents(Scene scene) {
        return scene.lines(r -> "{\"timestamp\":" + scene.wall(r).toInstant().toEpochMilli() + ",\"message\":"
                + Json.string(Stamps.raw(r) + " " + r.text()) + "}");
    }

    static String elastic(Scene scene) {
        return scene.lines(r -> "{\"@timestamp\":\"" + Stamps.digits(MILLIS, scene.wall(r))
                + "\",\"host\":{\"name\":\"" + scene.host()
                + "\"},\"process\":{\"name\":\"kernel\"},\"message\":" + Json.string(r.text()) + "}");
    }

    /** The store kept the whole line. */
    static String elasticLine(Scene scene) {
        return scene.lines(r -> "{\"@timestamp\":\"" + Stamps.digits(MILLIS, scene.wall(r))
                + "\",\"log\":{\"file\":{\"path\":\"/var/log/kern.log\"}},\"message\":"
                + Json.string(Stamps.rfc3164(scene.wall(r)) + " " + scene.host() + " kernel: " + Stamps.raw(r) + " "
                        + r.text())
                + "}");
    }

    /** boot.txt of supportconfig. */
    static String supportconfigBoot(Scene scene) {
        return "#==[ Command ]" + RULE + "/bin/uname -a\nLinux " + scene.host()
                + " 6.12.117+deb12-cloud-amd64 #1 SMP x86_64 GNU/Linux\n\n#==[ Command ]" + RULE
                + "/usr/bin/dmesg -T\n" + DmesgForms.ctime(scene) + "\n#==[ Configuration File ]" + RULE
                + "/etc/sysconfig/kernel - File not found\n\n";
    }

    /** messages.txt of supportconfig. */
    static String supportconfigMessages(Scene scene) {
        return "#==[ Log File ]" + RULE + "/var/log/warn - File not found\n\n#==[ Log File ]" + RULE
                + "/var/log/messages - Last 500 Lines\n" + SyslogForms.rfc3339WithUptime(scene) + "\n";
    }
}

package org.sockmortem.parse;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The host that a shell's prompt, a remote shell's heading or a crash dump's banner names, beside a log whose lines name none. */
public final class HostMark {
    private static final int LONGEST = 300;
    private static final String NAME = "([A-Za-z0-9][A-Za-z0-9._-]{0,252})";

    /** A form, and what each line of that form holds: most lines hold none, and then no pattern need be asked. */
    private record Mark(String sign, Pattern pattern) {
        Mark(String sign, String pattern) {
            this(sign, Pattern.compile(pattern));
        }
    }

    private static final List<Mark> MARKS = List.of(
            // [root@web01 ~]# dmesg   root@web01:~# dmesg   bob@web01:/var/log$ dmesg
            new Mark(
                    "@",
                    "(?:\\([\\w.-]+\\) )?\\[?[\\w.-]{1,32}@" + NAME + "(?::| )[^\\]#$%<>]{0,200}\\]?\\s?[#$%](?: .*)?"),
            // web01:~ # dmesg
            new Mark(":", NAME + ":[~/][^ #$<>]{0,200} [#>](?: .*)?"),
            // web01 | CHANGED | rc=0 >>   web01 | SUCCESS => {
            new Mark(" | ", NAME + " \\| (?:CHANGED|SUCCESS|FAILED!?)(?: \\| rc=[0-9]+ >>| => \\{).*"),
            // [1] 21:58:48 [SUCCESS] web01
            new Mark(" [", "\\[[0-9]{1,6}\\] [0-9]{2}:[0-9]{2}:[0-9]{2} \\[(?:SUCCESS|FAILURE)\\] " + NAME + ".*"),
            //     NODENAME: web01
            new Mark("NODENAME: ", "\\s*NODENAME: " + NAME));

    private HostMark() {}

    /** The name, or {@code null} where the line is none of these. */
    public static @Nullable String of(String line) {
        if (line.length() > LONGEST) {
            return null;
        }
        String text = (Artefacts.isSuspicious(line) ? Artefacts.clean(line) : line).stripTrailing();
        for (Mark mark : MARKS) {
            Matcher found = text.contains(mark.sign) ? mark.pattern.matcher(text) : null;
            if (found != null && found.matches()) {
                String name = found.group(1);
                return name.equals("localhost") ? null : name;
            }
        }
        return null;
    }
}

package org.sockmortem.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockmortem.parse.LogFormat.DMESG;
import static org.sockmortem.parse.LogFormat.RFC3164;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmortem.postmortem.Report;

/** What this machine's own tools make of a log that is copied with them. Skipped where one is missing. */
class CopyToolsTest {
    private static final Capture CAPTURE = new Capture("orphans-cost8-burst3-6.12");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fold -w 40",
                "fold -w 80",
                "fold -s -w 40",
                "fold -s -w 72",
                "tac",
                "cat -A",
                "cat -n",
                "nl -b a",
                "base64",
                "base64 -w 0",
                "iconv -f UTF-8 -t UTF-16",
                "iconv -f UTF-8 -t UTF-32",
                "grep -Hn . ",
                "grep -n .",
                "sed s/^/>/",
                "sed s/$/\\r/",
                "pr -t -n",
                "busybox tac",
                "busybox cat -n",
                "busybox uuencode -m -",
                "busybox fold -w 60"
            })
    void copies(String command) throws Exception {
        copies(command, "dmesg", DmesgForms.plain(scene()), Form.text(command, DmesgForms::plain, Sight.UPTIME, DMESG));
        copies(
                command,
                "messages",
                SyslogForms.rfc3164(scene()),
                Form.text(command, SyslogForms::rfc3164, Sight.SECONDS, RFC3164).hosted());
    }

    private static Scene scene() {
        return Scene.of(CAPTURE, Place.MARCH, "web01");
    }

    private void copies(String command, String name, String log, Form form) throws Exception {
        Path file = Files.writeString(folder.resolve(name), log);
        List<String> words = new ArrayList<>(List.of(command.strip().split(" ", -1)));
        words.set(0, Tool.path(words.get(0)));
        if (command.startsWith("grep -H")) {
            words.add(file.toString());
        }
        byte[] copy = Tool.run(folder, Map.of(), words, file);
        Report expected = Analysed.of(DmesgForms.plain(scene()).getBytes(StandardCharsets.UTF_8), CAPTURE, folder);
        Report report = Analysed.of(copy, CAPTURE, folder);
        assertThat(Sameness.problems(form, scene(), expected, report))
                .as(command + " of " + name)
                .isEmpty();
    }
}

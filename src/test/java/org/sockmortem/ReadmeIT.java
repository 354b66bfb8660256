package org.sockmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockmortem.cli.RealProcess;

/**
 * Pages show commands and what they print in blocks marked {@code console}: a line that begins with a dollar sign is run, and the lines
 * up to the next one are what it must print. Blocks marked otherwise are not run.
 */
class ReadmeIT {
    private static final String OPEN = "```console";
    private static final String CLOSE = "```";
    private static final String PROMPT = "$ ";

    /** What builds the jar would run these tests; the jar is built. */
    private static final String BUILD = "mvn .* package -DskipTests && ";

    /** A command of a page, and what it is said to print. */
    record Shown(Path page, int line, String command, String output) {
        @Override
        public String toString() {
            return page + ":" + line + ": " + command;
        }
    }

    static Stream<Shown> commands() throws IOException {
        List<Shown> commands = new ArrayList<>();
        try (Stream<Path> guides = Files.list(Path.of("src/site/markdown"))) {
            for (Path page : Stream.concat(Stream.of(Path.of("README.md")), guides.sorted())
                    .toList()) {
                commands.addAll(commands(page));
            }
        }
        return commands.stream();
    }

    private static List<Shown> commands(Path page) throws IOException {
        List<Shown> commands = new ArrayList<>();
        List<String> lines = Files.readAllLines(page);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).equals(OPEN)) {
                continue;
            }
            for (i++; !lines.get(i).equals(CLOSE); ) {
                String command = lines.get(i);
                assertThat(command).as("%s:%d", page, i + 1).startsWith(PROMPT);
                int shown = i + 1;
                StringBuilder output = new StringBuilder();
                for (i++; !lines.get(i).equals(CLOSE) && !lines.get(i).startsWith(PROMPT); i++) {
                    output.append(lines.get(i)).append('\n');
                }
                commands.add(new Shown(page, shown, command.substring(PROMPT.length()), output.toString()));
            }
        }
        return commands;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void printsWhatThePageShows(Shown shown) throws Exception {
        if (shown.command.contains("jq ")) {
            Assumptions.assumeTrue(RealProcess.shell("command -v jq").exit() == 0, "jq, which nothing else here needs");
        }
        String command = shown.command.replaceFirst("^" + BUILD, "");
        assertThat(RealProcess.shell("{ " + command + "\n} 2>&1").out())
                .as(shown.toString())
                .isEqualTo(shown.output);
    }

    @Test
    void theFirstScreenHasTheOneCommandAndTheNextTheTests() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("README.md"));
        assertThat(lines.subList(0, 30))
                .anyMatch(line -> line.matches("\\$ " + BUILD + "java -jar target/sockmortem.jar .*"));
        assertThat(lines.subList(0, 45)).contains("mvn -B -ntp verify");
        assertThat(Files.isSameFile(Path.of("target/sockmortem.jar"), RealProcess.jar()))
                .as("the jar of the command is the one that is tested")
                .isTrue();
    }
}

package org.sockmortem.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** One run of the command line within this process, and the world that it runs in. */
final class Invocation {
    private final Map<String, String> environment = new HashMap<>();
    private InputStream in = InputStream.nullInputStream();
    private boolean inIsTerminal;
    private boolean outIsTerminal;

    /** What came of it. */
    record Result(int exit, String out, String err) {
        /** Standard output as JSON. */
        JsonNode json() {
            return new ObjectMapper().readTree(out);
        }

        /** The only host of the report. */
        JsonNode host() {
            JsonNode hosts = json().get("hosts");
            if (hosts.size() != 1) {
                throw new AssertionError(hosts.size() + " hosts");
            }
            return hosts.get(0);
        }
    }

    /** A run without standard input, terminal or variables. */
    static Result run(String... args) {
        return new Invocation().with(args);
    }

    Invocation standardInput(String text) {
        return standardInput(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    Invocation standardInput(InputStream stream) {
        in = stream;
        return this;
    }

    Invocation inputIsTerminal() {
        inIsTerminal = true;
        return this;
    }

    Invocation outputIsTerminal() {
        outIsTerminal = true;
        return this;
    }

    Invocation variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Runs it. */
    Result with(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Result result = to(out, args);
        return new Result(result.exit, out.toString(StandardCharsets.UTF_8), result.err);
    }

    /** Runs it with another standard output. */
    Result to(OutputStream out, String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        int exit = Main.run(new Streams(in, out, errors, inIsTerminal, outIsTerminal, false, environment), args);
        return new Result(exit, "", err.toString(StandardCharsets.UTF_8));
    }
}

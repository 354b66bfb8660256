package org.sockmortem.cli;

import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Writers that do not depend on the machine's charset. */
final class Writers {
    private Writers() {}

    /** UTF-8, flushed at line ends. */
    static PrintWriter utf8(OutputStream out) {
        return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
    }
}

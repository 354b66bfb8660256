package org.sockmortem.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * The world outside: streams, and what is known of the terminal behind them.
 *
 * @param in standard input
 * @param out standard output, for the report alone
 * @param err standard error, for everything else
 * @param inIsTerminal whether somebody types at {@code in}
 * @param outIsTerminal whether somebody looks at {@code out}
 * @param errIsTerminal whether somebody looks at {@code err}
 * @param environment variables such as {@code NO_COLOR} and {@code COLUMNS}
 */
record Streams(
        InputStream in,
        OutputStream out,
        PrintStream err,
        boolean inIsTerminal,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Map<String, String> environment) {}

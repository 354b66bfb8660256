/**
 * Words to options to an exit code: the command line, its streams, and nothing else.
 *
 * <p>Imports {@code postmortem} and {@code report}; the only package that knows picocli.
 */
@NullMarked
package org.sockmortem.cli;

import org.jspecify.annotations.NullMarked;

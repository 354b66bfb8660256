/** Tests of the command line: words in, streams and exit code out. */
@NullMarked
package org.sockmortem.cli;

import org.jspecify.annotations.NullMarked;

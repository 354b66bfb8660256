/**
 * Where bytes come from: files, folders and standard input, each with the name by which it is cited.
 *
 * <p>Reads paths, gives bytes; bad input is a {@link org.sockmortem.source.Skipped} value, never a stop. Imports nothing.
 */
@NullMarked
package org.sockmortem.source;

import org.jspecify.annotations.NullMarked;

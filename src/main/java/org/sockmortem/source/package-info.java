/**
 * Where bytes come from: files, folders, standard input and what is in boxes, each with the name by which it is cited and the tree of
 * the host that it lies in.
 *
 * <p>Reads paths, gives streams, those of a box one after the other; bad input is a {@link org.sockmortem.source.Skipped} value, never a stop. Imports nothing.
 */
@NullMarked
package org.sockmortem.source;

import org.jspecify.annotations.NullMarked;

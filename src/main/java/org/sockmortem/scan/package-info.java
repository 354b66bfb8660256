/**
 * Bytes to candidate lines: the hot loop. Works on bytes, makes no {@code String}, and proposes every line that the grammar
 * knows, and some more.
 *
 * <p>Imports nothing but {@code source.box.Ahead}, which its threads are.
 */
@NullMarked
package org.sockmortem.scan;

import org.jspecify.annotations.NullMarked;

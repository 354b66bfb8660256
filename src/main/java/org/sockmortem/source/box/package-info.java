/**
 * Boxes that bytes come in: compressions and archives, told by their content, opened as streams and never unpacked to disk.
 *
 * <p>Gives the bytes of what is inside, or a {@link org.sockmortem.source.box.BoxDamage} with a sentence. Knows no path and no host.
 */
@NullMarked
package org.sockmortem.source.box;

import org.jspecify.annotations.NullMarked;

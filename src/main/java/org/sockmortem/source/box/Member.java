package org.sockmortem.source.box;

import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One member of an archive; its bytes can be read only until the next member is asked for.
 *
 * @param name as the archive has it, parted by slashes; anything may stand in it
 * @param size in bytes, or -1 where the archive tells it only afterwards
 * @param modified when it was written, or {@code null} where the archive does not tell it as a point in time
 * @param link what it is another name of, relative to its own folder or (a hard link) with a leading slash to the archive's root;
 *     {@code null} for a file
 * @param data its bytes
 */
public record Member(
        String name,
        long size,
        @Nullable Instant modified,
        @Nullable String link,
        InputStream data) {}

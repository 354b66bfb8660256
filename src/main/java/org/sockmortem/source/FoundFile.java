package org.sockmortem.source;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file on disk.
 *
 * @param cited its path as given by the user, below a folder the folder's path, a slash and the rest
 * @param given the folder that the user gave, or an empty string where the user gave the file itself
 * @param path where it is
 * @param size in bytes, or -1 where it is no regular file
 * @param modified by the disk, or {@code null}
 */
record FoundFile(
        String cited,
        String given,
        Path path,
        long size,
        @Nullable Instant modified) {}

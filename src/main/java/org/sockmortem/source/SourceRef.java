package org.sockmortem.source;

/**
 * Where a line stands, for a citation.
 *
 * @param path as given by the user; {@code -} for standard input
 * @param line from 1; where the text carried line numbers of its own (copied out of an editor), that number
 */
public record SourceRef(String path, long line) {
    @Override
    public String toString() {
        return path + ":" + line;
    }
}

package org.sockmortem.source;

/**
 * One thing to read.
 *
 * @param path as it is cited: as given by the user, and below a folder the folder's path, a slash and the rest
 * @param folder the path of the folder that it lies in, for sources of one host to find each other; empty for standard input
 * @param size in bytes, or -1 where it is not known beforehand
 * @param opener its bytes
 */
public record Source(String path, String folder, long size, Opener opener) {
    /** How standard input is cited. */
    public static final String STANDARD_INPUT = "-";
}

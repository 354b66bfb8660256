package org.sockmortem.source;

/**
 * Something that could not be read, and why.
 *
 * @param path as given by the user
 * @param problem one sentence
 */
public record Skipped(String path, String problem) {}

package org.sockmortem.diagnosis.explain;

/**
 * Something that can be explained.
 *
 * @param kind {@code signal}, {@code cause}, {@code sysctl} or {@code word}
 * @param name by which it is asked for
 * @param title in a line
 */
public record Topic(String kind, String name, String title) {}

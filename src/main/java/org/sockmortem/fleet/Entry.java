package org.sockmortem.fleet;

/**
 * Where a host's report and digest stand.
 *
 * @param name unique, and safe as a name of a file
 * @param key of the store
 * @param number within the key
 */
record Entry(String name, String key, int number) {}

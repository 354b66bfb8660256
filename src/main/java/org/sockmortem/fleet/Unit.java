package org.sockmortem.fleet;

import java.util.List;

/**
 * What is read together because it lies together: a host's tree, an archive, a log with its rotations. Mostly one host; which hosts it
 * tells of shows only when it is read.
 *
 * @param path as it is cited: as given by the user, and below a folder the folder's path, a slash and the rest
 * @param folder the path of the folder that it lies in
 * @param files what to read, as cited
 * @param loose whether it is a log among others in a folder, and not known to be of a host by itself
 */
record Unit(String path, String folder, List<String> files, boolean loose) implements Comparable<Unit> {
    Unit {
        files = List.copyOf(files);
    }

    /** What names it in the store; the same on every run over the same paths. */
    String key() {
        return Hash.of(files).substring(0, 24);
    }

    /** All of them, read together. */
    static Unit together(List<Unit> units) {
        Unit first = units.get(0);
        return units.size() == 1
                ? first
                : new Unit(
                        first.path,
                        first.folder,
                        units.stream().flatMap(u -> u.files.stream()).toList(),
                        false);
    }

    @Override
    public int compareTo(Unit other) {
        int byPath = path.compareTo(other.path);
        return byPath != 0 ? byPath : String.join("\n", files).compareTo(String.join("\n", other.files));
    }
}

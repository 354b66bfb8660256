package org.sockmortem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Guards what was read from what is written: a log is evidence, and there may be no second copy of it. */
final class Overwriting {
    private Overwriting() {}

    /** The first output that is one of the inputs, by whatever name or link. */
    static Optional<Path> ofInput(List<Output> outputs, Stream<String> inputs) {
        List<Path> written =
                outputs.stream().flatMap(o -> Stream.ofNullable(o.file())).toList();
        return inputs.flatMap(input -> written.stream().filter(file -> isSame(file, input)))
                .findFirst();
    }

    private static boolean isSame(Path file, String input) {
        try {
            return Files.isRegularFile(file) && Files.isSameFile(file, Path.of(input));
        } catch (IOException | InvalidPathException e) {
            // what cannot be opened was not read either
            return false;
        }
    }
}

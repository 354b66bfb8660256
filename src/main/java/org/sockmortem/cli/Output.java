package org.sockmortem.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.report.Format;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A format and where it goes.
 *
 * @param format of the report
 * @param file that it goes to, or {@code null} for standard output
 */
record Output(Format format, @Nullable Path file) {
    /** How a user names standard output. */
    static final Path STANDARD = Path.of("-");

    /** {@code json}, {@code json=report.json}; {@code json=-} is standard output. */
    static final class Word implements ITypeConverter<Output> {
        @Override
        public Output convert(String word) {
            int equals = word.indexOf('=');
            Format format = format(equals < 0 ? word : word.substring(0, equals));
            Path file = equals < 0 ? STANDARD : file(word.substring(equals + 1));
            return new Output(format, file.equals(STANDARD) ? null : file);
        }
    }

    /** {@code json} alone. */
    static final class FormatWord implements ITypeConverter<Format> {
        @Override
        public Format convert(String word) {
            return format(word);
        }
    }

    private static Format format(String name) {
        return Words.choice(name, Format.values(), Format::id);
    }

    /** The names of the formats, for help and for the shell's completion. */
    static List<String> names() {
        return Arrays.stream(Format.values()).map(Format::id).toList();
    }

    /** The name of a file. */
    static final class FileWord implements ITypeConverter<Path> {
        @Override
        public Path convert(String word) {
            return file(word);
        }
    }

    private static Path file(String name) {
        if (name.isBlank()) {
            throw new TypeConversionException("FILE is missing");
        }
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw Words.wrong(name, "name of a file");
        }
    }

    /** The same format to that file. */
    Output to(Path other) {
        return new Output(format, other.equals(STANDARD) ? null : other);
    }
}

package org.sockmortem.report.json;

import java.io.IOException;
import java.io.Writer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;

/** One JSON object as every command writes it: {@code \n} on every platform, and nothing in it that steers a terminal. */
public final class JsonObject {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private static final CharacterEscapes TERMINAL_SAFE = new TerminalSafe(false);
    private static final CharacterEscapes SCRIPT_SAFE = new TerminalSafe(true);

    private JsonObject() {}

    /**
     * Writes an object, two blanks a level, ends the line, flushes, and leaves the writer open.
     *
     * @param fields writes what stands in the object
     */
    public static void write(Writer out, Consumer<JsonGenerator> fields) throws IOException {
        write(out, new Layout(TERMINAL_SAFE, new Indented()), fields);
        out.write('\n');
        out.flush();
    }

    /** Writes an object on a line of its own, ends the line, and leaves the writer open. */
    public static void line(Writer out, Consumer<JsonGenerator> fields) throws IOException {
        write(out, new Layout(TERMINAL_SAFE, null), fields);
        out.write('\n');
    }

    /** Writes an object to stand within an HTML script element: no string in it ends the element or begins a comment. */
    public static void script(Writer out, Consumer<JsonGenerator> fields) throws IOException {
        write(out, new Layout(SCRIPT_SAFE, null), fields);
    }

    private static void write(Writer out, Layout layout, Consumer<JsonGenerator> fields) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(layout, out)) {
            json.writeStartObject();
            fields.accept(json);
            json.writeEndObject();
        } catch (JacksonIOException e) {
            // The writer's own exception: a closed pipe must look like one to the caller.
            throw e.getCause();
        }
    }

    private static final class Layout extends ObjectWriteContext.Base {
        private final CharacterEscapes escapes;
        private final @Nullable PrettyPrinter printer;

        Layout(CharacterEscapes escapes, @Nullable PrettyPrinter printer) {
            this.escapes = escapes;
            this.printer = printer;
        }

        @Override
        public @Nullable PrettyPrinter getPrettyPrinter() {
            return printer;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return printer != null;
        }

        @Override
        public CharacterEscapes getCharacterEscapes() {
            return escapes;
        }
    }
}

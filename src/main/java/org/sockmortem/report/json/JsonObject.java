package org.sockmortem.report.json;

import java.io.IOException;
import java.io.Writer;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** One JSON object as every command writes it: two blanks a level, {@code \n} on every platform, a line end after it. */
public final class JsonObject {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private JsonObject() {}

    /**
     * Writes an object, ends the line, flushes, and leaves the writer open.
     *
     * @param escapes which characters are written as escapes beyond those that JSON demands
     * @param fields writes what stands in the object
     */
    public static void write(Writer out, CharacterEscapes escapes, Consumer<JsonGenerator> fields) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(new Layout(escapes), out)) {
            json.writeStartObject();
            fields.accept(json);
            json.writeEndObject();
        } catch (JacksonIOException e) {
            // The writer's own exception: a closed pipe must look like one to the caller.
            throw e.getCause();
        }
        out.write('\n');
        out.flush();
    }

    /** {@code "name": value}, as other tools write it. */
    private static final class Layout extends ObjectWriteContext.Base {
        private final CharacterEscapes escapes;

        Layout(CharacterEscapes escapes) {
            this.escapes = escapes;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                            .withArrayEmptySeparator("")
                            .withObjectEmptySeparator(""))
                    .withArrayIndenter(indenter)
                    .withObjectIndenter(indenter);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }

        @Override
        public CharacterEscapes getCharacterEscapes() {
            return escapes;
        }
    }
}

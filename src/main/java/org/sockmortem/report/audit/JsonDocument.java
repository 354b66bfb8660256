package org.sockmortem.report.audit;

import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockmortem.report.json.JsonObject;
import org.sockmortem.report.json.WellFormed;
import tools.jackson.core.JsonGenerator;

/**
 * One JSON object, written from top to bottom: {@code "schemaVersion"} first, two blanks a level, {@code \n} on every platform. Nothing in
 * it steers a terminal on which somebody looks at it.
 */
public final class JsonDocument {
    /** Raised by a change that breaks a reader. */
    public static final String SCHEMA_VERSION = "1";

    private final JsonGenerator json;

    private JsonDocument(JsonGenerator json) {
        this.json = json;
    }

    /** Writes an object with these fields, ends the line, flushes, and leaves the writer open. */
    public static void write(Writer out, Consumer<JsonDocument> fields) throws IOException {
        JsonObject.write(out, json -> {
            JsonDocument document = new JsonDocument(json);
            document.text("schemaVersion", SCHEMA_VERSION);
            fields.accept(document);
        });
    }

    /** A string, or {@code null}. */
    public void text(String name, @Nullable String value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(WellFormed.text(value));
        }
    }

    /** A whole number. */
    public void number(String name, long value) {
        json.writeNumberProperty(name, value);
    }

    /** An array of strings. */
    public void texts(String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(value -> json.writeString(WellFormed.text(value)));
        json.writeEndArray();
    }

    /** An array of objects. */
    public <T> void objects(String name, Collection<T> values, Consumer<T> fields) {
        json.writeArrayPropertyStart(name);
        for (T value : values) {
            json.writeStartObject();
            fields.accept(value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}

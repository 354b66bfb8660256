package org.sockmortem.record;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * The fields of one JSON object, those of objects inside it under names with dots. Numbers are kept as they are written. Of an array
 * the first text counts, and an array of numbers is bytes: journalctl writes what is no UTF-8 so (systemd, logs-show.c
 * json_escape()). From an object that is cut short come the fields before the cut.
 */
final class JsonFields {
    private static final int DEPTH = 3;
    // util-linux before 2.40 writes control characters as they are (dmesg's "msg" with colours in it)
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();

    private JsonFields() {}

    /** Reads one object; what is broken leaves fewer fields. */
    static JsonFields of(String json) {
        JsonFields fields = new JsonFields();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                fields.object(parser, "", 1);
            }
        } catch (JacksonException e) {
            return fields;
        }
        return fields;
    }

    private void object(JsonParser parser, String prefix, int depth) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = prefix + parser.currentName();
            JsonToken value = parser.nextToken();
            int line = parser.currentTokenLocation().getLineNr();
            if (value == JsonToken.START_OBJECT && depth < DEPTH) {
                object(parser, name + ".", depth + 1);
            } else if (value == JsonToken.START_OBJECT) {
                parser.skipChildren();
            } else if (value == JsonToken.START_ARRAY) {
                put(name, array(parser), line);
            } else if (value != JsonToken.VALUE_NULL) {
                put(name, parser.getString(), line);
            }
        }
    }

    private static @Nullable String array(JsonParser parser) {
        String text = null;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                parser.skipChildren();
            } else if (token == JsonToken.VALUE_NUMBER_INT) {
                bytes.write(parser.getIntValue());
            } else if (token == JsonToken.VALUE_STRING && text == null) {
                text = parser.getString();
            }
        }
        return text == null && bytes.size() > 0 ? Bytes.text(bytes.toByteArray()) : text;
    }

    private void put(String name, @Nullable String value, int line) {
        if (value != null && values.putIfAbsent(name, value) == null) {
            lines.put(name, line);
        }
    }

    /** All of them, by name. */
    Map<String, String> values() {
        return values;
    }

    /** The value of a field, or {@code null}. */
    @Nullable
    String get(String name) {
        return values.get(name);
    }

    /** In which line of the object the value stands, from 0. */
    int line(String name) {
        return lines.getOrDefault(name, 1) - 1;
    }
}

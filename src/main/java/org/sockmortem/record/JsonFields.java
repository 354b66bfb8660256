package org.sockmortem.record;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
    private static final int DEPTH = 4;
    // util-linux before 2.40 writes control characters as they are (dmesg's "msg" with colours in it)
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, List<String>> lists = new HashMap<>();
    private final @Nullable JsonFields outer;

    private JsonFields(@Nullable JsonFields outer) {
        this.outer = outer;
    }

    /** Reads one object; what is broken leaves fewer fields. */
    static JsonFields of(String json) {
        return of(json, null);
    }

    /** Reads one object, or a row of values whose names the objects around it tell. */
    static JsonFields of(String json, @Nullable JsonFields outer) {
        JsonFields fields = new JsonFields(outer);
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_OBJECT) {
                fields.object(parser, "", 1);
            } else if (first == JsonToken.START_ARRAY && outer != null) {
                fields.row(parser, outer);
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
                put(name, array(parser, name), line);
            } else if (value != JsonToken.VALUE_NULL) {
                put(name, parser.getString(), line);
            }
        }
    }

    private @Nullable String array(JsonParser parser, String name) {
        List<String> texts = new ArrayList<>();
        lists.put(name, texts);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                JsonFields element = new JsonFields(null);
                element.object(parser, "", DEPTH);
                String named = element.get("name");
                texts.add(named == null ? "" : named);
            } else if (token == JsonToken.START_ARRAY) {
                parser.skipChildren();
            } else if (token == JsonToken.VALUE_NUMBER_INT) {
                bytes.write((int) parser.getLongValue());
            } else if (token == JsonToken.VALUE_STRING) {
                texts.add(parser.getString());
            }
        }
        String first = texts.isEmpty() ? null : texts.get(0);
        return first == null && bytes.size() > 0 ? Bytes.text(bytes.toByteArray()) : first;
    }

    /**
     * {@code ["1761688728000000000","line"]} of Loki, rows whose columns an outer object names (Splunk's {@code fields}, Azure's {@code
     * columns}), and CloudWatch Insights' rows of {@code {"field":…,"value":…}}.
     */
    private void row(JsonParser parser, JsonFields outer) {
        List<String> columns = outer.columns();
        int column = 0;
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken(), column++) {
            int line = parser.currentTokenLocation().getLineNr();
            if (token == JsonToken.START_OBJECT) {
                JsonFields cell = new JsonFields(null);
                cell.object(parser, "", DEPTH);
                String field = cell.get("field");
                put(field == null ? "" : field, cell.get("value"), line);
            } else if (token == JsonToken.START_ARRAY) {
                parser.skipChildren();
            } else if (token != JsonToken.VALUE_NULL && column < columns.size()) {
                put(columns.get(column), parser.getString(), line);
            }
        }
    }

    private List<String> columns() {
        for (String name : List.of("fields", "columns")) {
            List<String> columns = lists.get(name);
            if (columns != null && !columns.isEmpty()) {
                return columns;
            }
        }
        return List.of("timestamp", "line");
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

    /** The value of a field of this object or, where it has none, of those around it. */
    @Nullable
    String near(String name) {
        String own = values.get(name);
        return own != null || outer == null ? own : outer.near(name);
    }

    /** In which line of the object the value stands, from 0. */
    int line(String name) {
        return lines.getOrDefault(name, 1) - 1;
    }
}

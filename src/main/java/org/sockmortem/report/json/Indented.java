package org.sockmortem.report.json;

import java.util.Arrays;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.PrettyPrinter;

/**
 * {@code "name": value}, two blanks a level, as other tools write it. The library's own printer can be told to write the same, but
 * starts string templates of the JDK's to find that out, which takes longer than a small report. For one document.
 */
final class Indented implements PrettyPrinter {
    private static final String INDENT = "  ";

    private char[] line = "\n".concat(INDENT.repeat(24)).toCharArray();
    private int level;

    private void newLine(JsonGenerator json) {
        int length = 1 + level * INDENT.length();
        if (length > line.length) {
            int known = line.length;
            line = Arrays.copyOf(line, length * 2);
            Arrays.fill(line, known, line.length, ' ');
        }
        json.writeRaw(line, 0, length);
    }

    private void end(JsonGenerator json, int members, char bracket) {
        level--;
        if (members > 0) {
            newLine(json);
        }
        json.writeRaw(bracket);
    }

    @Override
    public void writeRootValueSeparator(JsonGenerator json) {
        json.writeRaw(' ');
    }

    @Override
    public void writeStartObject(JsonGenerator json) {
        json.writeRaw('{');
        level++;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) {
        newLine(json);
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator json) {
        json.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) {
        json.writeRaw(',');
        newLine(json);
    }

    @Override
    public void writeEndObject(JsonGenerator json, int members) {
        end(json, members, '}');
    }

    @Override
    public void writeStartArray(JsonGenerator json) {
        json.writeRaw('[');
        level++;
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) {
        newLine(json);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) {
        json.writeRaw(',');
        newLine(json);
    }

    @Override
    public void writeEndArray(JsonGenerator json, int members) {
        end(json, members, ']');
    }
}

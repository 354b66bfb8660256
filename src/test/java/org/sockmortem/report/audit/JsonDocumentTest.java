package org.sockmortem.report.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import org.apache.commons.io.output.BrokenWriter;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

class JsonDocumentTest {
    private static String written(String value) throws IOException {
        StringWriter out = new StringWriter();
        JsonDocument.write(out, json -> json.text("value", value));
        return out.toString();
    }

    @Test
    void beginsWithTheVersionAndEndsTheLine() throws IOException {
        StringWriter out = new StringWriter();
        JsonDocument.write(out, json -> {
            json.number("line", 7);
            json.text("none", null);
            json.texts("see", List.of());
        });
        assertThat(out)
                .hasToString("{\n  \"schemaVersion\": \"1\",\n  \"line\": 7,\n  \"none\": null,\n  \"see\": []\n}\n");
    }

    @Test
    void whatSteersATerminalIsEscapedAndComesBackWhole() throws IOException {
        String hostile = "a\u001b[31m\u007f\u009b\u202e\u2066\u2028\ufeff\u200bé×";
        String json = written(hostile);
        assertThat(json).contains("é×").matches("[\\x20-\\x7e\\né×]*");
        assertThat(new ObjectMapper().readTree(json).get("value").asString()).isEqualTo(hostile);
    }

    @Test
    void halfACharacterIsReplaced() throws IOException {
        assertThat(written("a\ud800b")).contains("a\ufffdb");
    }

    @Test
    void aBrokenWriterIsToldAsItsOwnException() {
        Writer broken = new BrokenWriter(() -> new IOException("gone"));
        assertThatThrownBy(() -> JsonDocument.write(broken, json -> json.text("a", "b")))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("gone");
    }
}

package org.sockmortem.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {
    static Set<String> samples() {
        return SampleReports.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyReportFits(String sample) throws IOException {
        assertThat(schema().validate(json(sample), InputFormat.JSON)).isEmpty();
    }

    @Test
    void theSchemaIsNoRubberStamp() throws IOException {
        String json = json("messages");
        for (String wrong : new String[] {
            json.replace("\"printed\": 7", "\"printed\": \"7\""),
            json.replace("--10-28T21:58:48", "Oct 28 21:58:48"),
            json.replace("\"tailUnknown\": false,", ""),
            json.replace("\"verdict\": \"confirmed\"", "\"verdict\": \"sure\""),
            json.replace("\"uptime\": null,", "")
        }) {
            assertThat(wrong).isNotEqualTo(json);
            assertThat(schema().validate(wrong, InputFormat.JSON)).isNotEmpty();
        }
    }

    @Test
    void furtherFieldsAreWelcome() throws IOException {
        String more = json("messages").replaceFirst("\"schemaVersion\"", "\"further\": 1, \"schemaVersion\"");
        assertThat(schema().validate(more, InputFormat.JSON)).isEmpty();
    }

    /** What does not fit in a report. */
    static List<com.networknt.schema.Error> problems(String json) throws IOException {
        return schema().validate(json, InputFormat.JSON);
    }

    private static String json(String sample) throws IOException {
        StringWriter out = new StringWriter();
        Format.JSON.reporter().write(SampleReports.sample(sample), ReportOptions.PLAIN, out);
        return out.toString();
    }

    private static Schema schema() throws IOException {
        try (InputStream in = SchemaTest.class.getResourceAsStream("/schema/report-1.json")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        }
    }
}

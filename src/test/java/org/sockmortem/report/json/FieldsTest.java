package org.sockmortem.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.sockmortem.clock.Moment;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

class FieldsTest {
    @Test
    void secondsHaveNoNoiseAndNoExponent() {
        assertThat(written(f -> f.seconds("s", 63_286_239_125L))).isEqualTo("{\"s\":63286.239125}");
        assertThat(written(f -> f.seconds("s", 1L))).isEqualTo("{\"s\":0.000001}");
        assertThat(written(f -> f.seconds("s", 100_000_000L))).isEqualTo("{\"s\":100}");
        assertThat(written(f -> f.seconds("s", 0L))).isEqualTo("{\"s\":0}");
        assertThat(written(f -> f.seconds("s", null))).isEqualTo("{\"s\":null}");
    }

    @Test
    void numbersKeepTheDecimalsThatAreAskedFor() {
        assertThat(written(f -> f.number("n", 12.0, 1))).isEqualTo("{\"n\":12.0}");
        assertThat(written(f -> f.number("n", 5.0, 0))).isEqualTo("{\"n\":5}");
        assertThat(written(f -> f.number("n", 0.1 + 0.2, 1))).isEqualTo("{\"n\":0.3}");
        assertThat(written(f -> f.number("n", 1e9, 0))).isEqualTo("{\"n\":1000000000}");
        assertThat(written(f -> f.number("n", Double.NaN, 0))).isEqualTo("{\"n\":null}");
    }

    @Test
    void aMomentWithoutTimeHasNothingButNulls() {
        assertThat(written(f -> f.moment("at", new Moment(null, false, null, null, -1, 0))))
                .isEqualTo("{\"at\":{\"wall\":null,\"uptime\":null,\"plusMinusSeconds\":null}}");
    }

    @Test
    void halfASurrogatePairIsReplaced() {
        assertThat(written(f -> f.text("t", "a\ud800b\udc00c\ud83d\ude00")))
                .isEqualTo("{\"t\":\"a\ufffdb\ufffdc\ud83d\ude00\"}");
    }

    private static String written(Consumer<Fields> fields) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            fields.accept(new Fields(json));
            json.writeEndObject();
        }
        return out.toString();
    }
}

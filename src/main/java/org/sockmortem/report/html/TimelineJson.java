package org.sockmortem.report.html;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockmortem.report.json.WellFormed;
import tools.jackson.core.JsonGenerator;

/** The kinds of fields of a timeline's data. */
final class TimelineJson {
    private static final int MICRO_DIGITS = 6;
    private static final int RATE_DIGITS = 3;

    private final JsonGenerator json;

    TimelineJson(JsonGenerator json) {
        this.json = json;
    }

    void text(String name, @Nullable String value) {
        if (value != null) {
            json.writeName(name);
            json.writeString(WellFormed.text(value));
        }
    }

    void number(String name, long value) {
        json.writeNumberProperty(name, value);
    }

    /** True, or nothing at all. */
    void flag(String name, boolean value) {
        if (value) {
            json.writeBooleanProperty(name, true);
        }
    }

    /** Microseconds as seconds; nothing where they are unknown. */
    void seconds(String name, @Nullable Long micros) {
        if (micros != null) {
            json.writeName(name);
            json.writeNumber(plain(BigDecimal.valueOf(micros, MICRO_DIGITS)));
        }
    }

    void seconds(String name, List<Long> micros) {
        json.writeArrayPropertyStart(name);
        micros.forEach(value -> json.writeNumber(plain(BigDecimal.valueOf(value, MICRO_DIGITS))));
        json.writeEndArray();
    }

    void rates(String name, List<Double> rates) {
        json.writeArrayPropertyStart(name);
        rates.forEach(
                rate -> json.writeNumber(plain(BigDecimal.valueOf(rate).setScale(RATE_DIGITS, RoundingMode.HALF_UP))));
        json.writeEndArray();
    }

    void numbers(String name, List<Integer> numbers) {
        json.writeArrayPropertyStart(name);
        numbers.forEach(number -> json.writeNumber(number));
        json.writeEndArray();
    }

    void object(String name, Runnable fields) {
        json.writeObjectPropertyStart(name);
        fields.run();
        json.writeEndObject();
    }

    <T> void array(String name, Collection<T> values, Consumer<T> fields) {
        json.writeArrayPropertyStart(name);
        for (T value : values) {
            json.writeStartObject();
            fields.accept(value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}

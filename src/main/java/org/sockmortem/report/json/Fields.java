package org.sockmortem.report.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.fleet.HostFacts;
import org.sockmortem.fleet.Hosts;
import org.sockmortem.source.SourceRef;
import org.sockmortem.timeline.SignalTotal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.JacksonIOException;

/**
 * The kinds of fields that the report has, each written in one way only.
 *
 * <p>Numbers are written from their decimal text, for a double's own digits would bring noise and exponents.
 */
final class Fields {
    private static final int MICRO_DIGITS = 6;
    private static final long SECOND = 1_000_000;

    private final JsonGenerator json;

    Fields(JsonGenerator json) {
        this.json = json;
    }

    void text(String name, @Nullable String value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            json.writeString(WellFormed.text(value));
        }
    }

    void number(String name, long value) {
        json.writeNumberProperty(name, value);
    }

    void nothing(String name) {
        json.writeNullProperty(name);
    }

    /** A number, or null where it is unknown. */
    void count(String name, @Nullable Long value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value);
        }
    }

    void flag(String name, boolean value) {
        json.writeBooleanProperty(name, value);
    }

    /** A number of up to six decimals, with at least {@code decimals}. */
    void number(String name, @Nullable Double value, int decimals) {
        json.writeName(name);
        if (value == null || value.isNaN() || value.isInfinite()) {
            json.writeNull();
            return;
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(MICRO_DIGITS, RoundingMode.HALF_UP);
        plain(rounded, decimals);
    }

    /** Microseconds as seconds. */
    void seconds(String name, @Nullable Long micros) {
        json.writeName(name);
        if (micros == null) {
            json.writeNull();
        } else {
            json.writeNumber(decimal(micros));
        }
    }

    /** By hand: a report of thousands of bursts has ten times as many of them. */
    private static String decimal(long micros) {
        long fraction = Math.abs(micros % SECOND);
        String whole = Long.toString(micros / SECOND);
        if (fraction == 0) {
            return whole;
        }
        String digits = Long.toString(SECOND + fraction);
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        // the whole part of what lies between -1 and 0 has no sign
        return (micros < 0 && micros > -SECOND ? "-" : "") + whole + "." + digits.substring(1, end);
    }

    private void plain(BigDecimal value, int decimals) {
        BigDecimal stripped = value.stripTrailingZeros();
        json.writeNumber(stripped.setScale(Math.max(stripped.scale(), decimals), RoundingMode.UNNECESSARY)
                .toPlainString());
    }

    void moment(String name, @Nullable Moment moment) {
        if (moment == null) {
            json.writeNullProperty(name);
            return;
        }
        object(name, () -> {
            text("wall", IsoMoment.wall(moment));
            seconds("uptime", moment.uptimeMicros());
            seconds("plusMinusSeconds", moment.isTimed() ? moment.plusMinusMicros() : null);
            if (moment.wallPlusMinusMicros() != moment.plusMinusMicros()) {
                seconds("wallPlusMinusSeconds", moment.wallPlusMinusMicros());
            }
        });
    }

    /** The place of a line: two fields of the object that is open. */
    void place(SourceRef ref) {
        text("path", ref.path());
        number("line", ref.line());
    }

    void object(String name, Runnable fields) {
        json.writeObjectPropertyStart(name);
        fields.run();
        json.writeEndObject();
    }

    <T> void objects(String name, Collection<T> values, Consumer<T> fields) {
        json.writeArrayPropertyStart(name);
        for (T value : values) {
            json.writeStartObject();
            fields.accept(value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A host a member, one at a time. */
    void each(String name, Hosts hosts, BiConsumer<String, HostFacts> members) {
        json.writeArrayPropertyStart(name);
        try {
            hosts.each((host, facts) -> {
                json.writeStartObject();
                members.accept(host, facts);
                json.writeEndObject();
            });
        } catch (IOException e) {
            throw JacksonIOException.construct(e);
        }
        json.writeEndArray();
    }

    /** A number that may be very small. */
    void scientific(String name, double value) {
        json.writeName(name);
        json.writeNumber(
                new BigDecimal(Double.toString(value)).stripTrailingZeros().toString());
    }

    /** The fields of a signal's total. */
    void total(SignalTotal total) {
        text("signal", total.signal().id());
        number("printed", total.printed());
        number("repeated", total.repeated());
        number("suppressedMin", total.suppressed().min());
        number("suppressedLikely", total.suppressed().likely());
        number("suppressedMax", total.suppressed().max());
    }

    void texts(String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(value -> json.writeString(WellFormed.text(value)));
        json.writeEndArray();
    }
}

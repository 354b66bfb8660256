package org.sockmortem.join;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;

/**
 * What a log covers.
 *
 * @param path of the log
 * @param first moment of its first line with a stamp, or {@code null}
 * @param last moment of its last line with a stamp, or {@code null}
 */
public record Span(
        String path, @Nullable Moment first, @Nullable Moment last) {
    Span dated(UnaryOperator<Moment> dated) {
        return new Span(path, first == null ? null : dated.apply(first), last == null ? null : dated.apply(last));
    }
}

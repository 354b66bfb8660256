package org.sockmortem.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockmortem.report.SampleValues.at;
import static org.sockmortem.report.SampleValues.burst;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmortem.event.Signal;
import org.sockmortem.report.words.Course;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.Suppressed;

class CourseTest {
    private static final Burst FIRST = burst("a", 1, Signal.TCP_ORPHANS, at(10), at(15), at(15))
            .counts(10, 0, new Suppressed(0, 90, 90))
            .window(at(10), at(15), 10, 90)
            .build();

    private static final Burst SECOND = burst("a", 2, Signal.TCP_MEMORY, at(109.5), at(109.5), at(109.5))
            .counts(1, 0, Suppressed.NONE)
            .window(at(109.5), at(109.5), 1, 0)
            .build();

    @Test
    void eventsAreSpreadOverTheirWindow() {
        Course course = Course.of(List.of(FIRST, SECOND), 50);
        assertThat(course.columnMicros()).isEqualTo(2_000_000);
        assertThat(course.events()).hasSize(50).startsWith(40L, 40L, 20L, 0L).endsWith(1L);
        assertThat(course.highest()).isEqualTo(40);
    }

    @Test
    void nothingIsLost() {
        for (int columns = 1; columns < 100; columns++) {
            Course course = Course.of(List.of(FIRST, SECOND), columns);
            assertThat(course.events()).hasSizeLessThanOrEqualTo(columns);
            long sum = course.events().stream().mapToLong(Long::longValue).sum();
            assertThat(sum).isBetween(101L, 101L + columns);
        }
    }

    @Test
    void oneMomentIsOneColumn() {
        assertThat(Course.of(List.of(SECOND, SECOND), 10).events()).containsExactly(2L);
    }
}

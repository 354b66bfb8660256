package org.sockmortem.report.csv;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.postmortem.Report;
import org.sockmortem.report.json.IsoMoment;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.Citation;

/**
 * A row a burst, with the names of the JSON report. An empty cell means unknown, never 0.
 *
 * <p>A year that nobody knows is {@code XXXX}, as ISO 8601-2 has it: the JSON report's {@code --10-28} would begin like a formula.
 */
public final class BurstsCsv {
    private static final int MICRO_DIGITS = 6;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT);

    private static final List<String> COLUMNS = List.of(
            "host",
            "id",
            "incident",
            "signal",
            "boot",
            "startWall",
            "startUtc",
            "startUptime",
            "startPlusMinusSeconds",
            "lastPrintedWall",
            "lastPrintedUptime",
            "endWall",
            "endUtc",
            "endUptime",
            "endPlusMinusSeconds",
            "printed",
            "repeated",
            "suppressedMin",
            "suppressedLikely",
            "suppressedMax",
            "headUnknown",
            "tailUnknown",
            "atLeast",
            "peakPerSecond",
            "firstPath",
            "firstLine",
            "firstText",
            "evidenceOmitted",
            "startWallPlusMinusSeconds",
            "lastPrintedWallPlusMinusSeconds",
            "endWallPlusMinusSeconds");

    private BurstsCsv() {}

    /** Writes the header and the rows, flushes, and leaves the writer open. */
    public static void write(Report report, Writer out) throws IOException {
        CsvRow header = new CsvRow();
        COLUMNS.forEach(header::plain);
        header.end(out);
        for (HostReport host : report.hosts()) {
            Map<String, String> incidents = new HashMap<>();
            host.incidents().forEach(i -> i.bursts().forEach(burst -> incidents.putIfAbsent(burst, i.id())));
            for (Burst burst : host.bursts()) {
                row(host, burst, incidents.get(burst.id())).end(out);
            }
        }
        out.flush();
    }

    private static CsvRow row(HostReport host, Burst burst, @Nullable String incident) {
        CsvRow row = new CsvRow();
        row.text(host.host()).text(burst.id()).text(incident);
        row.plain(burst.signal().id()).plain(burst.boot());
        row.plain(wall(burst.start())).plain(utc(burst.start())).plain(uptime(burst.start()));
        row.plain(plusMinus(burst.start()));
        row.plain(wall(burst.lastPrinted())).plain(uptime(burst.lastPrinted()));
        row.plain(wall(burst.end())).plain(utc(burst.end())).plain(uptime(burst.end()));
        row.plain(plusMinus(burst.end()));
        row.plain(burst.printed()).plain(burst.repeated());
        row.plain(burst.suppressed().min())
                .plain(burst.suppressed().likely())
                .plain(burst.suppressed().max());
        row.plain(burst.headUnknown()).plain(burst.tailUnknown()).plain(burst.atLeast());
        Double peak = burst.peakPerSecond();
        row.plain(peak == null ? null : BigDecimal.valueOf(peak).toPlainString());
        Citation first = burst.evidence().isEmpty() ? null : burst.evidence().get(0);
        row.text(first == null ? null : first.ref().path());
        row.plain(first == null || first.ref().line() == 0 ? null : first.ref().line());
        row.text(first == null ? null : first.text());
        row.plain(burst.evidenceOmitted());
        return row.plain(wallPlusMinus(burst.start()))
                .plain(wallPlusMinus(burst.lastPrinted()))
                .plain(wallPlusMinus(burst.end()));
    }

    static @Nullable String wall(Moment moment) {
        String wall = IsoMoment.wall(moment);
        return wall != null && wall.startsWith("--") ? "XXXX" + wall.substring(1) : wall;
    }

    private static @Nullable String utc(Moment moment) {
        var utc = moment.utc();
        return utc == null ? null : utc.format(UTC);
    }

    private static @Nullable String uptime(Moment moment) {
        return seconds(moment.uptimeMicros());
    }

    private static @Nullable String plusMinus(Moment moment) {
        return moment.isTimed() ? seconds(moment.plusMinusMicros()) : null;
    }

    /** How far off the wall clock may be, which is more than the uptime where it was reckoned from it. */
    private static @Nullable String wallPlusMinus(Moment moment) {
        return moment.hasWall() && moment.isTimed() ? seconds(moment.wallPlusMinusMicros()) : null;
    }

    private static @Nullable String seconds(@Nullable Long micros) {
        return micros == null
                ? null
                : BigDecimal.valueOf(micros, MICRO_DIGITS).stripTrailingZeros().toPlainString();
    }
}

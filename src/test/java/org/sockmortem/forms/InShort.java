package org.sockmortem.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.sockmortem.clock.Boot;
import org.sockmortem.clock.Moment;
import org.sockmortem.postmortem.Coverage;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.postmortem.Report;
import org.sockmortem.report.json.IsoMoment;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.Loss;
import org.sockmortem.timeline.SignalTotal;

/**
 * A diagnosis in a few lines, for tables: what was read and as which form; of each host its boots, of each signal printed, repeated and
 * likely suppressed; each burst with its moment; each note of loss.
 */
final class InShort {
    private InShort() {}

    /** The lines; of paths only what comes after {@code below}. */
    static List<String> of(Report report, String below) {
        List<String> lines = new ArrayList<>();
        for (Coverage.Input input : report.coverage().inputs()) {
            String problem = input.problem();
            lines.add(path(input.path(), below) + " is "
                    + (input.kind().equals("log") ? input.format().id() : input.kind())
                    + (problem == null ? "" : ": " + problem));
        }
        for (HostReport host : report.hosts()) {
            lines.add(host(host));
            host.bursts().forEach(b -> lines.add("  " + burst(b, below)));
            host.losses().forEach(l -> lines.add("  " + loss(l, below)));
        }
        return lines;
    }

    private static String host(HostReport host) {
        StringBuilder line = new StringBuilder(host.host());
        line.append(", boots ").append(host.boots().size());
        host.boots().stream()
                .map(Boot::bootId)
                .filter(Objects::nonNull)
                .forEach(id -> line.append(' ').append(id));
        for (SignalTotal total : host.totals()) {
            line.append(", ").append(total.signal().id()).append(host.isAtLeast(total.signal()) ? " at least " : " ");
            line.append(total.printed()).append('+').append(total.repeated()).append('+');
            line.append(total.suppressed().likely());
        }
        return line.append(host.unattributed() == 0 ? "" : ", of others " + host.unattributed())
                .toString();
    }

    private static String burst(Burst burst, String below) {
        return burst.signal().id() + " at " + moment(burst.start()) + (burst.atLeast() ? ", at least" : "") + ", line "
                + path(burst.evidence().get(0).ref().toString(), below);
    }

    private static String loss(Loss loss, String below) {
        return loss.layer().name().toLowerCase(Locale.ROOT) + " lost "
                + (loss.lost() < 0 ? "some" : Long.toString(loss.lost()))
                + (loss.later() ? " after " : " at ") + moment(loss.at()) + ", line "
                + path(loss.ref().toString(), below);
    }

    /** Both clocks, each with its own ±. */
    private static String moment(Moment moment) {
        String wall = IsoMoment.wall(moment);
        Long uptime = moment.uptimeMicros();
        String told = wall == null ? "" : wall + " ±" + seconds(moment.wallPlusMinusMicros());
        if (uptime != null) {
            told += (wall == null ? "" : " ") + "uptime " + seconds(uptime) + " ±" + seconds(moment.plusMinusMicros());
        }
        return told.isEmpty() ? moment.isTimed() ? "±" + seconds(moment.plusMinusMicros()) : "no time" : told;
    }

    private static String seconds(long micros) {
        return java.math.BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString();
    }

    private static String path(String path, String below) {
        return path.startsWith(below) ? path.substring(below.length()) : path;
    }
}

package org.sockmortem.fleet.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.sockmortem.event.Signal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Holds what a batch says against what was planted. */
public final class PlantedCheck {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PlantedFleet fleet;
    private final Path out;
    private final int seconds;
    private final List<String> wrong = new ArrayList<>();
    private int incidents;

    private PlantedCheck(PlantedFleet fleet, Path out, int seconds) {
        this.fleet = fleet;
        this.out = out;
        this.seconds = seconds;
    }

    /**
     * Checks by hand.
     *
     * @param arguments how many hosts, the batch's folder, seconds between lines of no interest
     */
    public static void main(String... arguments) throws IOException {
        PlantedFleet fleet = new PlantedFleet(Integer.parseInt(arguments[0]));
        List<String> wrong = of(fleet, Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        wrong.forEach(System.err::println);
        System.err.println(wrong.size() + " wrong");
        System.exit(wrong.isEmpty() ? 0 : 1);
    }

    /** What is wrong, a sentence each. */
    public static List<String> of(PlantedFleet fleet, Path out, int seconds) throws IOException {
        PlantedCheck check = new PlantedCheck(fleet, out, seconds);
        check.all();
        return check.wrong;
    }

    private void all() throws IOException {
        Map<String, JsonNode> rows = new HashMap<>();
        for (String line : Files.readAllLines(out.resolve("hosts.ndjson"))) {
            JsonNode row = JSON.readTree(line);
            rows.put(row.get("host").asString(), row);
        }
        demand(rows.size() == fleet.hosts().size(), rows.size() + " rows");
        String text = Files.readString(out.resolve("fleet.txt")).replaceAll("\\s+", "");
        for (PlantedHost host : fleet.hosts()) {
            JsonNode row = rows.get(host.name());
            if (row == null) {
                wrong.add(host.name() + " is missing");
            } else if (host.isDamaged()) {
                String archive = Sosreports.nameOf(host, PlantedHost.DAYS);
                demand(!row.get("status").asString().equals("ok"), host.name() + " is damaged, and ok");
                demand(row.get("problem").asString().contains(archive), host.name() + ": " + row.get("problem"));
                demand(text.contains(archive), archive + " is not in fleet.txt");
            } else {
                host(host, row);
            }
        }
        JsonNode story =
                JSON.readTree(Files.readString(out.resolve("fleet.json"))).get("fleet");
        demand(story.get("hosts").asInt() == fleet.hosts().size(), "fleet.hosts");
        fleet.shared().forEach(s -> shared(s, story));
        for (PlantedHost host : fleet.hosts()) {
            if (host.isDaily() && !host.isDamaged()) {
                demand(names(story.get("recurrences"), "daily").contains(host.name()), host.name() + " is not daily");
            }
            if (host.isSkewed() && host.isZoned() && !host.isDamaged()) {
                demand(
                        all(story.get("clocks")).stream()
                                .anyMatch(c -> c.get("host").asString().equals(host.name())
                                        && Math.abs(c.get("aheadSeconds").asLong()
                                                        - host.skew().toSeconds())
                                                <= 60),
                        host.name() + ": its clock is not told to be ahead");
            }
        }
        System.err.println(incidents + " incidents and " + fleet.shared().size() + " shared ones were looked for");
    }

    private void demand(boolean right, String what) {
        if (!right) {
            wrong.add(what);
        }
    }

    private void host(PlantedHost host, JsonNode row) {
        demand(row.get("status").asString().equals("ok"), host.name() + ": " + row.get("status") + row.get("problem"));
        PlantedLog log = new PlantedLog(host, seconds);
        for (Map.Entry<Signal, Long> printed : log.printed().entrySet()) {
            long told = all(row.get("totals")).stream()
                    .filter(t ->
                            t.get("signal").asString().equals(printed.getKey().id()))
                    .mapToLong(t -> t.get("printed").asLong())
                    .sum();
            demand(told == printed.getValue(), host.name() + ": " + printed + ", told " + told);
        }
        long refused = all(row.get("totals")).stream()
                .mapToLong(t -> t.get("suppressedLikely").asLong())
                .sum();
        long unattributed = row.get("unattributed").asLong();
        demand(
                refused + unattributed == log.refused(),
                host.name() + ": refused " + log.refused() + ", told " + refused);
        for (PlantedIncident incident : host.incidents()) {
            incidents++;
            LocalDateTime local =
                    incident.start().plus(host.skew()).atOffset(host.offset()).toLocalDateTime();
            String signal = incident.wording().signal().id();
            demand(
                    all(row.get("bursts")).stream()
                            .anyMatch(b -> b.get("signal").asString().equals(signal)
                                    && isAt(local, b.get("start").get("wall").asString())),
                    host.name() + ": no " + signal + " at " + local);
        }
    }

    private static boolean isAt(LocalDateTime planted, String told) {
        String dated = told.startsWith("--") ? planted.getYear() + told.substring(1) : told;
        return Math.abs(Duration.between(planted, LocalDateTime.parse(dated.substring(0, 19)))
                        .toSeconds())
                <= 1;
    }

    private void shared(PlantedFleet.Shared planted, JsonNode story) {
        List<String> hosts =
                planted.hosts().stream().map(PlantedHost::name).sorted().toList();
        boolean found = all(story.get("incidents")).stream()
                .filter(i -> !i.get("likelyChance").asBoolean())
                .filter(i -> i.get("clock").asString().equals("utc"))
                .filter(i -> isNear(planted.start(), i.get("start").asString()))
                .filter(i -> i.get("first")
                        .get(0)
                        .asString()
                        .equals(planted.hosts().get(0).name()))
                .anyMatch(i -> all(i.get("hosts")).stream()
                        .map(h -> h.get("host").asString())
                        .distinct()
                        .toList()
                        .containsAll(hosts));
        demand(found, "no shared incident of " + hosts + " at " + planted.start());
    }

    private static boolean isNear(Instant planted, String told) {
        Instant at =
                OffsetDateTime.parse(told).withOffsetSameInstant(ZoneOffset.UTC).toInstant();
        return Math.abs(Duration.between(planted, at).toSeconds()) <= 1;
    }

    private static List<String> names(JsonNode groups, String kind) {
        return all(groups).stream()
                .filter(g -> g.get("kind").asString().equals(kind))
                .flatMap(g -> all(g.get("hosts")).stream())
                .map(h -> h.get("host").asString())
                .toList();
    }

    private static List<JsonNode> all(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}

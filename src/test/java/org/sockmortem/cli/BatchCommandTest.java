package org.sockmortem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmortem.source.Box;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class BatchCommandTest {
    private static final String ORPHANS = "kernel: TCP: too many orphaned sockets";

    @TempDir
    private Path folder;

    private Path in;
    private Path out;

    @BeforeEach
    void folders() {
        in = folder.resolve("in");
        out = folder.resolve("out");
    }

    private void log(String path, String... lines) throws IOException {
        Path file = in.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private Invocation.Result batch(String... options) {
        return batch(new Invocation(), options);
    }

    private Invocation.Result batch(Invocation invocation, String... options) {
        List<String> words = new ArrayList<>(List.of("batch", "--out", out.toString()));
        words.addAll(List.of(options));
        return invocation.with(words.toArray(String[]::new));
    }

    private void threeHosts() throws IOException {
        log("a/messages", "2026-02-17T09:14:03+01:00 web1 " + ORPHANS);
        log("b/var/log/messages", "2026-02-17T09:14:09+01:00 localhost " + ORPHANS);
        log("c/var/log/messages", "2026-02-17T09:14:31+01:00 localhost " + ORPHANS);
    }

    private List<JsonNode> rows() throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(out.resolve("hosts.ndjson"))) {
            rows.add(new ObjectMapper().readTree(line));
        }
        return rows;
    }

    private Map<String, String> results() throws IOException {
        Map<String, String> results = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = out.relativize(file).toString();
                if (!name.startsWith(".")) {
                    results.put(name, Files.readString(file));
                }
            }
        }
        return results;
    }

    @Test
    void everyHostHasItsReportAndTheFleetItsSummaries() throws IOException {
        threeHosts();
        assertThat(batch(in.toString())).returns(0, Invocation.Result::exit).returns("", Invocation.Result::err);
        assertThat(results())
                .containsOnlyKeys(
                        "hosts/web1.json",
                        "hosts/localhost.json",
                        "hosts/localhost~2.json",
                        "hosts.ndjson",
                        "fleet.txt",
                        "fleet.md",
                        "fleet.html",
                        "fleet.json",
                        "fleet.csv");
        assertThat(rows())
                .extracting(r -> r.get("host").asString())
                .containsExactly("localhost", "localhost~2", "web1");
        assertThat(rows())
                .extracting(r -> r.get("path").asString())
                .containsExactly(in + "/b", in + "/c", in + "/a/messages");
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.get("status").asString()).isEqualTo("ok");
            assertThat(row.get("problem").isNull()).isTrue();
            assertThat(row.get("totals").get(0).get("printed").asLong()).isEqualTo(1);
            assertThat(row.get("bursts").get(0).get("signal").asString()).isEqualTo("tcp.orphans");
            assertThat(row.get("findings").get(0).get("cause").asString()).isEqualTo("orphan-limit-reached");
            assertThat(out.resolve(row.get("report").asString())).isNotEmptyFile();
        });
        assertThat(results().get("fleet.html")).contains("A column is 1 minute.");
        JsonNode report = new ObjectMapper().readTree(results().get("hosts/localhost~2.json"));
        assertThat(report.get("hosts")
                        .get(0)
                        .get("bursts")
                        .get(0)
                        .get("start")
                        .get("wall")
                        .asString())
                .isEqualTo("2026-02-17T09:14:31+01:00");
    }

    @Test
    void nothingDependsOnTheNumberOfJobsOrTheOrderOfThePaths() throws IOException {
        threeHosts();
        batch("--jobs", "1", in + "/a", in + "/b", in + "/c");
        Map<String, String> one = results();
        out = folder.resolve("other");
        batch("--jobs", "7", in + "/c", in + "/a", in + "/b", in + "/a");
        assertThat(results()).isEqualTo(one);
    }

    @Test
    void whatIsDoneIsNotDoneAgainAndWhatHasChangedIs() throws IOException {
        threeHosts();
        batch(in.toString());
        Path web1 = out.resolve("hosts/web1.json");
        Path other = out.resolve("hosts/localhost.json");
        FileTime then = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(web1, then);
        Files.setLastModifiedTime(other, then);
        Files.writeString(
                in.resolve("a/messages"),
                "2026-02-18T00:00:00+01:00 web1 " + ORPHANS + "\n",
                StandardOpenOption.APPEND);
        assertThat(batch(in.toString()).exit()).isZero();
        assertThat(Files.getLastModifiedTime(other)).isEqualTo(then);
        assertThat(Files.getLastModifiedTime(web1)).isNotEqualTo(then);
        assertThat(Files.readString(web1)).contains("2026-02-18T00:00:00");
        assertThat(batch("--force", in.toString()).exit()).isZero();
        assertThat(Files.getLastModifiedTime(other)).isNotEqualTo(then);
    }

    @Test
    void anOptionThatChangesResultsIsAChange() throws IOException {
        threeHosts();
        batch(in.toString());
        batch("--since", "2026-02-18T00:00:00Z", in.toString());
        assertThat(rows())
                .allSatisfy(row -> assertThat(row.get("bursts").isEmpty()).isTrue());
    }

    @Test
    void aHostThatIsGoneIsGone() throws IOException {
        threeHosts();
        batch(in.toString());
        Files.move(in.resolve("b"), folder.resolve("away"));
        batch(in.toString());
        assertThat(rows()).extracting(r -> r.get("path").asString()).doesNotContain(in + "/b");
        assertThat(results()).doesNotContainKey("hosts/localhost~2.json");
        assertThat(results().get("hosts/localhost.json")).contains("2026-02-17T09:14:31");
    }

    @Test
    void logsOfOneHostInSeveralPlacesAreOneHost() throws IOException {
        log(
                "monday/messages",
                "2026-02-16T09:00:00+01:00 web1 " + ORPHANS,
                "2026-02-17T09:14:03+01:00 web1 " + ORPHANS);
        log(
                "tuesday/messages",
                "2026-02-17T09:14:03+01:00 web1 " + ORPHANS,
                "2026-02-18T10:00:00+01:00 web1 " + ORPHANS);
        batch(in.toString());
        assertThat(rows()).hasSize(1);
        assertThat(rows().get(0).get("totals").get(0).get("printed").asLong()).isEqualTo(3);
        assertThat(results()).containsKey("hosts/web1.json").doesNotContainKey("hosts/web1~2.json");
    }

    @Test
    void pathsMayComeFromAList() throws IOException {
        threeHosts();
        Path list = folder.resolve("list");
        Files.writeString(list, in + "/a\n\n" + in + "/b\n");
        batch("@" + list);
        assertThat(rows()).hasSize(2);
        out = folder.resolve("zeros");
        batch(new Invocation().standardInput(in + "/a\0" + in + "/c\0"), "-");
        assertThat(rows()).hasSize(2);
        out = folder.resolve("none");
        assertThat(batch(new Invocation().standardInput("\n"), "-").exit()).isEqualTo(2);
        assertThat(batch("@" + folder.resolve("nothing")).exit()).isEqualTo(2);
    }

    @Test
    void twoBatchesDoNotMix() throws IOException {
        threeHosts();
        batch(in.toString());
        Path lock = out.resolve(".sockmortem/lock");
        try (FileChannel file = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock held = file.lock()) {
            assertThat(held.isValid()).isTrue();
            Invocation.Result second = batch(in.toString());
            assertThat(second.exit()).isEqualTo(2);
            assertThat(second.err()).contains("Another batch is writing to this folder");
        }
        assertThat(batch(in.toString()).exit()).isZero();
    }

    @Test
    void namesOfHostsAreNamesOfFilesAndNothingElse() throws IOException {
        log("a/messages", "<5>1 2026-02-17T09:14:03Z ../../evil kernel - - - TCP: too many orphaned sockets");
        log("b/messages", "<5>1 2026-02-17T09:14:03Z =cmd|x kernel - - - TCP: too many orphaned sockets");
        batch(in.toString());
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.get("host").asString()).matches("[A-Za-z0-9_][A-Za-z0-9._~-]*");
            assertThat(out.resolve("hosts").resolve(row.get("host").asString() + ".json"))
                    .exists();
        });
        assertThat(Files.readAllLines(out.resolve("fleet.csv")).stream().skip(1))
                .noneMatch(l -> l.matches(".*(^|,)[=+@].*"));
    }

    @Test
    void whatIsMissingIsSaidAndTheRestIsDone() throws IOException {
        threeHosts();
        Invocation.Result result =
                batch(in.toString(), folder.resolve("nowhere").toString());
        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.err()).contains("nowhere: No such file or folder.");
        assertThat(rows()).hasSize(3);
        assertThat(results().get("fleet.txt")).contains("nowhere: No such file or folder.");
        assertThat(batch(folder.resolve("nowhere").toString()).exit()).isEqualTo(2);
    }

    @Test
    void whatSpeaksOfNoHostIsNoHost() throws IOException {
        threeHosts();
        log("notes/README", "nothing of a kernel");
        log("notes/empty");
        assertThat(batch(in.toString()).exit()).isZero();
        assertThat(rows()).hasSize(3);
        assertThat(results().get("fleet.txt")).contains("2 of the logs tell of no host");
    }

    @Test
    void aFindingMayFailTheRun() throws IOException {
        threeHosts();
        assertThat(batch("--fail-on", "critical", in.toString()).exit()).isEqualTo(1);
    }

    @Test
    void hostsMayHaveFurtherFormats() throws IOException {
        threeHosts();
        batch("--format", "markdown", "--format", "text", in.toString());
        assertThat(results()).containsKeys("hosts/web1.md", "hosts/web1.txt", "hosts/web1.json");
        batch(in.toString());
        assertThat(results()).doesNotContainKeys("hosts/web1.md", "hosts/web1.txt");
    }

    @Test
    void usageIsChecked() {
        assertThat(Invocation.run("batch", ".").exit()).isEqualTo(2);
        assertThat(batch(new Invocation().inputIsTerminal()).exit()).isEqualTo(2);
        assertThat(batch("--format", "json=x", ".").exit()).isEqualTo(2);
        assertThat(batch("--jobs", "0", ".").exit()).isEqualTo(2);
    }

    @Test
    void archivesOfEachWeekAreOneHostAlsoWhereItWasRenamedAndAreReadOnce() throws IOException {
        Files.createDirectories(in);
        for (String[] week : new String[][] {
            {"web1", "2026-02-03", "2026-02-02T09:14:03"},
            {"web1", "2026-02-10", "2026-02-09T09:14:03"},
            {"db1", "2026-02-17", "2026-02-16T09:14:03"}
        }) {
            String root = "sosreport-" + week[0] + "-" + week[1] + "-abcdefg";
            String log = "2026-02-02T09:14:03+01:00 web1 " + ORPHANS + "\n";
            String own = week[2] + "+01:00 " + week[0] + " " + ORPHANS + "\n";
            byte[] tar = Box.tar(Box.members(
                    root + "/etc/machine-id",
                    "0123456789abcdef0123456789abcdef\n",
                    root + "/etc/hostname",
                    week[0] + "\n",
                    root + "/sos_commands/date/date",
                    week[1] + " 12:00:00 UTC\n",
                    root + "/var/log/messages",
                    own.equals(log) ? log : log + own));
            Files.write(in.resolve(root + ".tar.gz"), Box.gzip(tar));
        }
        assertThat(batch("--jobs", "1", in.toString()).exit()).isEqualTo(ExitStatus.DONE);
        assertThat(rows()).singleElement().satisfies(row -> {
            assertThat(row.get("host").asString()).isEqualTo("db1");
            assertThat(row.get("totals").get(0).get("printed").asInt()).isEqualTo(3);
            assertThat(row.get("machineId").asString()).isEqualTo("0123456789abcdef0123456789abcdef");
        });
        assertThat(Files.readString(out.resolve("hosts/db1.json")))
                .contains("\"machineId\": \"0123456789abcdef0123456789abcdef\"");
        // the two of one name once and together, then all three since the machine id tells it
        try (Stream<Path> done = Files.walk(out.resolve(".sockmortem"))) {
            assertThat(done.filter(p -> p.toString().endsWith("done.json"))).hasSize(3);
        }
    }
}

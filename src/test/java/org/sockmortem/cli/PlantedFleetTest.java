package org.sockmortem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmortem.fleet.planted.PlantedCheck;
import org.sockmortem.fleet.planted.PlantedFleet;
import org.sockmortem.fleet.planted.Sosreports;

class PlantedFleetTest {
    private static final int HOSTS = 40;
    private static final int SECONDS = 14_400;

    @TempDir
    private Path folder;

    @Test
    void whatWasPlantedIsFoundWhateverTheNumberOfJobs() throws IOException {
        PlantedFleet fleet = new PlantedFleet(HOSTS);
        Path archives = folder.resolve("archives");
        Sosreports.write(fleet, archives, SECONDS);
        Path one = folder.resolve("one");
        assertThat(Invocation.run("batch", "--jobs", "3", archives.toString(), "--out", one.toString())
                        .exit())
                .isEqualTo(3);
        assertThat(PlantedCheck.of(fleet, one, SECONDS)).isEmpty();
        Path other = folder.resolve("other");
        Invocation.run("batch", "--jobs", "1", archives.toString(), "--out", other.toString());
        for (String name :
                new String[] {"hosts.ndjson", "fleet.json", "fleet.txt", "fleet.md", "fleet.html", "fleet.csv"}) {
            assertThat(other.resolve(name)).hasSameTextualContentAs(one.resolve(name));
        }
        assertThat(Files.exists(one.resolve("hosts/web00001.json"))).isTrue();
    }
}

package org.sockmortem;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Imports run one way, libraries stay in their rooms, and no file grows past reading. */
@AnalyzeClasses(packages = "org.sockmortem", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final int LINE_LIMIT = 400;

    @ArchTest
    static final ArchRule importsRunOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("event")
            .definedBy("org.sockmortem.event..")
            .layer("source")
            .definedBy("org.sockmortem.source..")
            .layer("scan")
            .definedBy("org.sockmortem.scan..")
            .layer("parse")
            .definedBy("org.sockmortem.parse..")
            .layer("record")
            .definedBy("org.sockmortem.record..")
            .layer("clock")
            .definedBy("org.sockmortem.clock..")
            .layer("join")
            .definedBy("org.sockmortem.join..")
            .layer("timeline")
            .definedBy("org.sockmortem.timeline..")
            .layer("snapshot")
            .definedBy("org.sockmortem.snapshot..")
            .layer("diagnosis")
            .definedBy("org.sockmortem.diagnosis..")
            .layer("postmortem")
            .definedBy("org.sockmortem.postmortem..")
            .layer("fleet")
            .definedBy("org.sockmortem.fleet..")
            .layer("report")
            .definedBy("org.sockmortem.report..")
            .layer("cli")
            .definedBy("org.sockmortem.cli..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("fleet")
            .mayOnlyBeAccessedByLayers("report", "cli")
            .whereLayer("postmortem")
            .mayOnlyBeAccessedByLayers("fleet", "report", "cli")
            .whereLayer("diagnosis")
            .mayOnlyBeAccessedByLayers("postmortem", "fleet", "report", "cli")
            .whereLayer("snapshot")
            .mayOnlyBeAccessedByLayers("diagnosis", "postmortem", "fleet", "report", "cli")
            .whereLayer("join")
            .mayOnlyBeAccessedByLayers("postmortem")
            .whereLayer("timeline")
            .mayOnlyBeAccessedByLayers("diagnosis", "postmortem", "fleet", "report", "cli")
            .whereLayer("clock")
            .mayOnlyBeAccessedByLayers(
                    "snapshot", "join", "timeline", "diagnosis", "postmortem", "fleet", "report", "cli")
            .whereLayer("parse")
            .mayOnlyBeAccessedByLayers("record", "clock", "join", "postmortem", "report", "cli")
            .whereLayer("record")
            .mayOnlyBeAccessedByLayers("postmortem")
            .whereLayer("scan")
            .mayOnlyBeAccessedByLayers("parse", "postmortem");

    @ArchTest
    static final ArchRule noCircles =
            slices().matching("org.sockmortem.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule antlrStaysInParse = noClasses()
            .that()
            .resideOutsideOfPackage("org.sockmortem.parse..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.antlr..", "org.sockmortem.parse.grammar..");

    @ArchTest
    static final ArchRule picocliStaysInCli = noClasses()
            .that()
            .resideOutsideOfPackage("org.sockmortem.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule jacksonWritesReportsAndReadsCatalogues = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.sockmortem.report..",
                    "org.sockmortem.fleet..",
                    "org.sockmortem.diagnosis..",
                    "org.sockmortem.record..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("tools.jackson..");

    @ArchTest
    static final ArchRule templatesStayInHtml = noClasses()
            .that()
            .resideOutsideOfPackage("org.sockmortem.report.html..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("gg.jte..");

    @Test
    void noFileGrowsPastReading() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            List<Path> java = files.filter(f -> f.toString().endsWith(".java")).toList();
            assertThat(java).isNotEmpty();
            for (Path file : java) {
                assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(LINE_LIMIT);
            }
        }
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> packages = files.filter(f -> f.toString().endsWith(".java"))
                    .map(f -> f.resolveSibling("package-info.java"))
                    .distinct()
                    .toList();
            assertThat(packages).allSatisfy(p -> assertThat(p).exists());
        }
    }
}

package org.sockmortem.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Reports that the packaged program wrote, as a person opens them from a ticket. */
class HtmlReportIT {
    private static final String LAB = "src/test/resources/org/sockmortem/lab/orphans-and-memory-6.1";
    private static final String GATEWAY = "samples/conntrack-then-orphans";
    private static final String AXE = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final int DESK = 1280;
    private static final int PHONE = 390;

    @TempDir
    static Path folder;

    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = new Browser();
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "samples/web-server/messages",
                "samples/web-server/dmesg",
                "samples/el6-socket-memory",
                "samples/lab-orphans-6.12",
                GATEWAY,
                LAB,
                "samples"
            })
    void opensQuietly(String path) throws Exception {
        Path page = report(path);
        for (boolean dark : new boolean[] {false, true}) {
            for (int width : new int[] {DESK, PHONE}) {
                browser.open(page, width, 900, dark);
                assertThat(browser.all("figure.timeline canvas")).isNotEmpty();
                assertThat(browser.all("figure.timeline .lane")).isNotEmpty();
                assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
                        .as("nothing reaches out of the window")
                        .isEqualTo(true);
                // Before axe looks at it, which reads pixels and is warned of that.
                assertThat(browser.console()).isEmpty();
                assertThat(browser.requests()).isEmpty();
                assertThat(violations()).isEmpty();
                String name = path.replaceAll(".*/(?=[^/]*$)", "");
                browser.picture(name + "-" + width + (dark ? "-dark" : "-light"));
            }
        }
    }

    @Test
    void aLogWithoutTimeHasNoTimelineAndSaysSo() throws Exception {
        Path log = folder.resolve("notime");
        Files.writeString(log, "TCP: too many orphaned sockets\nTCP: too many orphaned sockets\n");
        browser.open(report(log.toString()), DESK, 900, false);
        assertThat(browser.all("figure.timeline")).isEmpty();
        assertThat(browser.one("main").getText()).contains("The log tells no time", "too many orphaned sockets");
        assertThat(browser.console()).isEmpty();
    }

    @Test
    void keysZoomMoveAndTellTheLines() throws Exception {
        browser.open(report(GATEWAY), DESK, 900, false);
        WebElement chart = browser.one(".chart");
        double whole = width();
        chart.sendKeys(Keys.HOME);
        chart.sendKeys("+");
        chart.sendKeys("+");
        assertThat(width()).isGreaterThan(whole * 2);
        chart.sendKeys("0");
        assertThat(width()).isEqualTo(whole);
        chart.sendKeys(Keys.HOME);
        assertThat(browser.one(".readout").getText()).contains("a second as printed", "journal.log:");
        browser.run("document.activeElement.blur()");
        browser.all(".controls button").get(0).click();
        assertThat(width()).isGreaterThan(whole);
    }

    @Test
    void aDragZoomsAndADoubleClickShowsAll() throws Exception {
        browser.open(report(GATEWAY), DESK, 900, false);
        double whole = width();
        WebElement over = browser.one(".u-over");
        browser.run("arguments[0].scrollIntoView({block: 'center'})", over);
        new org.openqa.selenium.interactions.Actions(
                        ((org.openqa.selenium.remote.RemoteWebElement) over).getWrappedDriver())
                .moveToElement(over, -450, 0)
                .clickAndHold()
                .moveByOffset(300, 0)
                .release()
                .perform();
        assertThat(width()).isGreaterThan(whole);
        browser.run("arguments[0].dispatchEvent(new MouseEvent('dblclick', {bubbles: true}))", over);
        assertThat(width()).isEqualTo(whole);
    }

    @Test
    void aFindingLeadsToItsStretchAndBack() throws Exception {
        browser.open(report(GATEWAY), DESK, 900, false);
        List<WebElement> links = browser.all("section[id*=finding] a.show");
        assertThat(links)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(link.isDisplayed()).isTrue());
        links.get(0).click();
        assertThat(browser.all(".mark.shown")).isNotEmpty();
        WebElement back = browser.one(".readout a[href*=finding]");
        back.click();
        assertThat(browser.run("return location.hash")).isEqualTo(hash(back));
        assertThat(browser.run("const box = document.querySelector(':target').getBoundingClientRect();"
                        + " return box.top < innerHeight && box.bottom > 0"))
                .isEqualTo(true);
        WebElement mark = browser.one("a.mark.burst");
        browser.run("arguments[0].click()", mark);
        assertThat(browser.run("return location.hash")).isEqualTo(hash(mark));
    }

    @Test
    void theThemeCanBeChosen() throws Exception {
        browser.open(report(GATEWAY), DESK, 900, false);
        Object light = browser.run("return getComputedStyle(document.body).backgroundColor");
        browser.one("#theme").click();
        assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
                .isNotEqualTo(light);
        browser.one("#theme").click();
        assertThat(browser.run("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo(light);
        browser.run("dispatchEvent(new Event('beforeprint'))");
        assertThat(browser.all("details:not([open])")).isEmpty();
        browser.run("dispatchEvent(new Event('afterprint'))");
        assertThat(browser.console()).isEmpty();
        browser.one("#theme").click();
        assertThat(violations()).isEmpty();
    }

    /** How wide the widest burst is drawn, in pixels. */
    private static double width() {
        Object width = browser.run("return Math.max(...[...document.querySelectorAll('a.mark.burst')]"
                + ".map(mark => parseFloat(mark.style.width)))");
        return ((Number) Objects.requireNonNull(width)).doubleValue();
    }

    private static String hash(WebElement link) {
        return Objects.requireNonNull(link.getDomAttribute("href"));
    }

    /** What axe-core holds against the page, if it is serious. */
    private static List<?> violations() throws IOException {
        try (InputStream axe = HtmlReportIT.class.getResourceAsStream(AXE)) {
            browser.run(new String(Objects.requireNonNull(axe).readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<?>)
                Objects.requireNonNull(
                        browser.await(
                                "const done = arguments[arguments.length - 1];"
                                        + "axe.run().then(found => done(found.violations"
                                        + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
                                        + ".map(v => v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map(n => n.html + n.failureSummary))));"));
    }

    private static Path report(String path) throws IOException, InterruptedException {
        Path page = Files.createTempFile(folder, "report", ".html");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Objects.requireNonNull(System.getProperty("sockmortem.jar")),
                        "analyze",
                        "--format=html=" + page,
                        path)
                .inheritIO()
                .start();
        assertThat(program.waitFor()).isZero();
        return page;
    }
}

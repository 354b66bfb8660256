package org.sockmortem.report.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sockmortem.diagnosis.audit.AuditedSetting;
import org.sockmortem.diagnosis.catalogue.Ruling;

class AuditTextTest {
    private static String text(List<AuditedSetting> settings) throws IOException {
        StringBuilder out = new StringBuilder();
        AuditText.write(settings, false, 72, false, out);
        return out.toString();
    }

    private static AuditedSetting setting(String name, Ruling ruling) {
        return new AuditedSetting("a.conf", 7, name, "1", ruling, "Why of " + ruling + ".", "Another.");
    }

    @Test
    void isAsApproved() throws IOException {
        AuditedSetting fine =
                new AuditedSetting("a.conf", 1, "net.ipv4.tcp_sack", "1", Ruling.OK, "The default.", null);
        assertThat(text(List.of(fine, setting("net.ipv4.tcp_tw_recycle", Ruling.HARMFUL))))
                .isEqualTo("""
                        2 settings: 1 harmful, 1 ok.

                        harmful: does harm
                        ------------------
                          net.ipv4.tcp_tw_recycle = 1  (a.conf:7)
                          - Why of harmful.
                          - Instead: Another.

                        ok: sound, as far as the value alone tells
                        ------------------------------------------
                          net.ipv4.tcp_sack = 1  (a.conf:1)
                          - The default.
                        """);
    }

    @Test
    void everyRulingHasItsHeading() throws IOException {
        String text = text(Arrays.stream(Ruling.values())
                .map(r -> setting("net.ipv4.tcp_mem", r))
                .toList());
        for (Ruling ruling : Ruling.values()) {
            assertThat(text).contains("\n" + ruling.id().toLowerCase(Locale.ROOT) + ": ");
        }
    }

    @Test
    void hundredsOfStrangersAreOnlyCounted() throws IOException {
        List<AuditedSetting> settings = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            settings.add(setting("vm.stranger_" + i, Ruling.UNKNOWN));
        }
        assertThat(text(settings))
                .contains("vm.stranger_9", "2 more; --format json")
                .doesNotContain("vm.stranger_10");
        assertThat(text(settings.subList(0, 11))).contains("1 more; --format json lists it.");
        assertThat(text(settings.subList(0, 10))).doesNotContain("more");
    }

    @Test
    void aValueThatDependsOnTheMemorySaysSo() throws IOException {
        assertThat(text(List.of(setting("net.ipv4.tcp_mem", Ruling.UNKNOWN)))).contains("Why of unknown.");
    }
}

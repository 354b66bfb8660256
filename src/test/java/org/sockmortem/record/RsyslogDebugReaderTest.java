package org.sockmortem.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sockmortem.parse.LogFormat;

class RsyslogDebugReaderTest {
    private static final String BLOCK = """
            Debug line with all properties:
            FROMHOST: 'db7', fromhost-ip: '127.0.0.1', HOSTNAME: 'db7', PRI: 4,
            syslogtag 'kernel:', programname: 'kernel', APP-NAME: 'kernel', PROCID: '-', MSGID: '-',
            TIMESTAMP: 'Feb 29 20:39:50', STRUCTURED-DATA: '-',
            msg: ' TCP: isn't one'
            escaped msg: ' TCP: isn't one'
            inputname: imklog rawmsg: '<4>kernel: TCP: isn't one'
            $!:
            $.:
            $/:

            """;

    @Test
    void countsABlockOnce() {
        Reading reading = Reading.of(BLOCK
                + BLOCK.replace("PRI: 4", "PRI: 28").replace("'kernel:'", "'daemon:'")
                + BLOCK.replace("Feb 29 20:39:50", "2024-02-29T20:39:50.5+01:00"));
        assertThat(reading.texts()).containsExactly("TCP: isn't one", "TCP: isn't one");
        assertThat(reading.walls()).containsExactly("0000-02-29T20:39:50.000000", "2024-02-29T20:39:50.500000+01:00");
        assertThat(reading.lines()).containsExactly(5L, 27L);
        assertThat(reading.header(0).host()).isEqualTo("db7");
        assertThat(reading.header(0).format()).isEqualTo(LogFormat.RFC3164);
        assertThat(reading.header(1).format()).isEqualTo(LogFormat.RFC3339);
    }

    @Test
    void isNotTakenForItsFirstLine() {
        assertThat(Reading.isSniffed("Debug line with all properties:\nand nothing\n"))
                .isFalse();
    }
}

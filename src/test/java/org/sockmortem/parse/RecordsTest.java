package org.sockmortem.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordsTest {
    private static final String ONE = "[   12.345678] TCP: one";
    private static final String TWO = "[   12.345679] TCP: two";

    @Test
    void aLineOfALogIsOneRecord() {
        for (String line :
                new String[] {ONE, "", "Oct 28 21:58:48 web01 kernel: [   12.345678] TCP: one", "<6>" + ONE}) {
            assertThat(Records.of(line)).containsExactly(line);
        }
    }

    @Test
    void tagsControlsAndLostFeedsPartRecords() {
        assertThat(Records.of("<p>" + ONE + "</p><p>" + TWO + "</p>")).containsExactly(ONE, TWO);
        assertThat(Records.of(ONE + "<br />" + TWO)).containsExactly(ONE, TWO);
        assertThat(Records.of(ONE + "\0\0\0" + TWO)).containsExactly(ONE, TWO);
        assertThat(Records.of(ONE + "\r" + TWO)).containsExactly(ONE, TWO);
        assertThat(Records.of(ONE + "\u2028" + TWO)).containsExactly(ONE, TWO);
        assertThat(Records.of(ONE + TWO)).containsExactly(ONE, TWO);
    }

    @Test
    void quotedFeedsAndListsPartRecords() {
        assertThat(Records.of(ONE + "\\n" + TWO)).containsExactly(ONE, TWO);
        assertThat(Records.of("['" + ONE + "', '" + TWO + "']")).containsExactly("['" + ONE + "'", "'" + TWO + "']");
        assertThat(Records.of("    \"stdout\": \"" + ONE + "\\n" + TWO + "\",")).hasSize(1);
    }

    @Test
    void whatFollowsAConsolesNoteIsARecord() {
        String note = "** 5 printk messages dropped ** ";
        assertThat(Records.of(note + ONE)).containsExactly(note, ONE);
        assertThat(Records.of("CCCC" + note + ONE)).containsExactly("CCCC", note, ONE);
        assertThat(Records.of("somebody wrote " + note)).containsExactly("somebody wrote " + note);
    }
}

package org.sockmortem.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sockmortem.parse.Sample;
import org.sockmortem.scan.CandidateScanner;

/** No line that a needle was wrapped out of is passed over, and a log of other things is. */
class LineSeamsTest {
    @Test
    void aNeedleAcrossOneEndIsSeen() {
        for (Sample sample : Sample.recognised()) {
            for (int at = sample.line().indexOf(' '); at > 0; at = sample.line().indexOf(' ', at + 1)) {
                String first = sample.line().substring(0, at);
                String second = sample.line().substring(at + 1);
                check(sample.line(), first + "\n" + second);
                check(sample.line(), first + " \n> | " + second + "\n");
            }
        }
    }

    @Test
    void aNeedleAcrossTwoEndsIsSeen() {
        Random random = new Random(3);
        for (Sample sample : Sample.recognised()) {
            String[] words = sample.line().split(" ", -1);
            for (int i = 0; i < 5 && words.length > 2; i++) {
                int a = 1 + random.nextInt(words.length - 2);
                int b = a + 1 + random.nextInt(words.length - 1 - a);
                StringBuilder text = new StringBuilder();
                for (int w = 0; w < words.length; w++) {
                    text.append(w == 0 ? "" : w == a || w == b ? "\n" : " ").append(words[w]);
                }
                check(sample.line(), text.toString());
            }
        }
    }

    private static void check(String whole, String wrapped) {
        // what begins as a line of a log is one
        boolean anew = Pattern.compile(
                        "(?:^|[^:\\[\\s])\\s*\n(\\[[ 0-9]{5}[0-9.]{7}\\]|[A-Z][a-z]{2} [ 0-9][0-9] [0-9:]{8} |[0-9]{4}-[0-9-]{5}T)")
                .matcher(wrapped)
                .find();
        if (!anew && CandidateScanner.isCandidate(whole)) {
            boolean[] worth = worth(wrapped);
            assertThat(worth.length > 0 && worth[0]).as(wrapped).isTrue();
        }
    }

    @Test
    void whatHoldsNothingIsLeftAlone() {
        assertThat(worth("")).isEmpty();
        assertThat(worth("\n")).isEmpty();
        assertThat(worth("Oct 28 21:58:48 web01 sshd[17]: Accepted publickey for deploy\n".repeat(50)))
                .hasSize(0);
    }

    private static boolean[] worth(String text) {
        return new LineSeams(text.getBytes(StandardCharsets.UTF_8)).worthALook();
    }
}

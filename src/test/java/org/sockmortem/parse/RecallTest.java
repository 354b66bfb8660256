package org.sockmortem.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A parser that remembers says of every line what one says that does not, whatever it has read before. */
class RecallTest {
    private static final int WARM = 64;

    private final LineParser remembering = new LineParser(true);
    private final LineParser plain = new LineParser(false);

    RecallTest() {
        byte[] line = bytes("Oct 28 21:58:48 web01 kernel: TCP: too many orphaned sockets");
        for (int i = 0; i < WARM; i++) {
            remembering.records(line, 0, line.length);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everySampleIsReadAlikeWithOtherDigits(long seed) {
        Random random = new Random(seed);
        for (Sample sample : samples()) {
            String line = new String(sample.bytes(), StandardCharsets.ISO_8859_1);
            same(line, "seed " + seed);
            for (int i = 0; i < 4; i++) {
                same(withOtherDigits(line, random, 1 + random.nextInt(4)), "seed " + seed);
            }
            same(line, "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void everyTextBehindEveryHeader(long seed) {
        Random random = new Random(seed);
        List<String> lines = samples().stream()
                .map(s -> new String(s.bytes(), StandardCharsets.ISO_8859_1))
                .toList();
        for (int i = 0; i < 3_000; i++) {
            String a = lines.get(random.nextInt(lines.size()));
            String b = lines.get(random.nextInt(lines.size()));
            String mixed = a.substring(0, random.nextInt(a.length() + 1)) + b.substring(random.nextInt(b.length() + 1));
            same(a, "seed " + seed);
            same(mixed, "seed " + seed);
        }
    }

    @Test
    void whatIsRememberedIsNotParsedAgain() {
        List<Parsed.Recognised> first = records("Oct 28 21:58:49 web01 kernel: TCP: too many orphaned sockets");
        assertThat(records("Oct 28 21:58:49 web01 kernel: TCP: too many orphaned sockets"))
                .isSameAs(first);
        List<Parsed.Recognised> later = records("Oct 28 23:59:59 web01 kernel: TCP: too many orphaned sockets");
        assertThat(later.get(0).event()).isSameAs(first.get(0).event());
        assertThat(later.get(0).text()).isSameAs(first.get(0).text());
        assertThat(later.get(0).header().stamp().wall())
                .isEqualTo(new WallStamp(0, 10, 28, 86_399, 0, 1_000_000, null));
    }

    @Test
    void aNotesNumberIsLeftOpen() {
        String head = "Oct 28 21:58:48 web01 kernel: ";
        same(head + "net_ratelimit: 50 callbacks suppressed", "learned from");
        for (String number :
                List.of("0", "7", "007", "51", "4294967295", "999999999999999999", "9999999999999999999", "", "-1")) {
            same(head + "net_ratelimit: " + number + " callbacks suppressed", number);
            same("Oct 28 21:59:48 web01 kernel: net_ratelimit: " + number + " callbacks suppressed", number);
        }
        same(head + "net_ratelimit: 52 callbacks suppressed ", "a blank at its end");
        same(head + "net_ratelimit: 52 callbacks", "cut short");
        same(head + "__ratelimit: 52 callbacks suppressed", "another function");
        same("Oct 29 21:58:48 web01 kernel: net_ratelimit: 53 callbacks suppressed", "another day");
        same("Oct 28 21:58:48 web02 kernel: net_ratelimit: 54 callbacks suppressed", "another host");
        same("[   12.345678] net_ratelimit: 55 callbacks suppressed", "another form");
    }

    @Test
    void timesThatAreNoneAreLeftToTheGrammar() {
        same("Oct 28 21:58:60 web01 kernel: TCP: too many orphaned sockets", "a leap second");
        same("Oct 28 24:00:00 web01 kernel: TCP: too many orphaned sockets", "hour 24");
        same("Oct 28 21:60:00 web01 kernel: TCP: too many orphaned sockets", "minute 60");
        same("Oct 29 21:58:48 web01 kernel: TCP: too many orphaned sockets", "another day");
        same("Oct 28 21:58:48 web02 kernel: TCP: too many orphaned sockets", "another host");
        same("Oct 28 21:58:48 web01 kernel: TCP: too many orphaned sockets ", "a blank at its end");
        same("Oct 28 21:58:48 web01 kernel: TCP: too many orphaned socket", "cut short");
        same("Oct 28 21:58:48 web01 kernel: ", "nothing after its header");
    }

    @Test
    void moreHostsThanAreRememberedAreReadAlike() {
        for (int round = 0; round < 2; round++) {
            for (int host = 0; host < 700; host++) {
                String line = "Oct 28 21:58:4" + round + " web-" + host + " kernel: [   12.00000" + round
                        + "] TCP: out of memory -- consider tuning tcp_mem";
                same(line, "host " + host);
            }
        }
    }

    private void same(String line, String where) {
        byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
        List<Parsed.Recognised> expected = plain.records(bytes, 0, bytes.length);
        // twice, since the first may be what it is remembered by; and among other bytes, as in a buffer
        assertThat(remembering.records(bytes, 0, bytes.length))
                .as("%s: %s", where, line)
                .isEqualTo(expected);
        byte[] within = bytes("48 kernel: " + line + "\n48");
        int from = within.length - 3 - bytes.length;
        assertThat(remembering.records(within, from, from + bytes.length))
                .as("%s, again: %s", where, line)
                .isEqualTo(expected);
    }

    private List<Parsed.Recognised> records(String line) {
        byte[] bytes = bytes(line);
        return remembering.records(bytes, 0, bytes.length);
    }

    private static String withOtherDigits(String line, Random random, int changes) {
        List<Integer> digits = new ArrayList<>();
        for (int i = 0; i < line.length(); i++) {
            if (Character.isDigit(line.charAt(i))) {
                digits.add(i);
            }
        }
        StringBuilder other = new StringBuilder(line);
        for (int i = 0; i < changes && !digits.isEmpty(); i++) {
            other.setCharAt(digits.get(random.nextInt(digits.size())), (char) ('0' + random.nextInt(10)));
        }
        return other.toString();
    }

    private static List<Sample> samples() {
        return Stream.of(Sample.all(), Sample.in("headers.txt"))
                .flatMap(List::stream)
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}

package org.sockmortem.scan;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;

/** Logs of chance, of lines with and without needles, halves of needles, blank lines and all kinds of line ends. */
final class RandomLogs {
    private static final List<String> ENDS = List.of("\n", "\n", "\n", "\r\n", "\n\n", "\r\r\n", " \n");

    private RandomLogs() {}

    /** Most are small, some fill the scanner's buffer twice. No line is longer than the scanner looks at. */
    static byte[] log(Random random) {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        int size = random.nextInt(random.nextInt(5) == 0 ? 800_000 : 40_000);
        int longest = random.nextInt(6) == 0 ? 40_000 : 200;
        while (log.size() < size) {
            log.writeBytes(Scan.bytes(line(random, longest)));
            log.writeBytes(Scan.bytes(ENDS.get(random.nextInt(ENDS.size()))));
        }
        if (random.nextBoolean()) {
            log.writeBytes(Scan.bytes(line(random, longest)));
        }
        return log.toByteArray();
    }

    /** How large the pieces are in which a stream gives them. */
    static int[] sizes(Random random) {
        int[] sizes = new int[1 + random.nextInt(4)];
        int largest = 1 << (3 + random.nextInt(17));
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = 1 + random.nextInt(largest);
        }
        return sizes;
    }

    private static String line(Random random, int longest) {
        StringBuilder line = new StringBuilder();
        filler(random, line, random.nextInt(longest));
        if (random.nextInt(4) == 0) {
            String needle = Needles.all().get(random.nextInt(Needles.all().size()));
            line.append(random.nextInt(3) == 0 ? needle.substring(0, needle.length() - 1) : needle);
            filler(random, line, random.nextInt(40));
        }
        return line.toString();
    }

    private static void filler(Random random, StringBuilder line, int length) {
        long bits = random.nextLong();
        for (int i = 0; i < length; i++) {
            bits = bits * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
            int c = (int) (bits >>> 58);
            line.append(c < 4 ? ' ' : (char) (c == 5 ? 11 + (bits >>> 40 & 0xFF) % 245 : ' ' + c));
        }
    }
}

package org.sockmortem.diagnosis.catalogue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelRelease;

/**
 * Kernels from one version to another, both included: {@code 2.6.32..4.1}, {@code 4.2..}, {@code ..4.11}, {@code any}; or the builds of one
 * enterprise release, {@code el7}, which carry code of later versions.
 *
 * @param text as written
 * @param from the first version, or {@code null}
 * @param to the last version, or {@code null}; {@code 4.1} includes 4.1.52
 * @param enterpriseLinux the N of {@code elN}, or 0
 */
public record KernelRange(
        String text, @Nullable Version from, @Nullable Version to, int enterpriseLinux) {
    /** Every kernel. */
    public static final KernelRange ANY = new KernelRange("any", null, null, 0);

    private static final Pattern RANGE = Pattern.compile("([\\d.]*?)\\.\\.([\\d.]*)");

    /**
     * A version; {@code patch} is -1 where it is not given.
     *
     * @param major first number
     * @param minor second number
     * @param patch third number, or -1
     */
    public record Version(int major, int minor, int patch) {
        private static Version parse(String text) {
            String[] numbers = text.split("\\.", -1);
            return new Version(
                    Integer.parseInt(numbers[0]),
                    Integer.parseInt(numbers[1]),
                    numbers.length > 2 ? Integer.parseInt(numbers[2]) : -1);
        }
    }

    /** Reads a range as the catalogue spells it. */
    public static KernelRange parse(String text) {
        if (text.equals("any")) {
            return ANY;
        }
        if (text.startsWith("el")) {
            return new KernelRange(text, null, null, Integer.parseInt(text.substring(2)));
        }
        Matcher m = RANGE.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException("not a range of kernels: " + text);
        }
        return new KernelRange(
                text,
                m.group(1).isEmpty() ? null : Version.parse(m.group(1)),
                m.group(2).isEmpty() ? null : Version.parse(m.group(2)),
                0);
    }

    /** Whether the release lies in it. */
    public boolean contains(KernelRelease release) {
        if (enterpriseLinux != 0) {
            return release.enterpriseLinux() == enterpriseLinux;
        }
        Version first = from;
        Version last = to;
        boolean afterFrom = first == null || release.atLeast(first.major(), first.minor(), Math.max(0, first.patch()));
        boolean beyondTo = last != null
                && (last.patch() < 0
                        ? release.atLeast(last.major(), last.minor() + 1, 0)
                        : release.atLeast(last.major(), last.minor(), last.patch() + 1));
        return afterFrom && !beyondTo;
    }

    /** In words: {@code 4.2 and later}. */
    public String inWords() {
        if (equals(ANY)) {
            return "all kernels";
        }
        if (enterpriseLinux != 0) {
            return "Enterprise Linux " + enterpriseLinux;
        }
        String[] ends = text.split("\\.\\.", -1);
        return from == null ? "up to " + ends[1] : to == null ? ends[0] + " and later" : ends[0] + " to " + ends[1];
    }
}

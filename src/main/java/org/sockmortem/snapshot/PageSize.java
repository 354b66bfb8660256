package org.sockmortem.snapshot;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The size of a page: {@code getconf PAGESIZE} or {@code getconf -a} as {@code page.size}, in bytes, and what follows from the kernel's name. */
public final class PageSize implements LineReader {
    private static final Pattern LINE = Pattern.compile("(?:PAGE_?SIZE\\s+)?(\\d{4,7})\\s*");
    private static final long FOUR = 4096;
    private static final long SIXTY_FOUR = 65_536;

    private final Collected into;

    PageSize(Collected into) {
        this.into = into;
    }

    @Override
    public void line(String line, long number) {
        Matcher size = LINE.matcher(line);
        if (size.matches() && Long.bitCount(Long.parseLong(size.group(1))) == 1) {
            into.known("page.size", size.group(1), number);
        }
    }

    /**
     * The host's, in bytes: captured, or by machine and release where these leave no choice. x86 and s390x have pages of 4 KiB. Kernels for arm64 are built for
     * either: those for 64 KiB say so in their release ({@code +64k}, {@code .64k}, {@code -64k}), and Red Hat's of releases 7 and 8 have no other. Distributions build those
     * for ppc64le with 64 KiB. Empty where it cannot be told.
     */
    public static OptionalLong of(SystemSnapshot snapshot) {
        OptionalLong captured = snapshot.number("page.size");
        if (captured.isPresent()) {
            return captured;
        }
        String release = text(snapshot, "kernel.osrelease");
        String machine = text(snapshot, "uname.machine");
        String built = machine.isEmpty() ? release : machine;
        if (built.endsWith("x86_64") || built.endsWith("s390x") || built.matches("(?:.*[.])?i[3-6]86")) {
            return OptionalLong.of(FOUR);
        }
        if (built.contains("aarch64")) {
            boolean redHat = release.matches(".*[.]el(?:7a?|8)(?:[._].*)?");
            return OptionalLong.of(release.contains("64k") || redHat ? SIXTY_FOUR : FOUR);
        }
        boolean distributed = release.matches(".*(?:[.]el\\d|-default|-generic|powerpc64le).*");
        return built.endsWith("ppc64le") && distributed ? OptionalLong.of(SIXTY_FOUR) : OptionalLong.empty();
    }

    private static String text(SystemSnapshot snapshot, String name) {
        Reading reading = snapshot.find(name);
        String value = reading == null ? null : reading.value();
        return value == null ? "" : value;
    }
}

package org.sockmortem.event;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kernel release such as {@code 3.10.0-1062.el7.x86_64}, and what of it decides the meaning of a message.
 *
 * @param text as the kernel prints it
 * @param major first number
 * @param minor second number
 * @param patch third number, 0 where absent
 * @param enterpriseLinux the N of a {@code .elN} build, or 0: those kernels carry code of later versions
 * @param build the first number after the dash, or 0
 */
public record KernelRelease(String text, int major, int minor, int patch, int enterpriseLinux, int build) {
    private static final Pattern RELEASE =
            Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:\\.(\\d{1,4}))?(?:-(\\d{1,6}))?[^ ]*");
    private static final Pattern ENTERPRISE = Pattern.compile("[.]el(\\d{1,2})(?![0-9])");

    /** Reads a release; {@code null} where the text does not begin with a version. */
    public static @Nullable KernelRelease parse(String text) {
        Matcher m = RELEASE.matcher(text.strip());
        if (!m.matches()) {
            return null;
        }
        Matcher el = ENTERPRISE.matcher(m.group());
        return new KernelRelease(
                m.group(),
                Integer.parseInt(m.group(1)),
                Integer.parseInt(m.group(2)),
                number(m.group(3)),
                el.find() ? Integer.parseInt(el.group(1)) : 0,
                number(m.group(4)));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** Whether this is version {@code major.minor.patch} or later, by the version number alone. */
    public boolean atLeast(int atLeastMajor, int atLeastMinor, int atLeastPatch) {
        if (major != atLeastMajor) {
            return major > atLeastMajor;
        }
        return minor != atLeastMinor ? minor > atLeastMinor : patch >= atLeastPatch;
    }

    @Override
    public String toString() {
        return text;
    }
}

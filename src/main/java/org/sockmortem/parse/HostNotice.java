package org.sockmortem.parse;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name that a host was given while it started, as programs told it in a log whose lines name no host: systemd writes {@code Set hostname to
 * <web01>.} or {@code Hostname set to <web01>.} into the kernel's ring (src/core/hostname-setup.c, src/shared/hostname-setup.c), cloud-init
 * {@code Setting the hostname to web01 (web01)}, and a console has {@code web01 login:}.
 */
public final class HostNotice {
    private static final String NAME = "([A-Za-z0-9][A-Za-z0-9._-]{0,252})";
    private static final Pattern GIVEN = Pattern.compile(
            "systemd\\[1]: (?:Set hostname to|Hostname set to) <" + NAME
                    + ">|cloud-?init.{0,200}?(?:[Ss]etting the|[Ss]et|[Uu]pdating) hostname to " + NAME + "|^" + NAME
                    + " login:",
            Pattern.MULTILINE);
    private static final Pattern NOBODY = Pattern.compile("localhost(?:[.].*)?|none|linux|buildroot");

    private HostNotice() {}

    /**
     * The last name that is given in the beginning of a log: the initial ramdisk may have had another one, of the machine that it was made on.
     *
     * @return {@code null} where there is none, or only such as every machine may have
     */
    public static @Nullable String in(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (!text.contains("ostname") && !text.contains(" login:")) {
            return null;
        }
        String name = null;
        Matcher given = GIVEN.matcher(text);
        while (given.find()) {
            String found =
                    given.group(1) != null ? given.group(1) : given.group(2) != null ? given.group(2) : given.group(3);
            name = NOBODY.matcher(found).matches() ? name : found;
        }
        return name;
    }
}

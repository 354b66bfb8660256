package org.sockmortem.source;

import java.util.ArrayList;
import java.util.List;

/** Names of members, which whoever made the box chose: nothing is opened by them, they are only cited. */
final class MemberName {
    private static final int SHOWN = 512;

    private MemberName() {}

    /**
     * The name as it is cited and compared: parted by single slashes, without a leading one, without {@code .}; {@code ..} stays visible. Of a long one, its end.
     */
    static String plain(String name) {
        List<String> parts = new ArrayList<>();
        for (String part : name.replace('\\', '/').split("/", -1)) {
            if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        String plain = String.join("/", parts);
        return plain.length() <= SHOWN ? plain : "…" + plain.substring(plain.length() - SHOWN);
    }

    /**
     * What a link within an archive leads to.
     *
     * @param link the link's own plain name
     * @param target as the archive has it, relative to the link's folder, or with a leading slash to the root of its tree
     * @return the plain name that it leads to, or an empty string where it leads out of the archive
     */
    static String target(String link, String target) {
        List<String> parts = new ArrayList<>();
        if (!target.startsWith("/")) {
            parts.addAll(List.of(link.split("/", -1)));
            parts.remove(parts.size() - 1);
        }
        for (String part : target.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.isEmpty()) {
                    return "";
                }
                parts.remove(parts.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return plain(String.join("/", parts));
    }
}

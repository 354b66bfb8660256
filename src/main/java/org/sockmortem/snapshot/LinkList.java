package org.sockmortem.snapshot;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts the interfaces that lead into containers, of what {@code ip link} or {@code ip addr} lists: {@code links.container}, by the names that Docker, Podman, the usual network
 * plugins of Kubernetes and LXC give them.
 */
public final class LinkList implements LineReader {
    private static final Pattern LINK = Pattern.compile("\\d{1,7}: ([^\\s:@]{1,32})(?:@\\S*)?: .*");
    private static final Pattern OF_CONTAINER =
            Pattern.compile("(?:veth|cali|lxc|lxd|tap[0-9a-f]{6}|eni[0-9a-f]{6}|gke[0-9a-f]{6}|azv).*");

    private final Collected into;
    private String last = "";
    private long links;
    private long count;
    private long first;

    LinkList(Collected into) {
        this.into = into;
    }

    /** Whether an interface of that name leads into a container. */
    public static boolean isOfContainer(String name) {
        return OF_CONTAINER.matcher(name).matches();
    }

    @Override
    public void line(String line, long number) {
        Matcher link = LINK.matcher(line);
        if (!link.matches() || link.group(1).equals(last)) {
            return;
        }
        last = link.group(1);
        links++;
        if (isOfContainer(last)) {
            first = count++ == 0 ? number : first;
        }
    }

    @Override
    public void end(boolean whole) {
        if (whole && links > 0) {
            into.known("links.container", count, first == 0 ? 1 : first);
        }
    }
}

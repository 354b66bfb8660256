package org.sockmortem.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.sockmortem.source.box.Member;

/**
 * Files that show a process's network, kept until the archive has told whether that process is the one that collected: then they show the
 * host's. The links that tell it come behind them. Mutable, of one archive.
 */
final class HeldMembers {
    private static final int FILE_LIMIT = 4 << 20;
    private static final int LIMIT = 16 << 20;

    private final Map<String, Held> held = new TreeMap<>();
    private int bytes;

    /**
     * A file that is kept.
     *
     * @param place where it stands
     * @param bytes what it holds
     */
    record Held(BoxReader.Place place, InputStream bytes) {}

    /** Whether the member is kept for later. */
    boolean hold(String name, BoxReader.Place place, Member member) throws IOException {
        if (LinkedNames.processOf(name) == null) {
            return false;
        }
        byte[] all = member.data().readNBytes(FILE_LIMIT);
        if (all.length < FILE_LIMIT && bytes + all.length <= LIMIT) {
            bytes += all.length;
            held.put(name, new Held(place, new ByteArrayInputStream(all)));
        }
        return true;
    }

    /** Gives out what shows the host's network, each with its name below {@code proc/net}. */
    void release(LinkedNames links, BiConsumer<String, Held> taker) {
        held.forEach((name, file) -> {
            String process = LinkedNames.processOf(name);
            if (process != null && links.isSelf(process)) {
                taker.accept(LinkedNames.hosts(name), file);
            }
        });
    }
}

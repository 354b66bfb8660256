package org.sockmortem.diagnosis.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockmortem.diagnosis.catalogue.Catalogue;
import org.sockmortem.diagnosis.catalogue.Machine;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.event.KernelRelease;

/** Everything that can be explained. */
public final class Explain {
    private static final Map<String, Page> PAGES = load();

    private Explain() {}

    private static Map<String, Page> load() {
        List<Page> pages = new ArrayList<>(PageFile.read("signal", "signals.txt"));
        pages.addAll(PageFile.read("cause", "causes.txt"));
        pages.addAll(PageFile.read("word", "words.txt"));
        Map<String, Page> byName = new LinkedHashMap<>();
        pages.forEach(p -> byName.put(p.topic().name(), p));
        return byName;
    }

    /** What can be asked for: signals, causes, words, sysctls, in this order. */
    public static List<Topic> topics() {
        List<Topic> topics =
                new ArrayList<>(PAGES.values().stream().map(Page::topic).toList());
        Catalogue.all().forEach(s -> topics.add(SysctlPage.topic(s)));
        return List.copyOf(topics);
    }

    /**
     * The page of that name, whatever its case; a sysctl also by an alias, in the form of a path, or by its last word alone.
     *
     * @param release the kernel whose defaults are to be told, or {@code null}
     * @param memory the machine's, in bytes, or {@code null}
     * @return empty where nothing of that name is known
     */
    public static Optional<Page> page(String name, @Nullable KernelRelease release, @Nullable Long memory) {
        String asked = name.strip().toLowerCase(Locale.ROOT);
        Page page = PAGES.get(asked);
        if (page != null) {
            return Optional.of(page);
        }
        String dotted = asked.replaceFirst("^/proc/sys/", "").replace('/', '.');
        return Catalogue.find(dotted).map(s -> SysctlPage.of(s, Machine.of(release, memory)));
    }

    /** The page of what a line of a log says, beginning with the line itself: whose a note's calls were, how often a line came again. */
    public static Page line(KernelEvent event) {
        Page topic = PAGES.get(LinePage.topicOf(event));
        if (topic == null) {
            throw new IllegalStateException("no page " + LinePage.topicOf(event));
        }
        return LinePage.of(event, topic);
    }
}

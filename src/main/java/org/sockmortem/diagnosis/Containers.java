package org.sockmortem.diagnosis;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockmortem.snapshot.LinkList;
import org.sockmortem.source.SourceRef;
import org.sockmortem.timeline.ContextEvent;

/** Signs that the host runs containers. Limits on orphans, on TCP's memory and on neighbours are one for all of its network namespaces. */
final class Containers {
    private static final Pattern INTERFACE = Pattern.compile("net[.]ipv4[.]conf[.]([^.]+)[.]forwarding");
    private static final Pattern ENGINE = Pattern.compile(
            ".*\\b(?:kubelet|dockerd|docker-proxy|containerd(?:-shim)?|conmon|crio|runc|lxcfs|podman)\\b.*");

    private Containers() {}

    /** Says that a limit is shared with containers, where anything shows that there are any. */
    static void describe(Draft draft, Case c) {
        signs(c).ifPresent(draft::because);
    }

    /** Says how to look into them, likewise; after what is more urgent. */
    static void advise(Draft draft, Case c) {
        if (signs(c).isPresent()) {
            draft.action(Remedy.Kind.COLLECT, "containers.collect");
        }
    }

    private static Optional<Evidence> signs(Case c) {
        Optional<Known> links = Known.sysctl(c, "links.container").filter(k -> k.value() > 0);
        if (links.isPresent()) {
            return Optional.of(new Evidence(
                    Sentences.of("containers.links", links.get().value()),
                    links.get().ref()));
        }
        return interfaces(c).or(() -> engine(c));
    }

    private static Optional<Evidence> interfaces(Case c) {
        return c.snapshot().readings().stream()
                .filter(r -> {
                    Matcher name = INTERFACE.matcher(r.name());
                    return name.matches() && LinkList.isOfContainer(name.group(1));
                })
                .findFirst()
                .map(r -> new Evidence(
                        Sentences.of("containers.interface", r.name()), new SourceRef(r.path(), r.line())));
    }

    private static Optional<Evidence> engine(Case c) {
        return c.context().stream()
                .filter(e -> ENGINE.matcher(e.citation().text()).matches())
                .findFirst()
                .map(ContextEvent::citation)
                .map(line -> new Evidence(Sentences.of("containers.engine", line.text()), line.ref()));
    }
}

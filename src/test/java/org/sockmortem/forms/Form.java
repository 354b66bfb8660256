package org.sockmortem.forms;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Function;
import org.sockmortem.parse.LogFormat;

/**
 * A form in which a kernel log may reach a person.
 *
 * @param name for people
 * @param renderer from a scene to bytes
 * @param formats what coverage may call it
 * @param sight what of time is in it
 * @param place where and when it is rendered
 * @param host the machine's name in it
 * @param shown the names under which the report may show that host
 */
record Form(
        String name,
        Function<Scene, byte[]> renderer,
        Set<LogFormat> formats,
        Sight sight,
        Place place,
        String host,
        Set<String> shown) {
    private static final String UNKNOWN = "unknown";

    /** A form of text without a host's name, rendered in March. */
    static Form text(String name, Function<Scene, String> renderer, Sight sight, LogFormat... formats) {
        return bytes(name, renderer.andThen(t -> t.getBytes(StandardCharsets.UTF_8)), sight, formats);
    }

    /** A form of bytes without a host's name, rendered in March. */
    static Form bytes(String name, Function<Scene, byte[]> renderer, Sight sight, LogFormat... formats) {
        return new Form(name, renderer, Set.of(formats), sight, Place.MARCH, "web01", Set.of(UNKNOWN));
    }

    /** The same, elsewhere. */
    Form at(Place elsewhere) {
        return new Form(name, renderer, formats, sight, elsewhere, host, shown);
    }

    /** The same with the host's name in it. */
    Form hosted() {
        return hosted("web01");
    }

    /** The same with this name of the host in it. */
    Form hosted(String named) {
        return new Form(name, renderer, formats, sight, place, named, Set.of(named));
    }

    /** The same, where the host's name may or may not be found. */
    Form perhapsHosted() {
        return new Form(name, renderer, formats, sight, place, host, Set.of(host, UNKNOWN));
    }

    /** What the form makes of the capture. */
    byte[] render(Capture capture) {
        return renderer.apply(Scene.of(capture, place, host));
    }

    @Override
    public String toString() {
        return name;
    }
}

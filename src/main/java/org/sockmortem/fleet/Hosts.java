package org.sockmortem.fleet;

import java.io.IOException;

/** The hosts of a batch in the order of their names. One at a time is in memory, however many there are. */
public interface Hosts {
    /** Shown each host. */
    @FunctionalInterface
    interface Visitor {
        /**
         * A host.
         *
         * @param name unique, and the name of its report's file without the ending
         */
        void host(String name, HostFacts digest) throws IOException;
    }

    /** Shows every host, from the first. Can be called again. */
    void each(Visitor visitor) throws IOException;

    /** The same hosts, of which each is shown to another visitor first: what takes time is to read them. */
    default Hosts showing(Visitor other) {
        return visitor -> each((name, digest) -> {
            other.host(name, digest);
            visitor.host(name, digest);
        });
    }
}

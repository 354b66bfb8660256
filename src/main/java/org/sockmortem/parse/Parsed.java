package org.sockmortem.parse;

import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelEvent;

/** What a candidate line turned out to be. */
public sealed interface Parsed {
    /**
     * What stands before the kernel's text, whatever the text is.
     *
     * @param format the form of the line
     * @param stamp its times
     * @param host the host that the line names, or {@code null}
     * @param citedLine the line number that the text itself carries (copied out of an editor), or 0
     * @param citedPath the path that the text itself carries (put before it by grep), or {@code null}
     */
    record Header(
            LogFormat format,
            Stamp stamp,
            @Nullable String host,
            long citedLine,
            @Nullable String citedPath) {
        /** Nothing known. */
        public static final Header NONE = new Header(LogFormat.UNKNOWN, Stamp.NONE, null, 0);

        /** A header whose text carries no path of its own. */
        public Header(LogFormat format, Stamp stamp, @Nullable String host, long citedLine) {
            this(format, stamp, host, citedLine, null);
        }
    }

    /**
     * A line that the grammar knows.
     *
     * @param header what stands before the text
     * @param event what it says
     * @param text the kernel's text, without what stands before it, for a citation
     */
    record Recognised(Header header, KernelEvent event, String text) implements Parsed {}

    /** A line that holds a word of interest and is nothing that the grammar knows, such as a program quoting a kernel line. */
    record Unrecognised() implements Parsed {}
}

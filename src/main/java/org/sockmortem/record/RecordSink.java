package org.sockmortem.record;

import org.sockmortem.parse.Parsed;

/** Takes the kernel's records of one input, in order. */
@FunctionalInterface
public interface RecordSink {
    /**
     * One line of the kernel's text; a record that holds several lines comes as several, under one header.
     *
     * @param header what the form says of it, or {@link Parsed.Header#NONE} for a line that is not of the form at all
     * @param text the kernel's text; may itself begin with a kernel stamp or a syslog envelope, or be a boot marker of journalctl
     * @param line number of the physical line where the message stands, from 1
     */
    void record(Parsed.Header header, String text, long line);
}

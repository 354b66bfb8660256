package org.sockmortem.record;

import java.io.IOException;
import java.io.InputStream;

/** Reads one form, as a stream: memory stays bounded, and text that is broken is passed over. One instance serves one input. */
@FunctionalInterface
public interface RecordReader {
    /** Of a record or a line that is longer than this, in bytes, only the beginning is read. */
    int LIMIT = 1 << 20;

    /**
     * Reads to the end.
     *
     * @param in the text from its first byte, already decompressed; stays the caller's to close
     * @param sink takes the records in their order
     * @throws IOException what the stream throws; records before that were handed on
     */
    RecordSummary read(InputStream in, RecordSink sink) throws IOException;
}

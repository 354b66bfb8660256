package org.sockmortem.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells by a text's beginning whether it is of a form that is read record by record. Names of files say nothing. */
public final class RecordForms {
    /** Enough to see what most of the lines are. */
    private static final int LINES = 200;

    private RecordForms() {}

    /**
     * The reader for a text that begins so, or empty for the forms of one line a record and for whatever is not known.
     *
     * @param head the first bytes; 8 KiB are enough for the forms of many lines
     * @param length how many of them are the text's
     * @return a reader for this one input
     */
    public static Optional<RecordReader> sniff(byte[] head, int length) {
        try {
            return sniffed(head, length);
        } catch (IOException e) {
            throw new UncheckedIOException("an array cannot fail to be read", e);
        }
    }

    private static Optional<RecordReader> sniffed(byte[] head, int length) throws IOException {
        List<String> lines = lines(head, length);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        if (JournalExportReader.fits(lines)) {
            return Optional.of(new JournalExportReader());
        }
        if (JournalVerboseReader.fits(lines)) {
            return Optional.of(new JournalVerboseReader());
        }
        if (DmesgJsonReader.fits(String.join("\n", lines))) {
            return Optional.of(new DmesgJsonReader());
        }
        if (PstoreReader.fits(lines)) {
            return Optional.of(new PstoreReader());
        }
        if (RsyslogDebugReader.fits(lines)) {
            return Optional.of(new RsyslogDebugReader());
        }
        if (KmsgReader.fits(lines)) {
            return Optional.of(new KmsgReader());
        }
        if (DmesgReltimeReader.fits(lines)) {
            return Optional.of(new DmesgReltimeReader());
        }
        if (DmesgDeltaReader.fits(lines)) {
            return Optional.of(new DmesgDeltaReader());
        }
        if (CriReader.fits(lines)) {
            return Optional.of(new CriReader());
        }
        if (SqlDumpReader.fits(lines)) {
            return Optional.of(new SqlDumpReader());
        }
        if (DrawnTableReader.fits(lines)) {
            return Optional.of(new DrawnTableReader());
        }
        if (RowListReader.fits(lines)) {
            return Optional.of(new RowListReader());
        }
        TableReader table = TableReader.of(lines);
        if (table != null) {
            return Optional.of(table);
        }
        return JsonLogReader.fits(head, length) ? Optional.of(new JsonLogReader()) : Optional.empty();
    }

    /** The lines that are not blank; the last only if it is whole, or the only one. */
    private static List<String> lines(byte[] head, int length) throws IOException {
        List<String> lines = new ArrayList<>();
        Lines in = Lines.endingAtNulToo(new ByteArrayInputStream(head, 0, length));
        while (lines.size() < LINES && in.next()) {
            String line = in.text();
            if (!line.isBlank() && (!in.continues() || lines.isEmpty())) {
                lines.add(line);
            }
        }
        return lines;
    }
}

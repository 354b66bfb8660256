package org.sockmortem.source;

/**
 * A visitor that may be shown several files at once, each of them by a part of its own.
 *
 * @param <P> the parts
 */
public interface PartedVisitor<P extends SourceVisitor> extends SourceVisitor {
    /** A part that is shown the sources of one file, one after the other, by whichever thread. */
    P part();

    /** Takes what a part has seen. Called by one thread, in the order in which the files would be shown one after the other. */
    void take(P part);
}

package org.sockmortem.source;

/** Is shown one source after the other. */
public interface SourceVisitor {
    /**
     * The next source. Where it has no {@link Source#file file} it must be read before this returns.
     *
     * @param source what to read
     */
    void source(Source source);

    /** Something that cannot be read, or only in part. */
    void skipped(Skipped skipped);
}

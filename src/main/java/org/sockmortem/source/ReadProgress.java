package org.sockmortem.source;

/** Is told how far the reading is. Called by whichever thread reads. */
public interface ReadProgress {
    /** Nobody wants to know. */
    ReadProgress NONE = new ReadProgress() {
        @Override
        public void known(long bytes) {}

        @Override
        public void at(String path) {}

        @Override
        public void read(long bytes) {}
    };

    /** So many bytes lie on disk to be read, before boxes are opened. */
    void known(long bytes);

    /** What is read now, as it is cited. */
    void at(String path);

    /** So many more of the known bytes were read. */
    void read(long bytes);
}

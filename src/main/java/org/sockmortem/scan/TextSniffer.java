package org.sockmortem.scan;

/** Tells text from other bytes by its beginning, leniently: a log may hold runs of NUL where a crash left a hole in its file. */
final class TextSniffer {
    private static final int SHARE = 20;

    private TextSniffer() {}

    /** Whether more than a twentieth are control characters that no text has, or hardly anything but NUL is there. */
    static boolean isBinary(byte[] bytes, int from, int to) {
        int control = 0;
        int nul = 0;
        for (int i = from; i < to; i++) {
            int b = bytes[i];
            if (b == 0) {
                nul++;
            } else if (b > 0 && b < ' ' && !isTextControl(b)) {
                control++;
            }
        }
        int size = to - from - nul;
        return control * SHARE > size || (nul > 0 && size * SHARE < nul);
    }

    private static boolean isTextControl(int b) {
        return (b >= '\b' && b <= '\r') || b == 0x1B;
    }
}

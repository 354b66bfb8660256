package org.sockmortem.report.page;

/**
 * The characters that no report lets through as they are: controls, which a terminal obeys, and marks that nobody sees or that turn the
 * direction of text. A list and no Unicode category, for categories grow with the JDK, and the same log must give the same report on each.
 */
public final class Steering {
    private Steering() {}

    /** Whether a character of the Basic Multilingual Plane steers. Halves of surrogate pairs are not among them. */
    public static boolean steers(int c) {
        return isControl(c) || turnsDirection(c) || isUnseen(c);
    }

    /** C0, DEL and C1. */
    private static boolean isControl(int c) {
        return c < 0x20 || (c >= 0x7f && c <= 0x9f);
    }

    /** Marks, embeddings, overrides and isolates of UAX #9; the line and paragraph separators stand between them. */
    private static boolean turnsDirection(int c) {
        return c == 0x061c
                || c == 0x200e
                || c == 0x200f
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x206f);
    }

    /** Blanks without a width, joiners, the soft hyphen, the byte order mark and the anchors of annotations. */
    private static boolean isUnseen(int c) {
        return c == 0x00ad
                || c == 0x180e
                || (c >= 0x200b && c <= 0x200d)
                || (c >= 0x2060 && c <= 0x2064)
                || c == 0xfeff
                || (c >= 0xfff9 && c <= 0xfffb);
    }
}

package org.sockmortem.report;

/**
 * How a report is to look. Formats ignore what does not concern them.
 *
 * @param colour whether the text may hold colours; nothing is told by colour alone
 * @param width columns of the terminal, 0 where unknown
 * @param summary whether fifteen lines have to do
 */
public record ReportOptions(boolean colour, int width, boolean summary) {
    /** Columns where nobody tells. */
    public static final int USUAL_WIDTH = 80;

    /** Below this, wrapping makes a page worse. */
    private static final int NARROWEST = 40;

    /** No colours, eighty columns, the whole report. */
    public static final ReportOptions PLAIN = new ReportOptions(false, USUAL_WIDTH, false);

    /** Puts the usual width in place of an unknown one. */
    public ReportOptions {
        width = width <= 0 ? USUAL_WIDTH : Math.max(width, NARROWEST);
    }
}

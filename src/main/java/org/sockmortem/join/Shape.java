package org.sockmortem.join;

import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelEvent;

/**
 * An event and its text without the part that varies from line to line, so that a flood of lines which differ in a number or an address
 * is one shape and many short variations.
 *
 * @param event with the varying part taken out
 * @param before the text before it, or the whole text where nothing varies
 * @param after the text after it
 * @param variety what kind of part varies
 */
record Shape(KernelEvent event, String before, String after, Variety variety) {
    /** Whether its events say nothing of clocks and boots, so that the stamp alone places them. */
    boolean isPlain() {
        return isPlain(event);
    }

    /** The same of an event. */
    static boolean isPlain(KernelEvent event) {
        return event instanceof KernelEvent.SignalLine
                || event instanceof KernelEvent.SuppressionNote
                || event instanceof KernelEvent.OtherLimited;
    }

    /** What varies. */
    enum Variety {
        /** Nothing. */
        NONE,
        /** A number: how many callbacks were suppressed, how often a line came again. */
        NUMBER,
        /** A word or more: a port, an address, a process. */
        DETAIL
    }

    /** An event taken apart. */
    record Parts(Shape shape, long number, String detail) {
        /** The parts of an event; {@link #event()} and {@link #text()} give back what went in. */
        static Parts of(KernelEvent event, String text) {
            if (event instanceof KernelEvent.SuppressionNote note) {
                return number(new KernelEvent.SuppressionNote(note.function(), 0), text, note.callbacks());
            }
            if (event instanceof KernelEvent.RepetitionNote note) {
                return number(new KernelEvent.RepetitionNote(0, note.repeated()), text, note.times());
            }
            if (event instanceof KernelEvent.SignalLine line && line.detail() != null) {
                return detail(new KernelEvent.SignalLine(line.wording(), null), event, text, line.detail());
            }
            if (event instanceof KernelEvent.ContextLine line && line.detail() != null) {
                return detail(
                        new KernelEvent.ContextLine(line.signal(), line.step(), null), event, text, line.detail());
            }
            // another user's line counts as a call and is never cited
            return fixed(event, event instanceof KernelEvent.OtherLimited ? "" : text);
        }

        private static Parts fixed(KernelEvent event, String text) {
            return new Parts(new Shape(event, text, "", Variety.NONE), 0, "");
        }

        private static Parts number(KernelEvent event, String text, long number) {
            String digits = Long.toString(number);
            int at = text.indexOf(digits);
            return at < 0
                    ? fixed(restored(event, number, null), text)
                    : new Parts(
                            new Shape(
                                    event, text.substring(0, at), text.substring(at + digits.length()), Variety.NUMBER),
                            number,
                            "");
        }

        /** The parts of a note, if only the number of these is another; else {@code null}. */
        @Nullable
        Parts withNumber(KernelEvent.SuppressionNote note, String text) {
            String digits = Long.toString(note.callbacks());
            boolean like = shape.variety == Variety.NUMBER
                    && shape.event instanceof KernelEvent.SuppressionNote own
                    && own.function().equals(note.function())
                    && text.length() == shape.before.length() + digits.length() + shape.after.length()
                    && text.startsWith(shape.before)
                    && text.startsWith(digits, shape.before.length())
                    && text.endsWith(shape.after);
            return like ? new Parts(shape, note.callbacks(), "") : null;
        }

        private static Parts detail(KernelEvent bare, KernelEvent event, String text, String detail) {
            int at = text.indexOf(detail);
            return at < 0
                    ? fixed(event, text)
                    : new Parts(
                            new Shape(
                                    bare, text.substring(0, at), text.substring(at + detail.length()), Variety.DETAIL),
                            0,
                            detail);
        }

        /** The event as it was. */
        KernelEvent event() {
            return switch (shape.variety) {
                case NONE -> shape.event;
                case NUMBER -> restored(shape.event, number, null);
                case DETAIL -> restored(shape.event, 0, detail);
            };
        }

        /** The text as it was. */
        String text() {
            return switch (shape.variety) {
                case NONE -> shape.before;
                case NUMBER -> shape.before + number + shape.after;
                case DETAIL -> shape.before + detail + shape.after;
            };
        }

        private static KernelEvent restored(KernelEvent bare, long number, @Nullable String detail) {
            if (bare instanceof KernelEvent.SuppressionNote note) {
                return new KernelEvent.SuppressionNote(note.function(), number);
            }
            if (bare instanceof KernelEvent.RepetitionNote note) {
                return new KernelEvent.RepetitionNote(number, note.repeated());
            }
            if (bare instanceof KernelEvent.SignalLine line) {
                return new KernelEvent.SignalLine(line.wording(), detail);
            }
            if (bare instanceof KernelEvent.ContextLine line) {
                return new KernelEvent.ContextLine(line.signal(), line.step(), detail);
            }
            return bare;
        }
    }
}

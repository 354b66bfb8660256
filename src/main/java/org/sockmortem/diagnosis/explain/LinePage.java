package org.sockmortem.diagnosis.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sockmortem.diagnosis.catalogue.Quantity;
import org.sockmortem.diagnosis.catalogue.SentenceBook;
import org.sockmortem.diagnosis.explain.Page.Section;
import org.sockmortem.event.KernelEvent;

/** What one line of a log says, and then the page of what it is about. */
final class LinePage {
    private static final SentenceBook SENTENCES = SentenceBook.of(LinePage.class);
    private static final String WINDOWS = "___ratelimit(), lib/ratelimit.c, 2.6.26 to 7.1";
    private static final String BUCKET = "__printk_ratelimit(), kernel/printk.c, 2.6.18 to 2.6.25";

    /** By these names token buckets sign, 2.2 to 2.6.25. */
    private static final Set<String> BUCKETS = Set.of("printk", "NET");

    private final List<Section> sections = new ArrayList<>();

    private LinePage() {}

    /** The page by whose name a line of this kind is explained. */
    static String topicOf(KernelEvent event) {
        if (event instanceof KernelEvent.SignalLine line) {
            return line.signal().id();
        } else if (event instanceof KernelEvent.ContextLine line) {
            return line.signal().id();
        } else if (event instanceof KernelEvent.SuppressionNote) {
            return "suppressed";
        } else if (event instanceof KernelEvent.RepetitionNote) {
            return "repeated";
        } else if (event instanceof KernelEvent.LossNote || event instanceof KernelEvent.ReplayNote) {
            return "lost-lines";
        } else if (event instanceof KernelEvent.EstablishedHash) {
            return "hash-table";
        } else if (event instanceof KernelEvent.BootMemory) {
            return "machine-memory";
        } else if (event instanceof KernelEvent.OtherLimited) {
            return "rate-limited";
        }
        return "boot";
    }

    /** The topic's page, and before it what this very line says. */
    static Page of(KernelEvent event, Page topic) {
        LinePage page = new LinePage();
        page.say(event, topic.sections().get(0).sources());
        if (!(event instanceof KernelEvent.SuppressionNote note)) {
            page.sections.addAll(topic.sections());
        } else if (!BUCKETS.contains(note.function())) {
            // The topic's other sections say in general what was said of this note; the last is about windows.
            page.sections.add(topic.sections().get(topic.sections().size() - 1));
        }
        return new Page(topic.topic(), page.sections, topic.see());
    }

    private void say(KernelEvent event, List<String> sources) {
        if (event instanceof KernelEvent.SuppressionNote note) {
            note(note);
        } else {
            sections.add(new Section(SENTENCES.say("heading.line"), said(event), sources));
        }
    }

    private static String said(KernelEvent event) {
        if (event instanceof KernelEvent.SignalLine line) {
            String detail = line.detail();
            String what = detail == null
                    ? SENTENCES.say("line.signal", line.signal())
                    : SENTENCES.say("line.signal.detail", line.signal(), detail);
            return what + " " + SENTENCES.say("line.age." + line.wording().age().name());
        } else if (event instanceof KernelEvent.ContextLine line) {
            String detail = line.detail();
            return detail == null
                    ? SENTENCES.say("line.context", line.signal())
                    : SENTENCES.say("line.context.detail", line.signal(), detail);
        } else if (event instanceof KernelEvent.RepetitionNote note) {
            KernelEvent repeated = note.repeated();
            return repeated == null
                    ? count("line.repeated", note.times())
                    : count("line.repeated.quoted", note.times(), topicOf(repeated));
        } else if (event instanceof KernelEvent.LossNote note) {
            return note.lost() < 0 ? SENTENCES.say("line.lost.unknown") : count("line.lost", note.lost());
        } else if (event instanceof KernelEvent.ReplayNote) {
            return SENTENCES.say("line.replayed");
        } else if (event instanceof KernelEvent.EstablishedHash table) {
            return SENTENCES.say("line.hash", table.entries(), table.entries() / 2);
        } else if (event instanceof KernelEvent.BootMemory memory) {
            return SENTENCES.say("line.memory", Quantity.bytes(memory.bytes()));
        } else if (event instanceof KernelEvent.OtherLimited other) {
            return SENTENCES.say("line.other", other.what());
        } else if (event instanceof KernelEvent.BootLine boot) {
            return SENTENCES.say("line.boot", boot.release());
        } else if (event instanceof KernelEvent.LogSpan span) {
            return SENTENCES.say("line.span", span.begin());
        }
        return SENTENCES.say(event instanceof KernelEvent.ClockReading ? "line.clock" : "line.boot.mark");
    }

    private static String count(String key, long number, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = number;
        System.arraycopy(more, 0, arguments, 1, more.length);
        return SENTENCES.say(key + (number == 1 ? ".one" : ".many"), arguments);
    }

    private void note(KernelEvent.SuppressionNote note) {
        boolean bucket = BUCKETS.contains(note.function());
        List<String> sources = List.of(bucket ? BUCKET : WINDOWS);
        sections.add(new Section(
                SENTENCES.say("heading.line"), count("line.note", note.callbacks(), note.function()), sources));
        sections.add(new Section(
                SENTENCES.say("heading.line.time"),
                SENTENCES.say(bucket ? "line.note.time.bucket" : "line.note.time"),
                sources));
        String whose = switch (note.function()) {
            case "net_ratelimit", "NET" -> "line.note.whose.net";
            case "__ratelimit" -> "line.note.whose.any";
            case "printk" -> "line.note.whose.shared";
            default -> "line.note.whose.own";
        };
        sections.add(new Section(SENTENCES.say("heading.line.whose"), SENTENCES.say(whose, note.callbacks()), sources));
    }
}

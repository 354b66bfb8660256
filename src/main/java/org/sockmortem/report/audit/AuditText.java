package org.sockmortem.report.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.diagnosis.audit.AuditedSetting;
import org.sockmortem.diagnosis.catalogue.Catalogue;
import org.sockmortem.diagnosis.catalogue.Ruling;
import org.sockmortem.diagnosis.catalogue.SentenceBook;
import org.sockmortem.report.page.Page;
import org.sockmortem.report.page.Phrase;
import org.sockmortem.report.page.TextPage;
import org.sockmortem.report.page.Tone;

/** An audit for a terminal: what does harm first, what is well last, each with where it stands, why, and what to do instead. */
public final class AuditText {
    /** Worst first. */
    private static final List<Ruling> ORDER = List.of(
            Ruling.HARMFUL,
            Ruling.MALFORMED,
            Ruling.RISKY,
            Ruling.REMOVED,
            Ruling.NOT_IN_MAINLINE,
            Ruling.NO_EFFECT,
            Ruling.UNKNOWN,
            Ruling.OK);

    /** The output of sysctl -a has hundreds of settings that the catalogue does not know; JSON has them all. */
    private static final int MOST_STRANGE = 10;

    private static final SentenceBook SENTENCES = SentenceBook.of(AuditText.class);

    private final Page page;

    private AuditText(Page page) {
        this.page = page;
    }

    /**
     * Writes it.
     *
     * @param settings in the order of the texts
     * @param anyKernel whether no kernel was named, so that only what is true of all was said
     * @param width columns of a line
     */
    public static void write(
            List<AuditedSetting> settings, boolean anyKernel, int width, boolean colour, Appendable out)
            throws IOException {
        new AuditText(new TextPage(out, width, colour)).all(settings, anyKernel);
    }

    private void all(List<AuditedSetting> settings, boolean anyKernel) throws IOException {
        page.paragraph(Tone.STRONG, Phrase.plain(summary(settings)));
        if (anyKernel && !settings.isEmpty()) {
            page.paragraph(Tone.PLAIN, Phrase.plain(SENTENCES.say("any-kernel")));
        }
        for (Ruling ruling : ORDER) {
            List<AuditedSetting> ruled = ruled(settings, ruling);
            if (!ruled.isEmpty()) {
                page.heading(2, tone(ruling), Phrase.plain(SENTENCES.say("heading." + ruling.id(), ruling.id())));
                group(ruled);
            }
        }
    }

    private static String summary(List<AuditedSetting> settings) {
        if (settings.isEmpty()) {
            return SENTENCES.say("nothing");
        }
        List<String> counts = new ArrayList<>();
        for (Ruling ruling : ORDER) {
            int count = ruled(settings, ruling).size();
            if (count > 0) {
                counts.add(SENTENCES.say("count", count, ruling.id()));
            }
        }
        String key = settings.size() == 1 ? "summary.one" : "summary.many";
        return SENTENCES.say(key, settings.size(), String.join(", ", counts));
    }

    private static List<AuditedSetting> ruled(List<AuditedSetting> settings, Ruling ruling) {
        return settings.stream().filter(s -> s.verdict() == ruling).toList();
    }

    private void group(List<AuditedSetting> ruled) throws IOException {
        List<AuditedSetting> strange =
                ruled.stream().filter(AuditText::isStrange).toList();
        for (AuditedSetting setting : ruled) {
            if (!isStrange(setting)) {
                page.label(head(setting));
                page.item(Tone.PLAIN, Phrase.plain(setting.why()));
                @Nullable String instead = setting.instead();
                if (instead != null) {
                    page.item(Tone.PLAIN, Phrase.plain(SENTENCES.say("instead", instead)));
                }
            }
        }
        if (!strange.isEmpty()) {
            page.label(Phrase.plain(SENTENCES.say("strange")));
            strange(strange);
        }
    }

    /** Whether the catalogue has nothing to say of it, so that there is no why. */
    private static boolean isStrange(AuditedSetting setting) {
        return setting.verdict() == Ruling.UNKNOWN
                && Catalogue.find(setting.sysctl()).isEmpty();
    }

    private void strange(List<AuditedSetting> settings) throws IOException {
        for (AuditedSetting setting : settings.subList(0, Math.min(settings.size(), MOST_STRANGE))) {
            page.item(Tone.QUIET, head(setting));
        }
        int more = settings.size() - MOST_STRANGE;
        if (more > 0) {
            page.item(Tone.QUIET, Phrase.plain(SENTENCES.say(more == 1 ? "more.one" : "more.many", more)));
        }
    }

    private static Phrase head(AuditedSetting setting) {
        String where = setting.path() + ":" + setting.line();
        return Phrase.plain(
                setting.value().isEmpty()
                        ? SENTENCES.say("head.no-value", setting.sysctl(), where)
                        : SENTENCES.say("head", setting.sysctl(), setting.value(), where));
    }

    private static Tone tone(Ruling ruling) {
        return switch (ruling) {
            case HARMFUL, MALFORMED -> Tone.CRITICAL;
            case RISKY, REMOVED, NOT_IN_MAINLINE -> Tone.WARNING;
            case NO_EFFECT, UNKNOWN, OK -> Tone.STRONG;
        };
    }
}

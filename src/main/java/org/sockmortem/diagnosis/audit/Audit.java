package org.sockmortem.diagnosis.audit;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockmortem.diagnosis.catalogue.Catalogue;
import org.sockmortem.diagnosis.catalogue.Judgement;
import org.sockmortem.diagnosis.catalogue.Machine;
import org.sockmortem.diagnosis.catalogue.Ruling;
import org.sockmortem.diagnosis.catalogue.SentenceBook;
import org.sockmortem.diagnosis.catalogue.Sysctl;
import org.sockmortem.diagnosis.catalogue.Value;
import org.sockmortem.event.KernelRelease;
import org.sockmortem.snapshot.Reading;

/** Judges every setting of a text, one by one, by the catalogue. */
public final class Audit {
    private static final SentenceBook SENTENCES = SentenceBook.of(Audit.class);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,19}");
    private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9a-fA-F]{1,15}");

    private Audit() {}

    /**
     * Judges a sysctl file, the output of {@code sysctl -a}, or any text with settings in it.
     *
     * @param path how the text is cited
     * @param release the kernel that is to take them, or {@code null}: then only what is true of all kernels is said
     * @param memory the machine's, in bytes, or {@code null}
     * @return in the order of the text; empty where it holds no setting
     * @throws IOException where the stream itself breaks off
     */
    public static List<AuditedSetting> of(
            InputStream in, String path, @Nullable KernelRelease release, @Nullable Long memory) throws IOException {
        Machine machine = Machine.of(release, memory);
        List<AuditedSetting> audited = new ArrayList<>();
        for (Reading reading : AdviceReader.read(in, path)) {
            audited.add(judge(reading, machine));
        }
        return List.copyOf(audited);
    }

    /** Judges one captured value. */
    public static AuditedSetting judge(Reading reading, Machine machine) {
        Optional<Sysctl> known = Catalogue.find(reading.name());
        String value = reading.value();
        if (value == null) {
            return ruled(reading, reading.name(), Ruling.UNKNOWN, SENTENCES.say("unreadable"), null);
        }
        if (known.isEmpty()) {
            return ruled(reading, reading.name(), Ruling.UNKNOWN, SENTENCES.say("unknown"), null);
        }
        Sysctl sysctl = known.get();
        // An alias such as net.core.wmem_max keeps its own name; a bare tcp_mem is spelled out.
        String name = reading.name().contains(".") ? reading.name() : sysctl.name();
        KernelRelease release = machine.release();
        if (release != null && !sysctl.exists().contains(release)) {
            String why = SENTENCES.say("removed", release, sysctl.exists().inWords());
            return ruled(reading, name, Ruling.REMOVED, why, SENTENCES.say("removed.instead"));
        }
        List<String> words = value.isEmpty() ? List.of() : List.of(value.split(" ", -1));
        Optional<List<Long>> numbers = numbers(words);
        if (sysctl.numbers() > 0 && (numbers.isEmpty() || words.size() != sysctl.numbers())) {
            String why = SENTENCES.say(
                    sysctl.numbers() == 1 ? "malformed.one" : "malformed.many", sysctl.numbers(), sysctl.unit());
            return ruled(reading, name, Ruling.MALFORMED, why, SENTENCES.say("malformed.instead"));
        }
        return byCatalogue(reading, name, new Value(sysctl, value, numbers.orElse(List.of()), machine));
    }

    private static AuditedSetting byCatalogue(Reading reading, String name, Value value) {
        for (Judgement judgement : value.sysctl().judgements()) {
            if (judgement.applies(value)) {
                String instead = judgement.instead();
                return ruled(
                        reading,
                        name,
                        judgement.ruling(),
                        value.fill(judgement.why()),
                        instead == null ? null : value.fill(instead));
            }
        }
        throw new IllegalStateException(value.sysctl().name() + " has no last judgement");
    }

    /** The words as numbers; empty where one is none, or is larger than the kernel's longest. */
    private static Optional<List<Long>> numbers(List<String> words) {
        List<Long> numbers = new ArrayList<>();
        for (String word : words) {
            if (HEXADECIMAL.matcher(word).matches()) {
                // proc_get_long() in kernel/sysctl.c leaves the base to the number
                numbers.add(Long.parseLong(word.substring(2), 16));
                continue;
            }
            if (!NUMBER.matcher(word).matches() || (word.length() == 19 && word.compareTo("9223372036854775807") > 0)) {
                return Optional.empty();
            }
            numbers.add(Long.parseLong(word));
        }
        return Optional.of(numbers);
    }

    private static AuditedSetting ruled(
            Reading reading, String name, Ruling ruling, String why, @Nullable String instead) {
        String value = reading.value();
        return new AuditedSetting(
                reading.path(), reading.line(), name, value == null ? "" : value, ruling, why, instead);
    }
}

package org.sockmortem.postmortem;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a crash's dump a file of the firmware's store is. The first has the newest lines (pstore_dump(), fs/pstore/platform.c), and
 * its file's name comes first, too.
 *
 * @param dump what names the dump within its folder
 * @param number of the part, from 1
 */
record CrashPart(String dump, long number) {
    private static final Pattern HEAD = Pattern.compile(
            "(?:====[0-9.]{1,24}(?:-[CD])?\\r?\\n)?([A-Z][A-Za-z]{1,12}#[0-9]{1,9}) Part([0-9]{1,9})\\r?\\n");

    /** EFI's names are the second of the crash, two digits for the part and three for a count (efi-pstore.c). */
    private static final Pattern EFI = Pattern.compile("(?:.*/)?dmesg-efi-([0-9]{6,15})[0-9]{5}(?:[.][a-z]+)*");

    private static final int LONGEST = 80;

    /** The part that begins so, or {@code null} where it is none. */
    static @Nullable CrashPart of(byte[] start, String name) {
        String text = new String(start, 0, Math.min(LONGEST, start.length), StandardCharsets.ISO_8859_1);
        Matcher head = HEAD.matcher(text);
        if (!head.lookingAt()) {
            return null;
        }
        Matcher efi = EFI.matcher(name);
        String folder = name.substring(0, name.lastIndexOf('/') + 1);
        String second = efi.matches() ? efi.group(1) + "/" : "";
        return new CrashPart(folder + second + head.group(1), Long.parseLong(head.group(2)));
    }

    /** Puts the parts of each dump into their order, the oldest lines first; everything else stays where it is. */
    static void sort(List<LogOutcome> outcomes) {
        Map<String, List<Integer>> places = new TreeMap<>();
        for (int i = 0; i < outcomes.size(); i++) {
            CrashPart part = outcomes.get(i).part();
            if (part != null) {
                places.computeIfAbsent(part.dump, d -> new ArrayList<>()).add(i);
            }
        }
        for (List<Integer> of : places.values()) {
            List<LogOutcome> parts =
                    new ArrayList<>(of.stream().map(outcomes::get).toList());
            parts.sort(Comparator.comparingLong(CrashPart::numberOf).reversed());
            for (int i = 0; i < parts.size(); i++) {
                outcomes.set(of.get(i), parts.get(i));
            }
        }
    }

    private static long numberOf(LogOutcome outcome) {
        CrashPart part = outcome.part();
        return part == null ? 0 : part.number;
    }
}

package org.sockmortem.diagnosis.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a {@link Sysctl} of the blocks of its file. */
final class SysctlFile {
    private static final Set<String> HEADER = Set.of("sysctl", "also", "unit", "scope", "numbers", "exists");
    private static final Set<String> CLAIMS = Set.of("meaning", "raise", "lower", "price", "not", "note");
    private static final Pattern JUDGE = Pattern.compile("(\\S+)(?: on (\\S+))?(?: when (.+))?");

    private final Map<String, String> header = new HashMap<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Default> defaults = new ArrayList<>();
    private final List<Judgement> judgements = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();

    private SysctlFile() {}

    static Sysctl read(String resource) {
        SysctlFile file = new SysctlFile();
        for (Block block : Blocks.of(SysctlFile.class, resource)) {
            try {
                file.take(block);
            } catch (RuntimeException e) {
                throw new IllegalArgumentException(resource + ":" + block.line(), e);
            }
        }
        return file.sysctl();
    }

    private void take(Block block) {
        if (HEADER.contains(block.key())) {
            header.put(block.key(), block.argument());
        } else if (CLAIMS.contains(block.key())) {
            claims.add(new Claim(block.key(), block.text(), block.sources()));
        } else if (block.key().equals("default")) {
            defaults.add(new Default(KernelRange.parse(block.argument()), new Formula(block.text()), block.sources()));
        } else if (block.key().equals("judge")) {
            judgements.add(judgement(block));
        } else if (block.key().equals("example")) {
            examples.add(Example.parse(block.argument()));
        } else {
            throw new IllegalArgumentException("no such key: " + block.key());
        }
    }

    private static Judgement judgement(Block block) {
        Matcher m = JUDGE.matcher(block.argument());
        if (!m.matches()) {
            throw new IllegalArgumentException("not a judgement: " + block.argument());
        }
        return new Judgement(
                Ruling.ofId(m.group(1)).orElseThrow(),
                m.group(2) == null ? KernelRange.ANY : KernelRange.parse(m.group(2)),
                m.group(3) == null ? List.of() : Condition.all(m.group(3)),
                block.text(),
                block.instead(),
                block.sources());
    }

    private Sysctl sysctl() {
        return new Sysctl(
                required("sysctl"),
                header.containsKey("also") ? Arrays.asList(required("also").split("\\s+")) : List.of(),
                required("unit"),
                required("scope"),
                Integer.parseInt(required("numbers")),
                KernelRange.parse(header.getOrDefault("exists", "any")),
                claims,
                defaults,
                judgements,
                examples);
    }

    private String required(String key) {
        String value = header.get(key);
        if (value == null) {
            throw new IllegalArgumentException(header.get("sysctl") + " has no " + key);
        }
        return value;
    }
}

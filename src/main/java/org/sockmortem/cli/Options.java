package org.sockmortem.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options as the commands describe them: in code, since what picocli reads out of annotations it reads by reflection, which took a fifth
 * of the time of a short run.
 */
final class Options {
    private Options() {}

    /**
     * Begins an option of one value.
     *
     * @param label what stands for the value in the help
     * @param word reads the value
     */
    static <T> OptionSpec.Builder of(String name, String label, Class<T> type, ITypeConverter<T> word) {
        return OptionSpec.builder(name).paramLabel(label).type(type).converters(word);
    }

    /** A flag that is off unless it is said. */
    static OptionSpec flag(String description, String... names) {
        return OptionSpec.builder(names)
                .type(boolean.class)
                .initialValue(false)
                .description(description)
                .build();
    }

    /** Gives a command the options that all have, the last ones in its help. */
    static void addStandardOptions(CommandSpec spec) {
        spec.versionProvider(new Version())
                .addOption(OptionSpec.builder("-h", "--help")
                        .type(boolean.class)
                        .usageHelp(true)
                        .description("Show this help message and exit.")
                        .build())
                .addOption(OptionSpec.builder("-V", "--version")
                        .type(boolean.class)
                        .versionHelp(true)
                        .description("Print version information and exit.")
                        .build());
    }
}

package org.sockmortem.cli;

import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelRelease;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What kernels decide by, where the input does not tell it: the same words for all commands. */
final class MachineOptions {
    private final OptionSpec kernel = Options.of("--kernel", "RELEASE", KernelRelease.class, new Words.KernelWord())
            .description("The kernel in question, such as 6.1.0 or 3.10.0-1062.el7.")
            .build();

    private final OptionSpec memory = Options.of("--memory", "SIZE", Long.class, new Words.SizeWord())
            .description("The machine's memory, such as 16GiB.")
            .build();

    /** Makes them options of that command. */
    void addTo(CommandSpec spec) {
        spec.addOption(kernel).addOption(memory);
    }

    /** The kernel's release, or {@code null}. */
    @Nullable
    KernelRelease kernel() {
        return kernel.getValue();
    }

    /** The memory in bytes, or {@code null}. */
    @Nullable
    Long memory() {
        return memory.getValue();
    }
}

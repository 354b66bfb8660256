package org.sockmortem.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sockmortem.diagnosis.Severity;
import org.sockmortem.diagnosis.audit.Audit;
import org.sockmortem.diagnosis.audit.AuditedSetting;
import org.sockmortem.diagnosis.catalogue.Ruling;
import org.sockmortem.report.audit.AuditJson;
import org.sockmortem.report.audit.AuditText;
import org.sockmortem.source.ProblemText;
import org.sockmortem.source.Skipped;
import org.sockmortem.source.Source;
import org.sockmortem.source.SourceVisitor;
import org.sockmortem.source.Sources;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sockmortem audit}: settings against what the kernel does with them. */
@Command(
        name = "audit",
        description =
                "Holds sysctl settings against what the kernel does with them: sysctl.conf, files of sysctl.d, the output of"
                        + " 'sysctl -a', or a how-to that somebody pasted.",
        mixinStandardHelpOptions = true,
        addMethodSubcommands = false,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done, whatever was found",
            "1:--fail-on met",
            "2:wrong usage, or no FILE could be opened",
            "3:done, but some FILE was missing or unreadable",
            "70:a bug in sockmortem"
        },
        footerHeading = "%n",
        footer = {
            "Before pasting a how-to:  sockmortem audit --kernel 6.1 --memory 16GiB how-to",
            "What this host has now:   sysctl -a | sockmortem audit --kernel $(uname -r)",
            "",
            "For --fail-on, harmful and malformed settings are critical; risky, removed and",
            "not-in-mainline ones are warnings; those without effect are info; unknown and",
            "ok ones never count."
        })
final class AuditCommand implements Callable<Integer> {
    @Mixin
    private Invoked invoked = new Invoked();

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files and folders; - is standard input.")
    private List<String> files = new ArrayList<>();

    @Mixin
    private MachineOptions machine = new MachineOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = AuditFormat.Word.class,
            defaultValue = "text",
            description = "text or json (${DEFAULT-VALUE}).")
    private AuditFormat format = AuditFormat.TEXT;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            converter = Words.SeverityWord.class,
            description = "Exit with 1 if a setting is that bad (info, warning, critical) or worse.")
    private @Nullable Severity failOn;

    /** How an audit looks. */
    enum AuditFormat {
        TEXT,
        JSON;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The name on the command line. */
        static final class Word implements ITypeConverter<AuditFormat> {
            @Override
            public AuditFormat convert(String word) {
                return Words.choice(word, values(), AuditFormat::id);
            }
        }
    }

    @Override
    public Integer call() throws IOException {
        Streams streams = invoked.streams();
        invoked.checkPaths(files, "FILE");
        Sources sources = Sources.under(files.isEmpty() ? List.of(Source.STANDARD_INPUT) : files, streams.in());
        List<Skipped> unread = new ArrayList<>();
        List<AuditedSetting> settings = new ArrayList<>();
        int read = read(sources, settings, unread);
        new Notices(streams.err()).skipped(unread);
        if (read == 0 && (sources.opened() == 0 || !unread.isEmpty())) {
            return ExitStatus.USAGE;
        }
        ProsePrinter.print(streams, out -> write(settings, streams, out));
        return exitCode(settings, unread);
    }

    /** How many could be read to their end. */
    private int read(Sources sources, List<AuditedSetting> settings, List<Skipped> unread) {
        List<String> read = new ArrayList<>();
        sources.visit(new SourceVisitor() {
            @Override
            public void source(Source source) {
                String problem;
                try (InputStream in = source.opener().open()) {
                    settings.addAll(Audit.of(in, source.path(), machine.kernel(), machine.memory()));
                    problem = source.damage().problem();
                } catch (IOException e) {
                    problem = ProblemText.of(e);
                }
                if (problem == null) {
                    read.add(source.path());
                } else {
                    unread.add(new Skipped(source.path(), problem));
                }
            }

            @Override
            public void skipped(Skipped what) {
                unread.add(what);
            }
        });
        return read.size();
    }

    private void write(List<AuditedSetting> settings, Streams streams, Writer out) throws IOException {
        if (format == AuditFormat.JSON) {
            AuditJson.write(settings, out);
        } else {
            AuditText.write(
                    settings, machine.kernel() == null, ProsePrinter.width(streams), Colour.AUTO.on(streams), out);
        }
    }

    private int exitCode(List<AuditedSetting> settings, List<Skipped> unread) {
        Severity least = failOn;
        if (least != null && settings.stream().anyMatch(s -> meets(s.verdict(), least))) {
            return ExitStatus.FAIL_ON_MET;
        }
        return unread.isEmpty() ? ExitStatus.DONE : ExitStatus.PARTIAL;
    }

    private static boolean meets(Ruling ruling, Severity least) {
        Severity severity = severity(ruling);
        return severity != null && severity.compareTo(least) >= 0;
    }

    /** How bad a ruling is for {@code --fail-on}; {@code null} where it never counts. */
    private static @Nullable Severity severity(Ruling ruling) {
        return switch (ruling) {
            case HARMFUL, MALFORMED -> Severity.CRITICAL;
            case RISKY, REMOVED, NOT_IN_MAINLINE -> Severity.WARNING;
            case NO_EFFECT -> Severity.INFO;
            case UNKNOWN, OK -> null;
        };
    }
}

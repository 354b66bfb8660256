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
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code sockmortem audit}: settings against what the kernel does with them. */
final class AuditCommand implements Callable<Integer> {
    private final Invoked invoked;
    private final MachineOptions machine = new MachineOptions();

    private final OptionSpec format = Options.of("--format", "FORMAT", AuditFormat.class, new AuditFormat.Word())
            .defaultValue("text")
            .description("text or json (${DEFAULT-VALUE}).")
            .build();

    private final OptionSpec failOn = Options.of("--fail-on", "SEVERITY", Severity.class, new Words.SeverityWord())
            .description("Exit with 1 if a setting is that bad (info, warning, critical) or worse.")
            .build();

    private AuditCommand(Streams streams) {
        invoked = Invoked.of(streams, "audit", this, "FILE", "Files and folders; - is standard input.");
        CommandSpec spec = invoked.spec();
        invoked.describe(
                        "Holds sysctl settings against what the kernel does with them: sysctl.conf, files of sysctl.d, the output"
                                + " of 'sysctl -a', or a how-to that somebody pasted.",
                        "0:done, whatever was found",
                        "1:--fail-on met",
                        "2:wrong usage, or no FILE could be opened",
                        "3:done, but some FILE was missing or unreadable",
                        "70:a bug in sockmortem")
                .footerHeading("%n")
                .footer(
                        "Before pasting a how-to:  sockmortem audit --kernel 6.1 --memory 16GiB how-to",
                        "What this host has now:   sysctl -a | sockmortem audit --kernel $(uname -r)",
                        "",
                        "For --fail-on, harmful and malformed settings are critical; risky, removed and",
                        "not-in-mainline ones are warnings; those without effect are info; unknown and",
                        "ok ones never count.");
        machine.addTo(spec);
        spec.addOption(format).addOption(failOn);
    }

    /** The command and what it understands. */
    static CommandSpec of(Streams streams) {
        return new AuditCommand(streams).invoked.spec();
    }

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
        invoked.checkPaths();
        List<String> files = invoked.said();
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
        if (format.getValue() == AuditFormat.JSON) {
            AuditJson.write(settings, out);
        } else {
            AuditText.write(
                    settings, machine.kernel() == null, ProsePrinter.width(streams), Colour.AUTO.on(streams), out);
        }
    }

    private int exitCode(List<AuditedSetting> settings, List<Skipped> unread) {
        @Nullable Severity least = failOn.getValue();
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

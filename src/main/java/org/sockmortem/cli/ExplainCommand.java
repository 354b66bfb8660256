package org.sockmortem.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockmortem.diagnosis.explain.Explain;
import org.sockmortem.diagnosis.explain.Page;
import org.sockmortem.diagnosis.explain.Topic;
import org.sockmortem.parse.LineParser;
import org.sockmortem.parse.Parsed;
import org.sockmortem.report.explain.ExplainJson;
import org.sockmortem.report.explain.ExplainPage;
import org.sockmortem.report.page.MarkdownPage;
import org.sockmortem.report.page.TextPage;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code sockmortem explain}: a signal, a setting, a cause, a word, or a pasted line. */
final class ExplainCommand implements Callable<Integer> {
    /** {@code sysctl -w net.ipv4.tcp_mem="1 2 3"}, or a line of sysctl.conf: what stands before the sign is the name. */
    private static final Pattern SETTING = Pattern.compile("(?:.*[\\s\"'])?([\\w./-]+)\\s*=.*");

    private final Invoked invoked;
    private final MachineOptions machine = new MachineOptions();

    private final OptionSpec format = Options.of("--format", "FORMAT", ExplainFormat.class, new ExplainFormat.Word())
            .defaultValue("text")
            .description("text, markdown or json (${DEFAULT-VALUE}).")
            .build();

    private ExplainCommand(Streams streams) {
        invoked = Invoked.of(
                streams, "explain", this, "NAME", "What to explain; several words are one name or one line.");
        CommandSpec spec = invoked.spec();
        invoked.describe(
                        "Explains a signal, a sysctl, a cause, a word such as 'orphan', or a pasted log line, with its sources;"
                                + " without NAME, lists them.",
                        "0:explained",
                        "2:wrong usage, or nothing is known by that name",
                        "70:a bug in sockmortem")
                .footerHeading("%n")
                .footer(
                        "A setting:      sockmortem explain tcp_max_orphans --kernel 6.1 --memory 16GiB",
                        "A pasted line:  sockmortem explain 'net_ratelimit: 50 callbacks suppressed'");
        // a line of a log may hold -- and words that look like options; they are part of it
        spec.parser().endOfOptionsDelimiter("\0").unmatchedOptionsArePositionalParams(true);
        machine.addTo(spec);
        spec.addOption(format);
    }

    /** The command and what it understands. */
    static CommandSpec of(Streams streams) {
        return new ExplainCommand(streams).invoked.spec();
    }

    /** How an explanation looks. */
    enum ExplainFormat {
        TEXT,
        MARKDOWN,
        JSON;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The name on the command line. */
        static final class Word implements ITypeConverter<ExplainFormat> {
            @Override
            public ExplainFormat convert(String word) {
                return Words.choice(word, values(), ExplainFormat::id);
            }
        }
    }

    @Override
    public Integer call() throws IOException {
        Streams streams = invoked.streams();
        String asked = String.join(" ", invoked.said()).strip();
        if (asked.isEmpty()) {
            ProsePrinter.print(streams, out -> topics(streams, out));
            return ExitStatus.DONE;
        }
        Optional<Page> page = page(asked);
        if (page.isEmpty()) {
            unknown(asked, streams.err(), invoked.spec().qualifiedName());
            return ExitStatus.USAGE;
        }
        ProsePrinter.print(streams, out -> page(page.get(), streams, out));
        return ExitStatus.DONE;
    }

    private Optional<Page> page(String asked) {
        Optional<Page> named = Explain.page(asked, machine.kernel(), machine.memory());
        if (named.isPresent()) {
            return named;
        }
        if (new LineParser().parse(asked) instanceof Parsed.Recognised line) {
            return Optional.of(Explain.line(line.event()));
        }
        Matcher setting = SETTING.matcher(asked);
        return setting.matches()
                ? Explain.page(setting.group(1), machine.kernel(), machine.memory())
                : Optional.empty();
    }

    private static void unknown(String asked, PrintStream err, String command) {
        String complaint = asked.startsWith("-") ? "no option or log line: '" : "nothing is known as '";
        err.println("sockmortem: " + complaint + Harmless.text(asked) + "'");
        List<String> near = NearestNames.of(
                asked, Explain.topics().stream().map(Topic::name).toList());
        if (!near.isEmpty()) {
            err.println("Did you mean: " + String.join(", ", near) + "?");
        }
        err.println("Try '" + command + "' for the list.");
    }

    private void topics(Streams streams, Writer out) throws IOException {
        List<Topic> topics = Explain.topics();
        switch (format.<ExplainFormat>getValue()) {
            case JSON -> ExplainJson.topics(topics, out);
            case MARKDOWN -> ExplainPage.topics(topics, new MarkdownPage(out));
            case TEXT -> ExplainPage.topics(topics, text(streams, out));
        }
    }

    private void page(Page page, Streams streams, Writer out) throws IOException {
        switch (format.<ExplainFormat>getValue()) {
            case JSON -> ExplainJson.page(page, out);
            case MARKDOWN -> ExplainPage.page(page, new MarkdownPage(out));
            case TEXT -> ExplainPage.page(page, text(streams, out));
        }
    }

    private static TextPage text(Streams streams, Writer out) {
        return new TextPage(out, ProsePrinter.width(streams), Colour.AUTO.on(streams));
    }
}

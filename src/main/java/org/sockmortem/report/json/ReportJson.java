package org.sockmortem.report.json;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.sockmortem.postmortem.Coverage;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.postmortem.Report;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** A whole report as one JSON object. */
public final class ReportJson {
    /** Raised by a change that breaks a reader. */
    public static final String SCHEMA_VERSION = "1";

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private ReportJson() {}

    /** Writes it, ends the line, flushes, and leaves the writer open. */
    public static void write(Report report, Writer out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(new Layout(), out)) {
            json.writeStartObject();
            fields(report, new Fields(json));
            json.writeEndObject();
        } catch (JacksonIOException e) {
            // The writer's own exception: a closed pipe must look like one to the caller.
            throw e.getCause();
        }
        out.write('\n');
        out.flush();
    }

    private static void fields(Report report, Fields fields) {
        fields.text("schemaVersion", SCHEMA_VERSION);
        fields.object("generator", () -> {
            fields.text("name", "sockmortem");
            fields.text("version", report.version());
        });
        fields.object("coverage", () -> coverage(report.coverage(), fields));
        fields.objects("hosts", report.hosts(), host -> new HostJson(fields).write(host));
        fields.object("fleet", () -> fleet(report.hosts(), fields));
    }

    private static void coverage(Coverage coverage, Fields fields) {
        fields.number("lines", coverage.lines());
        fields.number("candidates", coverage.candidates());
        fields.number("recognised", coverage.recognised());
        fields.number("unrecognised", coverage.unrecognised());
        fields.objects("inputs", coverage.inputs(), input -> {
            fields.text("path", input.path());
            fields.text("host", input.host());
            fields.text("kind", input.kind());
            fields.text("format", input.format().id());
            fields.text("compression", input.compression());
            fields.number("bytes", input.bytes());
            fields.number("lines", input.lines());
            fields.number("candidates", input.candidates());
            fields.number("recognised", input.recognised());
            fields.number("unrecognised", input.unrecognised());
            fields.moment("first", input.first());
            fields.moment("last", input.last());
            fields.text("problem", input.problem());
            fields.flag("damaged", input.damaged());
        });
    }

    private static void fleet(List<HostReport> hosts, Fields fields) {
        fields.number("hosts", hosts.size());
        fields.number(
                "hostsWithBursts",
                hosts.stream().filter(host -> !host.bursts().isEmpty()).count());
        fields.objects("incidents", List.of(), incident -> {});
    }

    /** Two blanks a level and {@code \n} on every platform, {@code "name": value} as other tools write it. */
    private static final class Layout extends ObjectWriteContext.Base {
        private static final CharacterEscapes ESCAPES = new TerminalSafe();

        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                            .withArrayEmptySeparator("")
                            .withObjectEmptySeparator(""))
                    .withArrayIndenter(indenter)
                    .withObjectIndenter(indenter);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }

        @Override
        public CharacterEscapes getCharacterEscapes() {
            return ESCAPES;
        }
    }
}

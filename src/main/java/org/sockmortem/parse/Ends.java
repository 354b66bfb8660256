package org.sockmortem.parse;

import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.event.Signal;
import org.sockmortem.parse.grammar.KernelLogParser;

/** Lines about programs that end, to events. */
final class Ends {
    /** What systemd stops all day without ending anybody's connections: sessions, and units that are no services. Nobody is named then. */
    private static final Pattern NO_SERVICE = Pattern.compile(
            "(?:User Manager|User Runtime|user-\\d|user@\\d|[Ss]ession|Session|User Slice|target|Target|"
                    + "Cleanup|Daily|Rotate|Create slice|.*\\.(?:target|slice|scope|mount|timer|socket|swap|path|device)\\b).*");

    private Ends() {}

    static @Nullable KernelEvent crash(KernelLogParser.CrashMessageContext crash, String text) {
        return crash instanceof KernelLogParser.SegfaultContext segfault
                ? crash(Messages.span(segfault.who, text), segfault.pid)
                : crash(
                        Messages.span(((KernelLogParser.TrappedContext) crash).who, text),
                        ((KernelLogParser.TrappedContext) crash).pid);
    }

    private static @Nullable KernelEvent crash(String name, Token pid) {
        return Numbers.parse(pid) < 0 ? null : Messages.byProcess(Signal.PROCESS_CRASH, name);
    }

    static @Nullable KernelEvent service(KernelLogParser.ServiceMessageContext said, String text) {
        if (said instanceof KernelLogParser.ServiceEndedContext ended) {
            return stop(ended.unit.getText());
        }
        if (said instanceof KernelLogParser.ServiceRestartContext restart) {
            return stop(restart.unit.getText());
        }
        if (said instanceof KernelLogParser.ProcessDumpedContext dumped) {
            String name = Messages.between(dumped, text, "(", ')');
            return name == null ? null : Messages.byProcess(Signal.PROCESS_CRASH, name);
        }
        String unit = Messages.span(said, text).substring("Stopping".length()).strip();
        String bare = unit.replaceFirst("(?:\\.\\.\\.|\u2026)$", "");
        return stop(bare.isEmpty() || NO_SERVICE.matcher(bare).matches() ? null : bare);
    }

    private static KernelEvent stop(@Nullable String unit) {
        return new KernelEvent.ContextLine(Signal.SERVICE_STOP, 1, unit);
    }
}

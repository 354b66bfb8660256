package org.sockmortem.parse;

import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.event.Wording;
import org.sockmortem.parse.grammar.KernelLogParser;

/** Messages of tables that fill, to events. */
final class TableMessages {
    private TableMessages() {}

    static KernelEvent read(KernelLogParser.TableMessageContext message) {
        return message instanceof KernelLogParser.ConntrackFullContext
                        || message instanceof KernelLogParser.ConntrackFullDoubledContext
                        || message instanceof KernelLogParser.ConntrackFullInNetnsContext
                        || message instanceof KernelLogParser.ConntrackFullIpContext
                        || message instanceof KernelLogParser.ConntrackFull24Context
                        || message instanceof KernelLogParser.ExpectFullContext
                ? conntrack(message)
                : other(message);
    }

    private static KernelEvent conntrack(KernelLogParser.TableMessageContext message) {
        if (message instanceof KernelLogParser.ConntrackFullContext) {
            return line(Wording.CONNTRACK_FULL, null);
        }
        if (message instanceof KernelLogParser.ConntrackFullDoubledContext) {
            return line(Wording.CONNTRACK_FULL_DOUBLED, null);
        }
        if (message instanceof KernelLogParser.ConntrackFullInNetnsContext netns) {
            return line(Wording.CONNTRACK_FULL_DOUBLED, text(netns.netns).replace(",", ""));
        }
        if (message instanceof KernelLogParser.ConntrackFullIpContext) {
            return line(Wording.CONNTRACK_FULL_IP, null);
        }
        if (message instanceof KernelLogParser.ConntrackFull24Context limit) {
            return line(Wording.CONNTRACK_FULL_2_4, text(limit.limit));
        }
        return line(Wording.EXPECT_FULL, null);
    }

    private static KernelEvent other(KernelLogParser.TableMessageContext message) {
        if (message instanceof KernelLogParser.NeighbourOverflowOldContext) {
            return line(Wording.NEIGHBOUR_OVERFLOW_OLD, null);
        }
        if (message instanceof KernelLogParser.NeighbourOverflowContext table) {
            return line(Wording.NEIGHBOUR_OVERFLOW, text(table.table));
        }
        if (message instanceof KernelLogParser.DstCacheOverflowContext) {
            return line(Wording.DST_CACHE_OVERFLOW, null);
        }
        if (message instanceof KernelLogParser.RouteCacheFullContext) {
            return line(Wording.ROUTE_CACHE_FULL, null);
        }
        return line(Wording.FILE_MAX, text(((KernelLogParser.FileMaxContext) message).limit));
    }

    private static String text(Token token) {
        return token.getText();
    }

    private static KernelEvent line(Wording wording, @Nullable String detail) {
        return new KernelEvent.SignalLine(wording, detail);
    }
}

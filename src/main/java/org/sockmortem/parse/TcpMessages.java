package org.sockmortem.parse;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.event.Wording;
import org.sockmortem.parse.grammar.KernelLogParser;

/** TCP's messages to events. */
final class TcpMessages {
    private static final Pattern PLACE = Pattern.compile("(?:[0-9A-Fa-f.:%\\[\\]]+[:/])?[0-9]{1,5}");

    private TcpMessages() {}

    static @Nullable KernelEvent read(KernelLogParser.TcpMessageContext message, String text) {
        Wording plain = plain(message);
        if (plain != null) {
            return new KernelEvent.SignalLine(plain, null);
        }
        if (message instanceof KernelLogParser.OpenRequestDroppedContext dropped) {
            return place(Wording.OPEN_REQUEST_DROPPED, Messages.span(dropped.peer, text));
        }
        return synFlood(message, text);
    }

    private static @Nullable Wording plain(KernelLogParser.TcpMessageContext message) {
        if (message instanceof KernelLogParser.OrphansContext) {
            return Wording.ORPHANS;
        }
        if (message instanceof KernelLogParser.TcpMemoryContext) {
            return Wording.MEMORY;
        }
        if (message instanceof KernelLogParser.OrphansOrMemoryContext) {
            return Wording.ORPHANS_OR_MEMORY;
        }
        if (message instanceof KernelLogParser.OrphansOrMemory24Context) {
            return Wording.ORPHANS_OR_MEMORY_2_4;
        }
        if (message instanceof KernelLogParser.SocketMemoryContext) {
            return Wording.SOCKET_MEMORY;
        }
        if (message instanceof KernelLogParser.TimeWaitOverflowContext) {
            return Wording.TIME_WAIT_OVERFLOW;
        }
        if (message instanceof KernelLogParser.MptcpOrphansContext) {
            return Wording.MPTCP_ORPHANS;
        }
        return message instanceof KernelLogParser.MptcpMemoryContext ? Wording.MPTCP_MEMORY : null;
    }

    private static @Nullable KernelEvent synFlood(KernelLogParser.TcpMessageContext message, String text) {
        if (message instanceof KernelLogParser.SynFloodEachMinuteContext minute) {
            return place(Wording.SYN_FLOOD_EACH_MINUTE, Messages.span(minute.port, text));
        }
        if (message instanceof KernelLogParser.SynFloodAddressContext address) {
            return place(Wording.SYN_FLOOD_ADDRESS, Messages.span(address.port, text));
        }
        if (message instanceof KernelLogParser.SynFloodOnceContext once) {
            return place(Wording.SYN_FLOOD_ONCE, Messages.span(once.port, text));
        }
        KernelLogParser.SynFloodEachCallContext each = (KernelLogParser.SynFloodEachCallContext) message;
        return place(Wording.SYN_FLOOD_EACH_CALL, Messages.span(each.port, text));
    }

    /** A port, or an address and a port; what is neither is no line of the kernel. */
    private static @Nullable KernelEvent place(Wording wording, String said) {
        String place = said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
        if (place.endsWith("]") && place.indexOf('[') < 0) {
            // the bracket of the repetition note around it
            place = place.substring(0, place.length() - 1);
        }
        return PLACE.matcher(place).matches() ? new KernelEvent.SignalLine(wording, place) : null;
    }
}

package org.sockmortem.timeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Boot;
import org.sockmortem.clock.Moment;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.event.KernelRelease;
import org.sockmortem.event.LimiterEra;
import org.sockmortem.event.Signal;
import org.sockmortem.event.Wording;

/**
 * One boot of one host: its limiters, its context, its losses. Events come in the order of the log.
 *
 * <p>Which model applies may show only with the first note, so the first events are held back until it does, up to a bound. Mutable.
 */
final class BootTimeline {
    private static final int HELD_LIMIT = 4_096;
    private static final int LOSS_LIMIT = 1_000;

    /** What a timeline is made with. */
    record Setup(
            long gapMicros, LimiterSettings net, @Nullable KernelRelease told, boolean toldByOption) {}

    private final Setup setup;
    private final Boot boot;
    private final KernelClues clues;
    private final NoteLedger unattributed = new NoteLedger();
    private final ContextLog context = new ContextLog();
    private final List<Loss> losses = new ArrayList<>();
    private final Map<Signal, LimiterTrack> ownTracks = new EnumMap<>(Signal.class);
    private final List<BurstAssembler> assemblers = new ArrayList<>();
    private List<TimedEvent> held = new ArrayList<>();
    private @Nullable LimiterTrack net;
    private @Nullable LimiterTrack dstAlloc;
    private @Nullable SharedNote shared;
    private @Nullable TimedEvent established;
    private @Nullable TimedEvent memory;
    private @Nullable Moment lastTimed;

    /** A note whose name does not say whether it is net_ratelimit()'s; the line after it does. */
    private record SharedNote(TimedEvent event, long callbacks) {}

    BootTimeline(Boot boot, Setup setup) {
        this.boot = boot;
        this.setup = setup;
        this.clues = new KernelClues(setup.told(), setup.toldByOption());
    }

    /**
     * The next event of this boot.
     *
     * @param times how many lines say it at that moment, one after the other, of which the event's is the first
     */
    void accept(TimedEvent event, long times) {
        if (net != null && event.event() instanceof KernelEvent.SignalLine line) {
            clues.see(line);
            route(event, times, net);
            return;
        }
        for (long i = 0; i < times; i++) {
            accept(event.linesOn(i));
        }
    }

    private void accept(TimedEvent event) {
        clues.see(event.event());
        if (net != null) {
            route(event, 1, net);
            return;
        }
        held.add(event);
        if (clues.decided() || held.size() >= HELD_LIMIT) {
            begin();
        }
    }

    private LimiterTrack begin() {
        LimiterTrack track = track(clues.era(), setup.net());
        net = track;
        List<TimedEvent> waiting = held;
        held = List.of();
        waiting.forEach(e -> route(e, 1, track));
        return track;
    }

    private LimiterTrack track(LimiterEra era, LimiterSettings settings) {
        boolean sinceBoot = boot.start() != null;
        long interval = settings.intervalMicros() == 0 ? 1_000_000 : settings.intervalMicros();
        BurstAssembler assembler = new BurstAssembler(setup.gapMicros(), interval, boot.index(), unattributed);
        assemblers.add(assembler);
        RateLimiterModel model = RateLimiterModel.of(era, settings, sinceBoot);
        return new LimiterTrack(model, settings, sinceBoot, assembler, setup.gapMicros());
    }

    /** @param times 1 for what is no line of a signal */
    private void route(TimedEvent event, long times, LimiterTrack track) {
        KernelEvent what = event.event();
        lastTimed = event.at().isTimed() ? event.at() : lastTimed;
        settleShared(event, track);
        if (what instanceof KernelEvent.SignalLine line) {
            context.beside(event.at());
            trackOf(line.wording(), track).lines(event, times, line.signal(), isLatched(line.wording()));
        } else if (what instanceof KernelEvent.ContextLine line) {
            context.add(event, line);
        } else if (what instanceof KernelEvent.SuppressionNote note) {
            note(event, note, 1, track);
        } else if (what instanceof KernelEvent.OtherLimited) {
            track.other(event.at(), 1);
        } else if (what instanceof KernelEvent.RepetitionNote note && note.repeated() != null) {
            repeated(event, note.repeated(), note.times(), track);
        } else if (what instanceof KernelEvent.LossNote note && losses.size() < LOSS_LIMIT) {
            losses.add(loss(event, note));
        } else if (what instanceof KernelEvent.EstablishedHash && established == null) {
            established = event;
        } else if (what instanceof KernelEvent.BootMemory && memory == null) {
            memory = event;
        }
    }

    /** A console's note has no time of its own: it is as late as the line before it, or later. */
    private Loss loss(TimedEvent event, KernelEvent.LossNote note) {
        Moment before = lastTimed;
        return event.at().isTimed() || before == null
                ? new Loss(event.at(), false, note.lost(), note.layer(), event.text(), event.ref())
                : new Loss(before, true, note.lost(), note.layer(), event.text(), event.ref());
    }

    private LimiterTrack trackOf(Wording wording, LimiterTrack track) {
        return switch (wording.limited()) {
            case NET, ONCE_NET -> track;
            case ONCE -> limitsLatchedLines() ? track : own(wording.signal());
            case DST_ALLOC -> dstAlloc();
            case OWN -> own(wording.signal());
        };
    }

    private static boolean isLatched(Wording wording) {
        return wording.limited() == Wording.Limited.ONCE_NET || wording.limited() == Wording.Limited.ONCE;
    }

    /** From 4.19 on, what is said once a socket goes through net_ratelimit() as well. */
    private boolean limitsLatchedLines() {
        KernelRelease release = clues.release();
        return release != null && release.atLeast(4, 19, 0);
    }

    private LimiterTrack own(Signal signal) {
        return ownTracks.computeIfAbsent(signal, s -> track(LimiterEra.UNKNOWN, new LimiterSettings(0, 0)));
    }

    private LimiterTrack dstAlloc() {
        LimiterTrack track = dstAlloc;
        if (track == null) {
            track = track(clues.era(), LimiterSettings.DEFAULT);
            dstAlloc = track;
        }
        return track;
    }

    private void note(TimedEvent event, KernelEvent.SuppressionNote note, long times, LimiterTrack track) {
        long callbacks = Math.multiplyExact(note.callbacks(), times);
        if (note.function().equals("__ratelimit")) {
            shared = new SharedNote(event, callbacks);
        } else if (KernelClues.isNet(note.function())) {
            track.note(event, callbacks);
        } else if (note.function().equals("dst_alloc")) {
            dstAlloc().note(event, callbacks);
        }
    }

    /**
     * From 2.6.26 to 2.6.32 every limiter signs its notes {@code __ratelimit}. The call that prints a note is let through and
     * printed right after it, so a note is net's if a line of net's limiter follows at once.
     */
    private void settleShared(@Nullable TimedEvent next, LimiterTrack track) {
        SharedNote note = shared;
        if (note == null) {
            return;
        }
        shared = null;
        if (next == null || (isNetLine(next.event()) && followsAtOnce(note.event, next))) {
            track.note(note.event, note.callbacks);
        } else {
            track.foreignNote(note.event, note.callbacks);
        }
    }

    private static boolean isNetLine(KernelEvent event) {
        return event instanceof KernelEvent.OtherLimited
                || (event instanceof KernelEvent.SignalLine line
                        && line.wording().limited() == Wording.Limited.NET);
    }

    private static boolean followsAtOnce(TimedEvent note, TimedEvent line) {
        long slack = Math.max(50_000, line.at().plusMinusMicros());
        return line.at().axisMicros() - note.at().axisMicros() <= slack;
    }

    private void repeated(TimedEvent event, KernelEvent what, long times, LimiterTrack track) {
        if (what instanceof KernelEvent.SignalLine line) {
            trackOf(line.wording(), track).repeats(event, line.signal(), times);
        } else if (what instanceof KernelEvent.SuppressionNote note) {
            note(event, note, times, track);
        } else if (what instanceof KernelEvent.OtherLimited) {
            track.other(event.at(), times);
        } else if (what instanceof KernelEvent.ContextLine line && line.step() == 1) {
            context.addRepeats(line.signal(), times);
        }
    }

    /** The boot's last event has been seen. */
    void finish() {
        LimiterTrack track = net == null ? begin() : net;
        settleShared(null, track);
        track.finish();
        ownTracks.values().forEach(LimiterTrack::finish);
        if (dstAlloc != null) {
            dstAlloc.finish();
        }
    }

    /** Its bursts, those of one signal and limiter in order. */
    List<Burst> bursts() {
        return assemblers.stream().flatMap(a -> a.bursts().stream()).toList();
    }

    Boot boot() {
        return boot;
    }

    ContextLog context() {
        return context;
    }

    List<Loss> losses() {
        return losses;
    }

    NoteLedger unattributed() {
        return unattributed;
    }

    /** What the log tells of this boot. */
    BootFacts facts() {
        return new BootFacts(boot, clues.kernel(), number(established), number(memory));
    }

    private static BootFacts.@Nullable Told number(@Nullable TimedEvent line) {
        if (line == null) {
            return null;
        }
        long value = line.event() instanceof KernelEvent.EstablishedHash hash
                ? hash.entries()
                : ((KernelEvent.BootMemory) line.event()).bytes();
        return new BootFacts.Told(value, line.ref());
    }
}

package org.sockmortem.report.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockmortem.report.page.Page;
import org.sockmortem.report.page.Phrase;
import org.sockmortem.report.page.Tone;

/** A page that is kept as a tree of sections, for a template to write. Escapes nothing: the template does. */
public final class HtmlPage implements Page {
    private static final int CHART_COLUMNS = 40;

    private final Anchors anchors;
    private final String prefix;
    private final Open root = new Open(0, Tone.PLAIN, Phrase.NONE, "", false);
    private final List<Open> path = new ArrayList<>(List.of(root));
    private final Set<String> taken = new HashSet<>();
    private @Nullable Phrase label;
    private @Nullable String pending;
    private int headings;

    /**
     * An empty page.
     *
     * @param anchors where the things stand that have an id
     * @param prefix begins the anchors of sections that tell of nothing with an id
     */
    public HtmlPage(Anchors anchors, String prefix) {
        this.anchors = anchors;
        this.prefix = prefix;
    }

    /** A section while it is written. */
    private static final class Open {
        private final int level;
        private final Tone tone;
        private final Phrase title;
        private final String anchor;
        private final boolean ofTimeline;
        private final List<Block> blocks = new ArrayList<>();
        private final List<Open> children = new ArrayList<>();

        Open(int level, Tone tone, Phrase title, String anchor, boolean ofTimeline) {
            this.level = level;
            this.tone = tone;
            this.title = title;
            this.anchor = anchor;
            this.ofTimeline = ofTimeline;
        }

        Section closed() {
            List<Section> inner = children.stream().map(Open::closed).toList();
            return new Section(level, tone, title, anchor, ofTimeline, List.copyOf(blocks), inner);
        }
    }

    /** What was written before the first heading, and the sections. */
    public Section whole() {
        return root.closed();
    }

    @Override
    public void about(String id) {
        String anchor = anchors.of(id);
        if (anchor != null) {
            pending = anchor;
        }
    }

    @Override
    public void heading(int level, Tone tone, Phrase text) {
        while (path.get(path.size() - 1).level >= level) {
            path.remove(path.size() - 1);
        }
        String known = pending;
        pending = null;
        label = null;
        headings++;
        String anchor = known == null || !taken.add(known) ? prefix + "-" + headings : known;
        Open section = new Open(level, tone, text, anchor, known != null);
        path.get(path.size() - 1).children.add(section);
        path.add(section);
    }

    @Override
    public void paragraph(Tone tone, Phrase text) {
        label = null;
        blocks().add(new Block.Paragraph(tone, text));
    }

    @Override
    public void label(Phrase text) {
        label = text;
    }

    @Override
    public void item(Tone tone, Phrase text) {
        listing(false).add(new Block.Item(tone, text, List.of()));
    }

    @Override
    public void step(int number, Phrase text) {
        listing(true).add(new Block.Item(Tone.PLAIN, text, List.of()));
    }

    @Override
    public void commands(List<String> lines) {
        if (!lines.isEmpty()) {
            List<Block.Item> items = listing(true);
            Block.Item step = items.remove(items.size() - 1);
            items.add(new Block.Item(step.tone(), step.text(), List.copyOf(lines)));
        }
    }

    @Override
    public void table(List<Phrase> columns, List<List<Phrase>> rows) {
        label = null;
        List<Block.Row> all = new ArrayList<>();
        for (List<Phrase> cells : rows) {
            String anchor = cells.isEmpty() ? null : anchors.firstIn(cells.get(0));
            all.add(new Block.Row(anchor != null && taken.add(anchor) ? anchor : null, cells));
        }
        blocks().add(new Block.Table(columns, all));
    }

    @Override
    public void brief(Phrase name, int indent, Phrase text, int mostLines) {
        List<Block> blocks = blocks();
        Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
        if (last instanceof Block.Facts facts) {
            facts.facts().add(new Block.Fact(name, text));
        } else {
            blocks.add(new Block.Facts(new ArrayList<>(List.of(new Block.Fact(name, text)))));
        }
    }

    @Override
    public int chartColumns() {
        return CHART_COLUMNS;
    }

    private List<Block> blocks() {
        return path.get(path.size() - 1).blocks;
    }

    /** The list that goes on, or a new one. */
    private List<Block.Item> listing(boolean numbered) {
        List<Block> blocks = blocks();
        Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
        if (label == null && last instanceof Block.Listing listing && listing.numbered() == numbered) {
            return listing.items();
        }
        List<Block.Item> items = new ArrayList<>();
        blocks.add(new Block.Listing(label, numbered, items));
        label = null;
        return items;
    }
}

package org.sockmortem.diagnosis.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sockmortem.diagnosis.catalogue.Block;
import org.sockmortem.diagnosis.catalogue.Blocks;
import org.sockmortem.diagnosis.explain.Page.Section;

/** Reads the pages of a resource, each begun by the word {@code page}. */
final class PageFile {
    private final String kind;
    private final List<Page> pages = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private List<String> see = List.of();
    private String name = "";
    private String title = "";

    private PageFile(String kind) {
        this.kind = kind;
    }

    static List<Page> read(String kind, String resource) {
        PageFile file = new PageFile(kind);
        for (Block block : Blocks.of(PageFile.class, resource)) {
            file.take(block, resource);
        }
        file.close();
        return List.copyOf(file.pages);
    }

    private void take(Block block, String resource) {
        switch (block.key()) {
            case "page" -> {
                close();
                name = block.argument();
            }
            case "title" -> title = block.argument();
            case "section" -> sections.add(new Section(block.argument(), block.text(), block.sources()));
            case "see" -> see = Arrays.asList(block.argument().split(" ", -1));
            default -> throw new IllegalArgumentException(resource + ":" + block.line() + ": no such key");
        }
    }

    private void close() {
        if (!name.isEmpty()) {
            pages.add(new Page(new Topic(kind, name, title), sections, see));
        }
        sections.clear();
        see = List.of();
    }
}

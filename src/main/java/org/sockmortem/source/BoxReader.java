package org.sockmortem.source;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockmortem.source.box.Ahead;
import org.sockmortem.source.box.Archive;
import org.sockmortem.source.box.Budget;
import org.sockmortem.source.box.Compression;
import org.sockmortem.source.box.Limits;
import org.sockmortem.source.box.Member;
import org.sockmortem.source.box.Members;

/** Goes through one file: through compressions and archives, box in box, to what is no box. Mutable, for one file. */
final class BoxReader {
    private static final Pattern SUFFIX = Pattern.compile("(?<=[^/])(?:[.](?:gz|bz2|xz|zst|lz4))+$");

    /** Images of memory in a problem report. */
    private static final Set<String> UNREAD_KEYS = Set.of("CoreDump", "VmCore");

    private final Budget budget;
    private final SourceVisitor visitor;
    private final ReadProgress progress;
    private final @Nullable Ahead threads;
    private String given = "";
    /** How often something was told to be wrong; a box that breaks within a member was told of with that. */
    private int problems;

    /** @param threads decode ahead of the reading; {@code null} where there are none */
    BoxReader(Limits limits, SourceVisitor visitor, ReadProgress progress, @Nullable Ahead threads) {
        this.budget = new Budget(limits);
        this.visitor = visitor;
        this.progress = progress;
        this.threads = threads;
    }

    /**
     * Where the reading stands.
     *
     * @param path as it is cited
     * @param name by which its kind is told
     * @param size in bytes, or -1
     * @param modified when it was written, or {@code null}
     * @param compression around it
     * @param depth how many boxes are around it
     * @param linesBefore lines of the file before this section of it
     * @param file the file itself, where no box is around it, or {@code null}
     */
    record Place(
            String path,
            String name,
            long size,
            @Nullable Instant modified,
            String compression,
            int depth,
            long linesBefore,
            @Nullable Path file) {
        /** The disk's time of a compressed file tells nothing of what is in it; the one that the compression keeps does. */
        Place unpacked(Compression by, @Nullable Instant kept) {
            String chain = compression.equals("none") ? by.id() : compression + "+" + by.id();
            Instant written = kept == null && file == null ? modified : kept;
            return new Place(path, unsuffixed(name), -1, written, chain, depth + 1, 0, null);
        }

        Place member(Member member, String memberName, String kind) {
            return new Place(
                    path + Source.INSIDE + memberName,
                    path + Source.INSIDE + kind,
                    member.size(),
                    member.modified(),
                    compression,
                    depth + 1,
                    0,
                    null);
        }

        /** A part that is packed for itself. */
        Place member(String key) {
            String inside = path + Source.INSIDE + key;
            return new Place(inside, inside, -1, modified, compression, depth + 1, 0, null);
        }

        Place section(Sections.Section section) {
            String label = section.label().isEmpty() ? name : path + Source.INSIDE + MemberName.plain(section.label());
            return new Place(path, label, -1, modified, compression, depth, section.linesBefore(), null);
        }

        Place named(String otherName) {
            return new Place(path, otherName, size, modified, compression, depth, linesBefore, file);
        }

        /** {@code sysctl_-a.gz} is {@code sysctl_-a}. */
        private static String unsuffixed(String name) {
            return SUFFIX.matcher(name).replaceFirst("");
        }
    }

    /** Standard input. */
    void read(InputStream standardInput) {
        look(new Place(Source.STANDARD_INPUT, Source.STANDARD_INPUT, -1, null, "none", 0, 0, null), standardInput);
    }

    /** A file. */
    void read(FoundFile file) {
        given = file.given();
        boolean regular = file.size() >= 0;
        Place place = new Place(
                file.cited(), file.cited(), file.size(), file.modified(), "none", 0, 0, regular ? file.path() : null);
        try (InputStream in = open(file.path())) {
            look(place, in);
        } catch (IOException e) {
            skip(file.cited(), e);
        }
    }

    private InputStream open(Path file) throws IOException {
        return new MeteredStream(new FileInputStream(file.toFile()), progress);
    }

    private void look(Place place, InputStream bytes) {
        HeadStream in = HeadStream.of(bytes, Sections.HEAD);
        Compression compression = Compression.of(in.head());
        Archive archive = compression == null ? Archive.of(in.head()) : null;
        if (compression == null && archive == null) {
            Sections sections = Sections.of(in.head(), in);
            if (sections == null) {
                leaf(place, in);
            } else {
                sections(place, sections);
            }
            return;
        }
        int before = problems;
        try {
            budget.deep(place.depth + 1);
            if (compression == Compression.XZ && place.file != null) {
                xz(place, place.file, in);
            } else if (compression != null) {
                look(place.unpacked(compression, compression.written(in.head())), compression.open(in, budget));
            } else if (archive != null) {
                archive(place, archive, in);
            }
        } catch (IOException e) {
            if (problems == before) {
                skip(place.path, e);
            }
        }
    }

    private void xz(Place place, Path file, InputStream stream) throws IOException {
        try (InputStream blocks = Compression.openXz(file, budget, threads, progress::read)) {
            look(place.unpacked(Compression.XZ, null), blocks == null ? Compression.XZ.open(stream, budget) : blocks);
        }
    }

    private void archive(Place place, Archive archive, InputStream in) throws IOException {
        if (place.file != null && archive != Archive.TAR) {
            try (SeekableByteChannel file = new MeteredChannel(FileChannel.open(place.file), progress)) {
                Members members = archive.open(file, budget);
                if (members != null) {
                    members(place, members);
                    return;
                }
            }
        }
        members(place, archive.open(in, budget));
    }

    private void members(Place box, Members members) throws IOException {
        String last = null;
        int before = problems;
        LinkedNames links = new LinkedNames();
        HeldMembers held = new HeldMembers();
        try (members) {
            for (Member member = members.next(); member != null; member = members.next()) {
                before = problems;
                String name = MemberName.plain(member.name());
                String link = member.link();
                Place place = box.member(member, name, links.nameOf(name));
                last = place.path;
                progress.at(place.path);
                if (link != null) {
                    links.link(name, link);
                } else if (!held.hold(name, place, member)) {
                    look(place, member.data());
                }
            }
        } catch (IOException e) {
            if (problems == before) {
                skip(last == null ? box.path : last, e);
            }
        }
        held.release(links, (name, file) -> look(file.place().named(box.path + Source.INSIDE + name), file.bytes()));
    }

    /** A text of sections, each of which is a source of its own. */
    private void sections(Place text, Sections sections) {
        int before = problems;
        try {
            for (Sections.Section next = sections.next(); next != null; next = sections.next()) {
                Place place = text.section(next);
                if (next.packed() && !UNREAD_KEYS.contains(next.label())) {
                    look(place.member(next.label()), next.body());
                } else if (!next.packed()) {
                    leaf(place, next.body());
                }
            }
        } catch (IOException e) {
            if (problems == before) {
                skip(text.path, e);
            }
        }
    }

    private void leaf(Place place, InputStream in) {
        Damage damage = new Damage();
        Path file = place.file;
        Opener opener = () -> new SafeStream(file == null ? in : open(file), damage);
        progress.at(place.path);
        visitor.source(new Source(
                place.path,
                place.name,
                place.path.equals(Source.STANDARD_INPUT) ? "" : HostTree.of(place.path, given),
                new Source.Facts(place.size, place.modified, place.compression, place.linesBefore),
                file,
                opener,
                damage));
        problems += damage.problem() == null ? 0 : 1;
    }

    private void skip(String path, IOException e) {
        problems++;
        visitor.skipped(new Skipped(path, ProblemText.of(e)));
    }
}

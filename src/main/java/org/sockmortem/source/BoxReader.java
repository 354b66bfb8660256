package org.sockmortem.source;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sockmortem.source.box.Archive;
import org.sockmortem.source.box.Budget;
import org.sockmortem.source.box.Compression;
import org.sockmortem.source.box.Limits;
import org.sockmortem.source.box.Member;
import org.sockmortem.source.box.Members;

/** Goes through one file: through compressions and archives, box in box, to what is no box. Mutable, for one file. */
final class BoxReader {
    private final Budget budget;
    private final SourceVisitor visitor;
    private final ReadProgress progress;
    private String given = "";
    /** How often something was told to be wrong; a box that breaks within a member was told of with that. */
    private int problems;

    BoxReader(Limits limits, SourceVisitor visitor, ReadProgress progress) {
        this.budget = new Budget(limits);
        this.visitor = visitor;
        this.progress = progress;
    }

    /**
     * Where the reading stands.
     *
     * @param path as it is cited
     * @param size in bytes, or -1
     * @param modified when it was written, or {@code null}
     * @param compression around it
     * @param depth how many boxes are around it
     * @param file the file itself, where no box is around it, or {@code null}
     */
    private record Place(
            String path,
            long size,
            @Nullable Instant modified,
            String compression,
            int depth,
            @Nullable Path file) {
        Place unpacked(Compression by) {
            String chain = compression.equals("none") ? by.id() : compression + "+" + by.id();
            return new Place(path, -1, modified, chain, depth + 1, null);
        }

        Place member(Member member) {
            return new Place(
                    path + Source.INSIDE + MemberName.plain(member.name()),
                    member.size(),
                    member.modified(),
                    compression,
                    depth + 1,
                    null);
        }
    }

    /** Standard input. */
    void read(InputStream standardInput) {
        look(new Place(Source.STANDARD_INPUT, -1, null, "none", 0, null), standardInput);
    }

    /** A file. */
    void read(FoundFile file) {
        given = file.given();
        boolean regular = file.size() >= 0;
        Place place = new Place(file.cited(), file.size(), file.modified(), "none", 0, regular ? file.path() : null);
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
        HeadStream in = HeadStream.of(bytes, Archive.HEAD);
        Compression compression = Compression.of(in.head());
        Archive archive = compression == null ? Archive.of(in.head()) : null;
        if (compression == null && archive == null) {
            leaf(place, in);
            return;
        }
        int before = problems;
        try {
            budget.deep(place.depth + 1);
            if (compression != null) {
                look(place.unpacked(compression), compression.open(in, budget));
            } else if (archive == Archive.SEVEN_Z && place.file != null) {
                try (FileChannel file = FileChannel.open(place.file)) {
                    members(place, Archive.open7z(file, budget));
                }
            } else if (archive != null) {
                members(place, archive.open(in, budget));
            }
        } catch (IOException e) {
            if (problems == before) {
                skip(place.path, e);
            }
        }
    }

    private void members(Place box, Members members) throws IOException {
        String last = null;
        int before = problems;
        try (members) {
            for (Member member = members.next(); member != null; member = members.next()) {
                before = problems;
                Place place = box.member(member);
                last = place.path;
                progress.at(place.path);
                if (member.link() == null) {
                    look(place, member.data());
                }
            }
        } catch (IOException e) {
            if (problems == before) {
                skip(last == null ? box.path : last, e);
            }
        }
    }

    private void leaf(Place place, HeadStream in) {
        Damage damage = new Damage();
        Path file = place.file;
        Opener opener = () -> new SafeStream(file == null ? in : open(file), damage);
        progress.at(place.path);
        visitor.source(new Source(
                place.path,
                nameOf(place),
                place.path.equals(Source.STANDARD_INPUT) ? "" : HostTree.of(place.path, given),
                new Source.Facts(place.size, place.modified, place.compression),
                file,
                opener,
                damage));
        problems += damage.problem() == null ? 0 : 1;
    }

    /** {@code sysctl_-a.gz} is {@code sysctl_-a}. */
    private static String nameOf(Place place) {
        return place.compression.equals("none")
                ? place.path
                : place.path.replaceFirst("(?<=[^/])(?:[.](?:gz|bz2|xz|zst|lz4))+$", "");
    }

    private void skip(String path, IOException e) {
        problems++;
        visitor.skipped(new Skipped(path, ProblemText.of(e)));
    }
}

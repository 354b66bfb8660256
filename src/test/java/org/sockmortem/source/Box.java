package org.sockmortem.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Makes boxes around bytes, for tests. A member whose bytes begin with {@link #LINK} is a link to what follows. */
public final class Box {
    /** Marks a member as a symbolic link. */
    public static final String LINK = "link to ";

    /** Marks a member as a hard link. */
    public static final String HARD_LINK = "hard link to ";

    private Box() {}

    /** Wraps a stream in another. */
    private interface Wrapping {
        OutputStream around(OutputStream out) throws IOException;
    }

    private static byte[] compressed(byte[] bytes, Wrapping wrapping) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packed = wrapping.around(out)) {
            packed.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** One gzip member. */
    public static byte[] gzip(byte[] bytes) {
        return compressed(bytes, GZIPOutputStream::new);
    }

    /** bzip2. */
    public static byte[] bzip2(byte[] bytes) {
        return compressed(bytes, BZip2CompressorOutputStream::new);
    }

    /** xz, of one block. */
    public static byte[] xz(byte[] bytes) {
        return compressed(bytes, o -> new XZOutputStream(o, new LZMA2Options(1)));
    }

    /** xz, a block for so many bytes. */
    public static byte[] xz(byte[] bytes, int block) {
        return compressed(bytes, o -> {
            XZOutputStream out = new XZOutputStream(o, new LZMA2Options(1));
            return new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    out.write(b);
                }

                @Override
                public void write(byte[] some, int from, int length) throws IOException {
                    for (int at = 0; at < length; at += block) {
                        out.write(some, from + at, Math.min(block, length - at));
                        out.endBlock();
                    }
                }

                @Override
                public void close() throws IOException {
                    out.close();
                }
            };
        });
    }

    /** zstd. */
    public static byte[] zstd(byte[] bytes) {
        return compressed(bytes, io.airlift.compress.zstd.ZstdOutputStream::new);
    }

    /** An LZ4 frame. */
    public static byte[] lz4(byte[] bytes) {
        return compressed(bytes, FramedLZ4CompressorOutputStream::new);
    }

    /** Two pieces, one after the other. */
    public static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }

    /** Members of texts. */
    public static Map<String, byte[]> members(String... namesAndTexts) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            members.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return members;
    }

    /** A tar of pax headers where names are long. */
    public static byte[] tar(Map<String, byte[]> members) {
        return tar(members, TarArchiveOutputStream.LONGFILE_POSIX);
    }

    /** A tar in a dialect of {@link TarArchiveOutputStream}. */
    public static byte[] tar(Map<String, byte[]> members, int longNames) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(longNames);
            tar.setBigNumberMode(
                    longNames == TarArchiveOutputStream.LONGFILE_GNU
                            ? TarArchiveOutputStream.BIGNUMBER_STAR
                            : TarArchiveOutputStream.BIGNUMBER_POSIX);
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                String text = new String(member.getValue(), StandardCharsets.ISO_8859_1);
                tar.putArchiveEntry(entry(member, text));
                tar.write(text.startsWith(LINK) || text.startsWith(HARD_LINK) ? new byte[0] : member.getValue());
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static TarArchiveEntry entry(Map.Entry<String, byte[]> member, String text) {
        TarArchiveEntry entry;
        if (text.startsWith(LINK) || text.startsWith(HARD_LINK)) {
            boolean hard = text.startsWith(HARD_LINK);
            entry = new TarArchiveEntry(member.getKey(), hard ? TarConstants.LF_LINK : TarConstants.LF_SYMLINK);
            entry.setLinkName(text.substring((hard ? HARD_LINK : LINK).length()));
        } else {
            entry = new TarArchiveEntry(member.getKey());
            entry.setSize(member.getValue().length);
        }
        // 2025-10-28T22:15:00Z
        entry.setModTime(1_761_689_700_000L);
        return entry;
    }

    /** A zip. A member whose bytes begin with {@link #LINK} is a link there as well. */
    public static byte[] zip(Map<String, byte[]> members) {
        return zip(members, false);
    }

    /** A zip whose members are not compressed. */
    public static byte[] zipStored(Map<String, byte[]> members) {
        return zip(members, true);
    }

    private static byte[] zip(Map<String, byte[]> members, boolean stored) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                String text = new String(member.getValue(), StandardCharsets.ISO_8859_1);
                boolean link = text.startsWith(LINK);
                byte[] bytes =
                        link ? text.substring(LINK.length()).getBytes(StandardCharsets.UTF_8) : member.getValue();
                ZipArchiveEntry entry = new ZipArchiveEntry(member.getKey());
                entry.setUnixMode(link ? UnixStat.LINK_FLAG | 0777 : UnixStat.FILE_FLAG | 0644);
                if (stored) {
                    CRC32 sum = new CRC32();
                    sum.update(bytes);
                    entry.setMethod(ZipEntry.STORED);
                    entry.setCrc(sum.getValue());
                    entry.setSize(bytes.length);
                }
                zip.putArchiveEntry(entry);
                zip.write(bytes);
                zip.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A 7z. */
    public static byte[] sevenZ(Map<String, byte[]> members) {
        try (SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel()) {
            try (SevenZOutputFile file = new SevenZOutputFile(channel)) {
                for (Map.Entry<String, byte[]> member : members.entrySet()) {
                    SevenZArchiveEntry entry = new SevenZArchiveEntry();
                    entry.setName(member.getKey());
                    file.putArchiveEntry(entry);
                    file.write(member.getValue());
                    file.closeArchiveEntry();
                }
            }
            return java.util.Arrays.copyOf(channel.array(), (int) channel.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.sockmortem.bench;

import com.github.luben.zstd.ZstdOutputStream;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

/** What unpacking 200,000 lines takes by each library that could do it: which of them the program uses rests on these times. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DecompressionBenchmark {
    private static final int LINES = 200_000;
    private static final int BUFFER = 1 << 16;

    private final byte[] buffer = new byte[BUFFER];
    private byte[] gzip = new byte[0];
    private byte[] xz = new byte[0];
    private byte[] zstd = new byte[0];

    /** Opens a stream around another. */
    private interface Around<A, B> {
        B open(A inner) throws IOException;
    }

    @Setup
    public void pack() throws IOException {
        byte[] log = Stages.log(LINES, 1_000);
        gzip = packed(log, GZIPOutputStream::new);
        xz = packed(log, out -> new XZOutputStream(out, new LZMA2Options()));
        zstd = packed(log, ZstdOutputStream::new);
    }

    private static byte[] packed(byte[] log, Around<OutputStream, OutputStream> packer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = packer.open(bytes)) {
            out.write(log);
        }
        return bytes.toByteArray();
    }

    private long unpacked(byte[] packed, Around<InputStream, InputStream> unpacker) throws IOException {
        long bytes = 0;
        try (InputStream in = unpacker.open(new ByteArrayInputStream(packed))) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
            }
        }
        return bytes;
    }

    @Benchmark
    public long gzipByTheJdk() throws IOException {
        return unpacked(gzip, in -> new GZIPInputStream(in, BUFFER));
    }

    @Benchmark
    public long gzipByCommonsCompress() throws IOException {
        return unpacked(
                gzip,
                in -> GzipCompressorInputStream.builder()
                        .setInputStream(in)
                        .setBufferSize(BUFFER)
                        .setDecompressConcatenated(true)
                        .get());
    }

    @Benchmark
    public long xzByXzForJava() throws IOException {
        return unpacked(xz, XZInputStream::new);
    }

    @Benchmark
    public long zstdByAircompressor() throws IOException {
        return unpacked(zstd, ZstdInputStream::new);
    }

    @Benchmark
    public long zstdByNativeCode() throws IOException {
        return unpacked(zstd, com.github.luben.zstd.ZstdInputStream::new);
    }
}

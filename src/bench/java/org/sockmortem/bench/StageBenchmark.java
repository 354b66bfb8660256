package org.sockmortem.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sockmortem.parse.LineParser;
import org.sockmortem.postmortem.Report;
import org.sockmortem.scan.ScanSummary;

/** Times of the stages over 200,000 lines; what they answer is asserted by BenchmarkAnswersTest. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StageBenchmark {
    private static final int LINES = 200_000;

    /** One line of so many is of interest. */
    @Param({"1000", "1"})
    public int every;

    private byte[] log = new byte[0];
    private final LineParser remembering = new LineParser(true);
    private final LineParser plain = new LineParser(false);

    @Setup
    public void makeLog() {
        log = Stages.log(LINES, every);
    }

    @Benchmark
    public ScanSummary scan() {
        return Stages.scan(log);
    }

    @Benchmark
    public long parseRemembering() {
        return Stages.parse(log, remembering);
    }

    @Benchmark
    public long parsePlain() {
        return Stages.parse(log, plain);
    }

    @Benchmark
    public Report reportOneThread() {
        return Stages.report(log, 1);
    }

    @Benchmark
    public Report reportTwoThreads() {
        return Stages.report(log, 2);
    }
}

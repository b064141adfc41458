package fr.vismonjob.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
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

/**
 * How long each part of a matching run takes in a warm JVM: {@code make bench-parts}. People live
 * around twelve towns; for national pools see {@code bench/matching}.
 */
@SuppressWarnings("NullAway.Init") // JMH has the people made first
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class PartsOfARun {

  private static final LocalDate EVENT_DAY = LocalDate.of(2026, 11, 24);

  /** Students, and as many ambassadors. */
  @Param({"1000", "5000"})
  public int people;

  private Instance instance;
  private Pool pool;
  private Matching matching;

  /** Makes the people, always the same. */
  @Setup
  public void makePeople() {
    Random random = new Random(1);
    instance =
        new Instance(
            all(i -> student(i, random)),
            all(i -> ambassador(i, random)),
            List.of(),
            List.of(),
            EVENT_DAY,
            1);
    pool = Pool.of(instance);
    matching = Matcher.match(instance);
  }

  private <T> List<T> all(IntFunction<T> person) {
    return IntStream.range(0, people).mapToObj(person).toList();
  }

  private static Student student(int number, Random random) {
    return new Student(
        "s" + number,
        different("job", 12, 3, random),
        random.nextInt(5) == 0,
        lat(random),
        lon(random),
        20 + random.nextInt(100),
        random.nextBoolean() ? List.of() : different("administration", 15, 2, random),
        List.of(EVENT_DAY, EVENT_DAY.plusDays(1 + random.nextInt(10))));
  }

  private static Ambassador ambassador(int number, Random random) {
    return new Ambassador(
        "a" + number,
        different("job", 12, 1, random).getFirst(),
        lat(random),
        lon(random),
        different("administration", 15, 1, random).getFirst(),
        List.of(EVENT_DAY),
        1 + random.nextInt(10) / 8);
  }

  private static List<String> different(String what, int of, int most, Random random) {
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      String name = what + (int) (of * random.nextDouble() * random.nextDouble());
      if (!chosen.contains(name)) {
        chosen.add(name);
      }
    }
    return chosen;
  }

  private static double lat(Random random) {
    return 44 + random.nextInt(3) * 2 + random.nextInt(20) * 0.02;
  }

  private static double lon(Random random) {
    return random.nextInt(4) * 2 + random.nextInt(20) * 0.03;
  }

  /** The compressed network. */
  @Benchmark
  public Object build() {
    return new NetworkSolver(pool);
  }

  /** The network, and the best seating on it. */
  @Benchmark
  public Object buildAndSolve() {
    return new NetworkSolver(pool).solve(_ -> {});
  }

  /** The independent check of the result. */
  @Benchmark
  public Object verify() {
    return Verifier.violations(instance, matching);
  }

  /** Why each of those left over is. */
  @Benchmark
  public Object causes() {
    return Causes.of(instance, pool, matching.pairs(), List.of());
  }
}

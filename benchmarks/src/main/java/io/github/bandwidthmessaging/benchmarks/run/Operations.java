package io.github.bandwidthmessaging.benchmarks.run;

import static java.util.Objects.requireNonNull;

import io.github.bandwidthmessaging.benchmarks.contenders.Contender;
import io.github.bandwidthmessaging.benchmarks.contenders.Inputs;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One operation of one contender, in a JVM that does nothing else. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the fields
public class Operations {
  @Param("Ours")
  public String contender;

  /** The operation and its input: {@code read example 1}. */
  @Param("read example 1")
  public String operation;

  private Callable<?> work;

  static Contender contender(String name) throws ReflectiveOperationException {
    return Class.forName(Contender.class.getPackageName() + "." + name)
        .asSubclass(Contender.class)
        .getConstructor()
        .newInstance();
  }

  @Setup
  public void setUp() throws Exception {
    Contender worker = contender(contender);
    String[] words = operation.split(" ", 2);
    work =
        switch (words[0]) {
          case "read" -> worker.reading(Inputs.receipt(words[1]));
          case "write" -> worker.writing(Inputs.request(words[1]));
          case "send" -> worker.sending(requireNonNull(System.getProperty("server")));
          default -> throw new IllegalArgumentException(operation);
        };
  }

  @Benchmark
  public Object run() throws Exception {
    return work.call();
  }
}

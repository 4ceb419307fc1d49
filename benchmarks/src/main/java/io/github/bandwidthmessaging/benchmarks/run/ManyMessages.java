package io.github.bandwidthmessaging.benchmarks.run;

import com.sun.management.OperatingSystemMXBean;
import io.github.bandwidthmessaging.benchmarks.contenders.Contender;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;

/** A program that sends many messages, and prints the cost. */
public final class ManyMessages {
  private ManyMessages() {}

  /** Takes the contender, the server's URL, the number of messages, and the number in flight. */
  public static void main(String[] args) throws Exception {
    Contender contender = Operations.contender(args[0]);
    int count = Integer.parseInt(args[2]);
    int inFlight = Integer.parseInt(args[3]);
    contender.sendMany(args[1], 2 * inFlight, inFlight);
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long cpu = system.getProcessCpuTime();
    long start = System.nanoTime();
    contender.sendMany(args[1], count, inFlight);
    long time = System.nanoTime() - start;
    cpu = system.getProcessCpuTime() - cpu;
    long heap =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    System.out.printf(
        "%d %d %d %d%n", time, cpu, heap, ManagementFactory.getThreadMXBean().getPeakThreadCount());
    System.exit(0);
  }
}

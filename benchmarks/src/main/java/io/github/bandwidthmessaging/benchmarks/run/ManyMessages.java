package io.github.bandwidthmessaging.benchmarks.run;

import com.sun.management.OperatingSystemMXBean;
import io.github.bandwidthmessaging.benchmarks.contenders.Contender;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A program that sends many messages, and prints the cost. */
public final class ManyMessages {
  private interface Send {
    void messages(String baseUrl, int count, int inFlight) throws Exception;
  }

  private static volatile long heap;

  private ManyMessages() {}

  /**
   * Takes the contender, the server's URL, the number of messages, the number in flight, and the
   * protocol.
   */
  public static void main(String[] args) throws Exception {
    Contender contender = Operations.contender(args[0]);
    Send send = args[4].equals("h2") ? contender::sendManyOverHttp2 : contender::sendMany;
    int count = Integer.parseInt(args[2]);
    int inFlight = Integer.parseInt(args[3]);
    send.messages(args[1], 2 * inFlight, inFlight);
    Thread watch = new Thread(ManyMessages::watchHeap);
    watch.setDaemon(true);
    watch.start();
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long cpu = system.getProcessCpuTime();
    long start = System.nanoTime();
    send.messages(args[1], count, inFlight);
    long time = System.nanoTime() - start;
    cpu = system.getProcessCpuTime() - cpu;
    System.out.printf(
        "%d %d %d %d%n", time, cpu, heap, ManagementFactory.getThreadMXBean().getPeakThreadCount());
    System.exit(0);
  }

  /** The peaks of the pools add up to more, because they are not reached at the same time. */
  private static void watchHeap() {
    while (true) {
      heap = Math.max(heap, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }
}

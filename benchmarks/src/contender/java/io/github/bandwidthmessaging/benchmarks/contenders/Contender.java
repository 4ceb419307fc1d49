package io.github.bandwidthmessaging.benchmarks.contenders;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** One way to do the work. Each has its own JVM and class path, and omits what it cannot do. */
public interface Contender {
  String ACCOUNT = "9900000";
  String USER = "user";
  String PASSWORD = "password";

  /** The first example of the documentation. */
  String FROM = "+12345678901";

  String TO = "+12345678902";
  String TEXT = "Hey, check this out!";
  String APPLICATION = "93de2206-9669-4e07-948d-329f4b722ee2";
  String TAG = "test message";

  /** Returns the operation that reads a receipt. */
  default Callable<?> reading(String receipt) throws Exception {
    throw new UnsupportedOperationException();
  }

  /** Returns the operation that writes a request, which is given as JSON. */
  default Callable<?> writing(String request) throws Exception {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns the operation that sends the first example and reads the receipt, over one open
   * connection.
   */
  default Callable<?> sending(String baseUrl) throws Exception {
    throw new UnsupportedOperationException();
  }

  /** Sends the first example many times concurrently, with as many connections, if it can. */
  default void sendMany(String baseUrl, int count, int inFlight) throws Exception {
    throw new UnsupportedOperationException();
  }

  /** Sends the same over HTTP/2, without TLS. */
  default void sendManyOverHttp2(String baseUrl, int count, int inFlight) throws Exception {
    throw new UnsupportedOperationException();
  }

  /** Starts calls, up to a number at the same time, and waits for all. */
  static void inParallel(int count, int inFlight, Supplier<CompletableFuture<?>> call)
      throws InterruptedException {
    Semaphore room = new Semaphore(inFlight);
    for (int i = 0; i < count; i++) {
      room.acquire();
      CompletableFuture<?> unused =
          call.get()
              .whenComplete(
                  (receipt, failure) -> {
                    if (failure != null) {
                      failure.printStackTrace();
                      Runtime.getRuntime().halt(1);
                    }
                    room.release();
                  });
    }
    room.acquire(inFlight);
  }
}

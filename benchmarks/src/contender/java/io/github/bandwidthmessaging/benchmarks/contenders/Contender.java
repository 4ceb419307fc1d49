package io.github.bandwidthmessaging.benchmarks.contenders;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * One way to do the work. Each has a JVM and a class path of its own, and what it cannot do it
 * leaves out.
 */
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

  /** What reads a receipt. */
  default Callable<?> reading(String receipt) throws Exception {
    throw new UnsupportedOperationException();
  }

  /** What writes a request, which is given as JSON to make the object from. */
  default Callable<?> writing(String request) throws Exception {
    throw new UnsupportedOperationException();
  }

  /** What sends the first example and reads the receipt, over one connection that is kept. */
  default Callable<?> sending(String baseUrl) throws Exception {
    throw new UnsupportedOperationException();
  }

  /** What does the same but for the network: the receipt is at hand. */
  default Callable<?> answering(String receipt) throws Exception {
    throw new UnsupportedOperationException();
  }

  /** Sends the first example many times at the same time, as its documentation says. */
  default void sendMany(String baseUrl, int count, int inFlight) throws Exception {
    throw new UnsupportedOperationException();
  }

  /** Starts calls, never more at the same time than are wanted, and waits for all. */
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

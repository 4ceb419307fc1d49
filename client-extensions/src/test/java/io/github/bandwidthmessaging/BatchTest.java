package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.CountingServer.accepting;
import static io.github.bandwidthmessaging.CountingServer.write;
import static io.github.bandwidthmessaging.Examples.FIRST;
import static io.github.bandwidthmessaging.Examples.SENDER;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.NANOSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bucket4j.Bucket;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BatchTest {
  private static final String STOPPED =
      "POST /users/{accountId}/messages -> not sent: the batch was stopped before its turn";

  @Test
  void sendsEachMessageOnce() throws IOException {
    List<MessageRequest> requests = requests(500).toList();
    Set<MessageRequest> seen = new HashSet<>();
    try (CountingServer server = accepting();
        MessagingClient client = Examples.client(server.url()).build();
        Batch<MessageRequest> batch =
            client.sendAll(requests.iterator(), BatchOptions.defaults().withInFlight(16))) {
      for (Batch.Result<MessageRequest> result : batch) {
        assertThat(result.outcome()).isEqualTo(Outcome.SENT);
        assertThat(result.sent()).isNotNull();
        assertThat(result.failure()).isNull();
        seen.add(result.item());
      }

      assertThat(seen).containsExactlyInAnyOrderElementsOf(requests);
      assertThat(server.messages()).isEqualTo(500);
      assertThat(server.connections()).isLessThanOrEqualTo(16);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 12, 70})
  void keepsConfiguredNumberInFlight(int inFlight) throws IOException {
    CyclicBarrier full = new CyclicBarrier(inFlight);
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (CountingServer server =
            new CountingServer(
                (number, socket) -> {
                  most.accumulateAndGet(running.incrementAndGet(), Math::max);
                  await(full);
                  running.decrementAndGet();
                  return accept(socket);
                });
        MessagingClient client =
            Examples.client(server.url()).httpClient(new OkHttpClient()).build();
        Batch<MessageRequest> batch =
            client.sendAll(
                requests(inFlight * 5).iterator(),
                BatchOptions.defaults().withInFlight(inFlight))) {
      assertThat(batch).hasSize(inFlight * 5).allMatch(r -> r.outcome() == Outcome.SENT);
      assertThat(most.get()).isEqualTo(inFlight);
    }
  }

  @Test
  void takesNoMoreFromSourceThanIsRead() throws IOException {
    AtomicInteger taken = new AtomicInteger();
    Iterator<MessageRequest> endless =
        Stream.generate(() -> Examples.REQUEST).peek(r -> taken.incrementAndGet()).iterator();
    try (CountingServer server = accepting();
        MessagingClient client = Examples.client(server.url()).build();
        Batch<MessageRequest> batch =
            client.sendAll(endless, BatchOptions.defaults().withInFlight(8))) {
      Iterator<Batch.Result<MessageRequest>> results = batch.iterator();
      for (int i = 0; i < 100; i++) {
        results.next();
        assertThat(taken.get()).isLessThanOrEqualTo(i + 1 + 8);
      }
    }
  }

  @Test
  void givesResultsAsTheyComeWithTheirRequests() throws Exception {
    CountDownLatch secondDone = new CountDownLatch(1);
    try (CountingServer server =
            new CountingServer(
                (number, socket) -> {
                  if (number == 1) {
                    try {
                      secondDone.await();
                    } catch (InterruptedException e) {
                      throw new IOException(e);
                    }
                  }
                  return accept(socket);
                });
        MessagingClient client = Examples.client(server.url()).build();
        Batch<MessageRequest> batch =
            client.sendAll(requests(2).iterator(), BatchOptions.defaults().withInFlight(2))) {
      Iterator<Batch.Result<MessageRequest>> results = batch.iterator();
      assertThat(results.next().outcome()).isEqualTo(Outcome.SENT);
      secondDone.countDown();
      assertThat(results.next().outcome()).isEqualTo(Outcome.SENT);
      assertThat(results).isExhausted();
    }
  }

  @Test
  void losesNoneWhenOneFails() throws IOException {
    try (CountingServer server =
            new CountingServer(
                (number, socket) -> {
                  if (number % 3 == 0) {
                    return false;
                  }
                  if (number % 3 == 1) {
                    write(socket, "HTTP/1.1 400 Bad\nContent-Length: 0\n\n");
                    return true;
                  }
                  return accept(socket);
                });
        MessagingClient client = Examples.client(server.url()).build();
        Batch<MessageRequest> batch =
            client.sendAll(requests(90).iterator(), BatchOptions.defaults().withInFlight(4))) {
      List<Outcome> outcomes = new ArrayList<>();
      batch.forEach(result -> outcomes.add(result.outcome()));

      assertThat(outcomes).hasSize(90);
      assertThat(outcomes.stream().filter(o -> o == Outcome.SENT)).hasSize(30);
      assertThat(outcomes.stream().filter(o -> o == Outcome.NOT_SENT)).hasSize(30);
      assertThat(outcomes.stream().filter(o -> o == Outcome.UNKNOWN)).hasSize(30);
      assertThat(server.messages()).isEqualTo(90);
    }
  }

  @Test
  void resumesWhereItStopped() throws IOException {
    List<MessageRequest> requests = requests(300).toList();
    Iterator<MessageRequest> source = requests.iterator();
    List<MessageRequest> sent = new ArrayList<>();
    List<MessageRequest> again = new ArrayList<>();
    try (CountingServer server = accepting();
        MessagingClient client = Examples.client(server.url()).build()) {
      try (Batch<MessageRequest> batch =
          client.sendAll(source, BatchOptions.defaults().withInFlight(8))) {
        Iterator<Batch.Result<MessageRequest>> results = batch.iterator();
        for (int i = 0; i < 50; i++) {
          sent.add(results.next().item());
        }
        batch.stop();
        results.forEachRemaining(
            result -> (result.outcome() == Outcome.SENT ? sent : again).add(result.item()));
      }
      assertThat(source.hasNext()).isTrue();
      again.forEach(request -> sent.add(send(client, request)));
      try (Batch<MessageRequest> batch =
          client.sendAll(source, BatchOptions.defaults().withInFlight(8))) {
        batch.forEach(result -> sent.add(result.item()));
      }

      assertThat(sent).containsExactlyInAnyOrderElementsOf(requests);
      assertThat(server.messages()).isEqualTo(300);
    }
  }

  @Test
  void reportsMessageThatWaitedForItsTurnAsNotSent() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    Pace never =
        segments -> {
          asked.countDown();
          new CountDownLatch(1).await();
        };
    try (CountingServer server = accepting();
        MessagingClient client = Examples.client(server.url()).build();
        Batch<MessageRequest> batch =
            client.sendAll(
                requests(5).iterator(), BatchOptions.defaults().withInFlight(2).withPace(never))) {
      asked.await();
      batch.stop();

      Iterator<Batch.Result<MessageRequest>> results = batch.iterator();
      assertThat(results.next().failure())
          .isInstanceOfSatisfying(
              NotSentException.class,
              failure -> {
                assertThat(failure).hasMessage(STOPPED).hasNoCause();
                assertThat(failure.attempts()).isZero();
              });
      assertThat(results).isExhausted();
      assertThat(server.messages()).isZero();
    }
  }

  @Test
  void throwsFailureOfSourceAfterAllResults() throws IOException {
    Iterator<MessageRequest> source =
        IntStream.range(0, 10)
            .mapToObj(
                i -> {
                  if (i == 5) {
                    throw new IllegalStateException("cursor closed");
                  }
                  return Examples.REQUEST;
                })
            .iterator();
    try (CountingServer server = accepting();
        MessagingClient client = Examples.client(server.url()).build();
        Batch<MessageRequest> batch =
            client.sendAll(source, BatchOptions.defaults().withInFlight(2))) {
      List<Batch.Result<MessageRequest>> results = new ArrayList<>();

      assertThatThrownBy(() -> batch.forEach(results::add)).hasMessage("cursor closed");
      assertThat(results).hasSize(5);
      assertThat(batch.iterator().hasNext()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 60", "4, 60", "1, 2", "4, 2"})
  void holdsBatchBackAfter429WhetherRetriedOrNot(int attempts, int maxTimeSeconds)
      throws IOException {
    int inFlight = 4;
    try (CountingServer server =
            new CountingServer(
                (number, socket) -> {
                  write(socket, "HTTP/1.1 429 Slow\nRetry-After: 30\nContent-Length: 0\n\n");
                  return true;
                });
        MessagingClient client =
            Examples.client(server.url())
                .retryPolicy(
                    RetryPolicy.standard()
                        .withMaxAttempts(attempts)
                        .withMaxTime(Duration.ofSeconds(maxTimeSeconds)))
                .sleeper(new RecordedSleeper())
                .build();
        Batch<MessageRequest> batch =
            client.sendAll(
                requests(2_000).iterator(), BatchOptions.defaults().withInFlight(inFlight))) {
      Batch.Result<MessageRequest> first = batch.iterator().next();
      batch.stop();
      batch.iterator().forEachRemaining(r -> assertThat(r.outcome()).isEqualTo(Outcome.NOT_SENT));

      assertThat(first.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(server.messages()).isLessThanOrEqualTo(inFlight * attempts);
    }
  }

  @Test
  void endsWithItsLastMessageHoweverLongThePause() throws IOException {
    try (CountingServer server =
            new CountingServer(
                (number, socket) -> {
                  write(socket, "HTTP/1.1 429 Slow\nRetry-After: 3600\nContent-Length: 0\n\n");
                  return true;
                });
        MessagingClient client = Examples.client(server.url()).build();
        Batch<MessageRequest> batch =
            client.sendAll(requests(1).iterator(), BatchOptions.defaults().withInFlight(1))) {
      assertThat(batch).extracting(Batch.Result::outcome).containsExactly(Outcome.NOT_SENT);
    }
  }

  @Test
  void pausesTwiceAsLongAfterEach429InARow() throws IOException {
    List<Long> times = new CopyOnWriteArrayList<>();
    try (CountingServer server =
            new CountingServer(
                (number, socket) -> {
                  times.add(System.nanoTime());
                  write(socket, "HTTP/1.1 429 Slow\nContent-Length: 0\n\n");
                  return true;
                });
        MessagingClient client =
            Examples.client(server.url()).retryPolicy(RetryPolicy.none()).random(() -> 1).build();
        Batch<MessageRequest> batch =
            client.sendAll(requests(3).iterator(), BatchOptions.defaults().withInFlight(1))) {
      assertThat(batch).extracting(Batch.Result::outcome).containsOnly(Outcome.NOT_SENT);
    }

    assertThat(NANOSECONDS.toMillis(times.get(1) - times.get(0))).isGreaterThanOrEqualTo(500);
    assertThat(NANOSECONDS.toMillis(times.get(2) - times.get(1))).isGreaterThanOrEqualTo(1_000);
  }

  @Test
  void continuesAfterPause() throws IOException {
    try (CountingServer server =
            new CountingServer(
                (number, socket) -> {
                  if (number == 1) {
                    write(socket, "HTTP/1.1 429 Slow\nContent-Length: 0\n\n");
                    return true;
                  }
                  return accept(socket);
                });
        MessagingClient client =
            Examples.client(server.url()).retryPolicy(RetryPolicy.none()).random(() -> 0).build();
        Batch<MessageRequest> batch =
            client.sendAll(requests(4).iterator(), BatchOptions.defaults().withInFlight(1))) {
      assertThat(batch)
          .extracting(Batch.Result::outcome)
          .containsExactly(Outcome.NOT_SENT, Outcome.SENT, Outcome.SENT, Outcome.SENT);
    }
  }

  @Test
  void asksPaceForSegmentsOfEachMessage() throws IOException {
    List<Integer> asked = new ArrayList<>();
    Iterator<MessageRequest> source =
        Stream.of(
                SENDER.text(FIRST, "short"),
                SENDER.text(FIRST, "x".repeat(161)),
                SENDER.text(FIRST, "Ж".repeat(71)),
                SENDER.groupText(List.of(FIRST, Examples.SECOND), "Hi"),
                SENDER.media(FIRST, "x".repeat(161), Examples.LOGO))
            .iterator();
    try (CountingServer server = accepting();
        MessagingClient client = Examples.client(server.url()).build();
        Batch<MessageRequest> batch =
            client.sendAll(source, BatchOptions.defaults().withInFlight(1).withPace(asked::add))) {
      assertThat(batch).hasSize(5);
      assertThat(asked).containsExactly(1, 2, 2, 2, 1);
    }
  }

  @Test
  void givesEachItemItsResult() throws IOException {
    List<String> rows = List.of("+12345678902", "none", "+12345678903", "null");
    try (CountingServer server = accepting();
        MessagingClient client = Examples.client(server.url()).build();
        Batch<String> batch =
            client.sendAll(
                rows,
                row -> row.equals("null") ? nothing() : SENDER.text(PhoneNumber.of(row), "Hi"),
                BatchOptions.defaults().withInFlight(1))) {
      List<Batch.Result<String>> results = new ArrayList<>();
      batch.forEach(results::add);

      assertThat(results).extracting(Batch.Result::item).isEqualTo(rows);
      assertThat(results.get(0).id()).isEqualTo("1");
      assertThat(results.get(2).sent()).isNotNull();
      assertThat(results.get(1).outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(results.get(1).failure())
          .isInstanceOf(NotSentException.class)
          .hasCauseInstanceOf(IllegalArgumentException.class);
      assertThat(results.get(3).failure()).hasCauseInstanceOf(NullPointerException.class);
      assertThat(server.messages()).isEqualTo(2);
    }
  }

  @SuppressWarnings("NullAway")
  private static MessageRequest nothing() {
    return null;
  }

  @Test
  void identifiesMessageWhoseResponseCannotBeRead() throws IOException {
    try (CountingServer server =
            new CountingServer(
                (number, socket) -> {
                  CountingServer.write(
                      socket, "HTTP/1.1 202 A\nContent-Length: 11\n\n{\"id\":\"a1\" ");
                  return true;
                });
        MessagingClient client = Examples.client(server.url()).build();
        Batch<MessageRequest> batch =
            client.sendAll(List.of(Examples.REQUEST), BatchOptions.defaults())) {
      assertThat(batch.iterator().next())
          .extracting(Batch.Result::outcome, Batch.Result::sent, Batch.Result::id)
          .containsExactly(Outcome.SENT, null, "a1");
    }
  }

  @Test
  void sendsWithOptionsOfItsRequests() throws IOException {
    List<String> accounts = new CopyOnWriteArrayList<>();
    try (CountingServer server = accepting();
        MessagingClient client =
            Examples.client(server.url())
                .listener(
                    request -> {
                      accounts.add(request.operation() + " " + request.accountId());
                      return new RequestListener() {};
                    })
                .build()) {
      RequestOptions other = RequestOptions.none().withAccountId("55");
      for (BatchOptions options :
          List.of(BatchOptions.defaults(), BatchOptions.defaults().withRequestOptions(other))) {
        try (Batch<MessageRequest> batch = client.sendAll(List.of(Examples.REQUEST), options)) {
          assertThat(batch).hasSize(1);
        }
      }
    }
    assertThat(accounts).containsExactly("createMessage 9900000", "createMessage 55");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void takesFailureOfAnotherMessageForNoneOfItsOwn(boolean inPace) throws IOException {
    try (CountingServer hangsUp = new CountingServer((number, socket) -> false);
        CountingServer server = accepting();
        MessagingClient other = Examples.client(hangsUp.url()).build();
        MessagingClient client = Examples.client(server.url()).build();
        Batch<MessageRequest> batch =
            client.sendAll(
                List.of(Examples.REQUEST),
                message -> inPace ? message : send(other, message),
                BatchOptions.defaults()
                    .withPace(
                        segments -> {
                          if (inPace) {
                            other.send(Examples.REQUEST);
                          }
                        }))) {
      Batch.Result<MessageRequest> result = batch.iterator().next();

      assertThat(result.outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(result.failure()).hasCauseInstanceOf(UnknownOutcomeException.class);
      assertThat(server.messages()).isZero();
    }
  }

  @Test
  void canBeClosedByItsOwnFunction() throws Exception {
    AtomicReference<Batch<MessageRequest>> self = new AtomicReference<>();
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    try (CountingServer server = accepting();
        MessagingClient client = Examples.client(server.url()).build()) {
      // Not closed here too, because that would wait with it.
      Batch<MessageRequest> batch =
          client.sendAll(
              requests(5).iterator(),
              message -> {
                awaitStart(started);
                requireNonNull(self.get()).close();
                closed.countDown();
                return message;
              },
              BatchOptions.defaults());
      self.set(batch);
      started.countDown();

      assertThat(closed.await(10, SECONDS)).isTrue();
      assertThat(batch.iterator().next().outcome()).isEqualTo(Outcome.NOT_SENT);
      assertThat(server.messages()).isZero();
    }
  }

  @Test
  void closesFromListener() throws Exception {
    AtomicReference<Batch<MessageRequest>> self = new AtomicReference<>();
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    RequestListener closing =
        new RequestListener() {
          @Override
          public void finished(Completion completion) {
            awaitStart(started);
            requireNonNull(self.get()).close();
            closed.countDown();
          }
        };
    try (CountingServer server = accepting();
        MessagingClient client =
            Examples.client(server.url()).listener(request -> closing).build()) {
      // Not closed here too, because that would wait with it.
      Batch<MessageRequest> batch =
          client.sendAll(requests(5).iterator(), BatchOptions.defaults().withInFlight(1));
      self.set(batch);
      started.countDown();

      assertThat(closed.await(10, SECONDS)).isTrue();
      assertThat(batch.iterator().next().outcome()).isEqualTo(Outcome.SENT);
      assertThat(batch.iterator().hasNext()).isFalse();
      assertThat(server.messages()).isEqualTo(1);
    }
  }

  private static void awaitStart(CountDownLatch started) {
    try {
      assertThat(started.await(10, SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void spacesSegmentsEvenly() throws InterruptedException {
    AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 5);
    RecordedSleeper sleeper = new RecordedSleeper();
    Pace pace = new EvenPace(4, nanoTime::get, sleeper);
    pace.acquire(1);
    pace.acquire(3);
    pace.acquire(1);
    nanoTime.addAndGet(SECONDS.toNanos(60));
    pace.acquire(1);
    pace.acquire(1);

    assertThat(sleeper.waits)
        .containsExactly(Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofMillis(250));
  }

  @Test
  void rejectsInvalidOptions() {
    MessagingClient client = Examples.client("http://127.0.0.1").build();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> client.sendAll(requests(1).iterator(), BatchOptions.defaults().withInFlight(0)));
    assertThatIllegalArgumentException().isThrownBy(() -> Pace.segmentsPerSecond(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Pace.segmentsPerSecond(Double.NaN));
  }

  private static MessageRequest send(MessagingClient client, MessageRequest request) {
    client.send(request);
    return request;
  }

  @Test
  void losesNoneWhenThePaceFails() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    Pace failing =
        segments -> {
          if (asked.incrementAndGet() == 2) {
            throw new IllegalStateException("no limiter");
          }
        };
    try (CountingServer server = accepting();
        MessagingClient client = Examples.client(server.url()).build();
        Batch<MessageRequest> batch =
            client.sendAll(
                requests(3).iterator(),
                BatchOptions.defaults().withInFlight(1).withPace(failing))) {
      assertThat(batch)
          .extracting(Batch.Result::outcome)
          .containsExactly(Outcome.SENT, Outcome.NOT_SENT, Outcome.SENT);
      assertThat(server.messages()).isEqualTo(2);
    }
  }

  @Test
  void closeWaitsForMessagesInFlight() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch closing = new CountDownLatch(1);
    AtomicInteger answered = new AtomicInteger();
    try (CountingServer server =
            new CountingServer(
                (number, socket) -> {
                  reached.countDown();
                  await(closing);
                  answered.incrementAndGet();
                  return accept(socket);
                });
        MessagingClient client = Examples.client(server.url()).build()) {
      Batch<MessageRequest> batch =
          client.sendAll(requests(1).iterator(), BatchOptions.defaults().withInFlight(1));
      assertThat(reached.await(20, SECONDS)).isTrue();
      closing.countDown();
      batch.close();

      assertThat(answered).hasValue(1);
      assertThat(batch).extracting(Batch.Result::outcome).containsExactly(Outcome.SENT);
    }
  }

  @Test
  void closeWaitsForTheSourceAndKeepsTheInterrupt() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    Thread closing = Thread.currentThread();
    AtomicBoolean closed = new AtomicBoolean();
    AtomicBoolean read = new AtomicBoolean();
    Iterator<MessageRequest> source =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            reading.countDown();
            while (closing.getState() != Thread.State.WAITING && !closed.get()) {
              Thread.onSpinWait();
            }
            read.set(true);
            return false;
          }

          @Override
          public MessageRequest next() {
            throw new AssertionError();
          }
        };
    try (MessagingClient client = Examples.client("http://127.0.0.1").build()) {
      Batch<MessageRequest> batch = client.sendAll(source, BatchOptions.defaults());
      // Not await, in whose wait the source could see this thread.
      while (reading.getCount() > 0) {
        Thread.onSpinWait();
      }
      closing.interrupt();
      batch.close();
      boolean wasRead = read.get();
      closed.set(true);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(wasRead).isTrue();
    }
  }

  @Test
  void readsSourceOnThreadThatDoesNotKeepTheProgramAlive() throws IOException {
    AtomicBoolean isDaemon = new AtomicBoolean();
    Iterator<MessageRequest> source =
        requests(1).peek(request -> isDaemon.set(Thread.currentThread().isDaemon())).iterator();
    try (CountingServer server = accepting();
        MessagingClient client = Examples.client(server.url()).build();
        Batch<MessageRequest> batch = client.sendAll(source, BatchOptions.defaults())) {
      assertThat(batch).hasSize(1);
      assertThat(isDaemon).isTrue();
    }
  }

  @Test
  void throwsWhenInterruptedWhileWaitingForResult() throws IOException {
    try (CountingServer server = accepting();
        MessagingClient client = Examples.client(server.url()).build();
        Batch<MessageRequest> batch =
            client.sendAll(requests(1).iterator(), BatchOptions.defaults())) {
      Iterator<Batch.Result<MessageRequest>> results = batch.iterator();
      Thread.currentThread().interrupt();

      assertThatThrownBy(results::hasNext)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("Interrupted while waiting for a result");
      assertThat(Thread.interrupted()).isTrue();
      assertThat(results.next().outcome()).isEqualTo(Outcome.SENT);
    }
  }

  @Test
  void asksNothingMoreOfSourceWhenStoppedWhileItWaitsForRoom() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    Iterator<MessageRequest> source =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            asked.incrementAndGet();
            return true;
          }

          @Override
          public MessageRequest next() {
            return Examples.REQUEST;
          }
        };
    try (CountingServer server =
            new CountingServer(
                (number, socket) -> {
                  reached.countDown();
                  return accept(socket);
                });
        MessagingClient client = Examples.client(server.url()).build()) {
      Batch<MessageRequest> batch = client.sendAll(source, BatchOptions.defaults().withInFlight(1));
      await(reached);
      batch.close();

      assertThat(asked).hasValue(1);
      assertThat(batch).hasSize(1);
    }
  }

  @Test
  void asksNoPaceOnceStopped() throws Exception {
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    AtomicInteger asked = new AtomicInteger();
    try (CountingServer server = accepting();
        MessagingClient client = Examples.client(server.url()).build();
        Batch<MessageRequest> batch =
            client.sendAll(
                requests(2).iterator(),
                message -> {
                  taken.countDown();
                  return isOpened(stopped) ? message : null;
                },
                BatchOptions.defaults().withPace(segments -> asked.incrementAndGet()))) {
      await(taken);
      batch.stop();
      stopped.countDown();

      assertThat(batch)
          .extracting(result -> requireNonNull(result.failure()).getMessage())
          .containsExactly(STOPPED);
      assertThat(asked).hasValue(0);
      assertThat(server.messages()).isZero();
    }
  }

  @Test
  void doesNotInterruptTheSourceAfterThePace() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    AtomicBoolean undisturbed = new AtomicBoolean();
    Iterator<MessageRequest> requests = requests(1).iterator();
    Iterator<MessageRequest> source =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            if (!requests.hasNext()) {
              asked.countDown();
              undisturbed.set(isOpened(stopped));
              return false;
            }
            return true;
          }

          @Override
          public MessageRequest next() {
            return requests.next();
          }
        };
    try (CountingServer server = accepting();
        MessagingClient client = Examples.client(server.url()).build()) {
      Batch<MessageRequest> batch = client.sendAll(source, BatchOptions.defaults());
      await(asked);
      batch.stop();
      stopped.countDown();
      batch.close();

      assertThat(undisturbed).isTrue();
      assertThat(batch).hasSize(1);
    }
  }

  /** With an hour as the most, however long the server asks for. */
  @Test
  void holdsBackNoLongerThanAsked() throws IOException {
    try (CountingServer server =
            new CountingServer(
                (number, socket) -> {
                  if (number == 1) {
                    write(socket, "HTTP/1.1 429 Slow\nRetry-After: 0\nContent-Length: 0\n\n");
                    return true;
                  }
                  return accept(socket);
                });
        MessagingClient client = Examples.client(server.url()).random(() -> 0).build();
        Batch<MessageRequest> batch =
            client.sendAll(requests(2).iterator(), BatchOptions.defaults().withInFlight(1))) {
      assertThat(batch)
          .extracting(Batch.Result::outcome)
          .containsExactly(Outcome.NOT_SENT, Outcome.SENT);
    }
  }

  @Test
  void endsItsConnectionsAndThreads() throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    ThreadGroup group = new ThreadGroup("program");
    try (CountingServer server =
        new CountingServer(
            (number, socket) -> {
              accept(socket);
              try {
                assertThat(socket.getInputStream().read()).isEqualTo(-1);
              } finally {
                hungUp.countDown();
              }
              return false;
            })) {
      FutureTask<Integer> program =
          new FutureTask<>(
              () -> {
                MessagingClient client =
                    Examples.client(server.url()).httpClient(new OkHttpClient()).build();
                try (Batch<MessageRequest> batch =
                    client.sendAll(requests(1).iterator(), BatchOptions.defaults())) {
                  int count = 0;
                  for (Batch.Result<MessageRequest> unused : batch) {
                    count++;
                  }
                  return count;
                }
              });
      new Thread(group, program).start();
      assertThat(program.get(20, SECONDS)).isEqualTo(1);
      await(hungUp);
      Thread[] left = new Thread[100];
      int count = group.enumerate(left);
      for (int i = 0; i < count; i++) {
        if (!left[i].isDaemon()) {
          left[i].join(20_000);
          assertThat(left[i].isAlive()).as(left[i].getName()).isFalse();
        }
      }
    }
  }

  private static boolean isOpened(CountDownLatch latch) {
    try {
      return latch.await(20, SECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(20, SECONDS)) {
        throw new IOException("Waited in vain");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("everythingThatCanBeThrown")
  void givesOneResultWhateverThePaceThrows(Throwable thrown) throws IOException {
    AtomicInteger asked = new AtomicInteger();
    Pace failing =
        segments -> {
          if (asked.incrementAndGet() == 2) {
            Thread.currentThread().interrupt();
            throwAsIs(thrown);
          }
        };
    try (CountingServer server = accepting();
        MessagingClient client = Examples.client(server.url()).build();
        Batch<MessageRequest> batch =
            client.sendAll(
                requests(3).iterator(),
                BatchOptions.defaults().withInFlight(1).withPace(failing))) {
      assertThat(batch)
          .extracting(Batch.Result::outcome)
          .containsExactly(Outcome.SENT, Outcome.NOT_SENT, Outcome.SENT);
      assertThat(server.messages()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @MethodSource("everythingThatCanBeThrown")
  void throwsWhateverTheSourceThrows(Throwable thrown) throws IOException {
    Iterator<MessageRequest> requests = requests(2).iterator();
    Iterator<MessageRequest> source =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            if (!requests.hasNext()) {
              throwAsIs(thrown);
            }
            return true;
          }

          @Override
          public MessageRequest next() {
            return requests.next();
          }
        };
    try (CountingServer server = accepting();
        MessagingClient client = Examples.client(server.url()).build();
        Batch<MessageRequest> batch =
            client.sendAll(source, BatchOptions.defaults().withInFlight(2))) {
      List<Batch.Result<MessageRequest>> results = new ArrayList<>();

      assertThatThrownBy(() -> batch.forEach(results::add)).isSameAs(thrown);
      assertThat(results).hasSize(2).allMatch(result -> result.outcome() == Outcome.SENT);
    }
  }

  static Stream<Throwable> everythingThatCanBeThrown() {
    return Stream.of(
        new IllegalStateException("x"),
        new NoSuchMethodError("x"),
        new IOException("x"),
        new InterruptedException("x"));
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> void throwAsIs(Throwable e) throws E {
    throw (E) e;
  }

  @Test
  void goesOnAfterSourceThatRestoresTheInterruptFlag() throws IOException {
    Iterator<MessageRequest> source =
        requests(5).peek(request -> Thread.currentThread().interrupt()).iterator();
    try (CountingServer server = accepting();
        MessagingClient client = Examples.client(server.url()).build();
        Batch<MessageRequest> batch =
            client.sendAll(source, BatchOptions.defaults().withInFlight(2))) {
      assertThat(batch).hasSize(5).allMatch(result -> result.outcome() == Outcome.SENT);
    }
  }

  @Test
  void neitherInterruptsTheSourceNorTakesFromItOnceStopped() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    AtomicInteger interrupts = new AtomicInteger();
    AtomicInteger taken = new AtomicInteger();
    Iterator<MessageRequest> source =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            asked.countDown();
            try {
              stopped.await();
            } catch (InterruptedException e) {
              interrupts.incrementAndGet();
            }
            return true;
          }

          @Override
          public MessageRequest next() {
            taken.incrementAndGet();
            return Examples.REQUEST;
          }
        };
    try (CountingServer server = accepting();
        MessagingClient client = Examples.client(server.url()).build();
        Batch<MessageRequest> batch =
            client.sendAll(source, BatchOptions.defaults().withInFlight(2))) {
      asked.await();
      batch.stop();
      stopped.countDown();

      assertThat(batch.iterator().hasNext()).isFalse();
      assertThat(interrupts).hasValue(0);
      assertThat(taken).hasValue(0);
      assertThat(server.messages()).isZero();
    }
  }

  /** As the README shows it for machines that share an account. */
  @Test
  void keepsThePaceOfALimiterThatOthersShare() throws IOException {
    Bucket bucket =
        Bucket.builder().addLimit(l -> l.capacity(4).refillGreedy(4, Duration.ofDays(1))).build();
    bucket.tryConsume(1);
    try (CountingServer server = accepting();
        MessagingClient client = Examples.client(server.url()).build();
        Batch<MessageRequest> batch =
            client.sendAll(
                requests(3).iterator(),
                BatchOptions.defaults()
                    .withInFlight(2)
                    .withPace(segments -> bucket.asBlocking().consume(segments)))) {
      assertThat(batch).extracting(Batch.Result::outcome).containsOnly(Outcome.SENT).hasSize(3);
      assertThat(bucket.getAvailableTokens()).isZero();
    }
  }

  private static Stream<MessageRequest> requests(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> SENDER.text(FIRST, "Message " + i).withTag("t" + i));
  }

  private static boolean accept(Socket socket) throws IOException {
    write(socket, StaleConnectionTest.ACCEPTED);
    return true;
  }

  private static void await(CyclicBarrier barrier) throws IOException {
    try {
      barrier.await(20, SECONDS);
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}

package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.Lookup.Verdict.AMBIGUOUS;
import static io.github.bandwidthmessaging.Lookup.Verdict.FOUND;
import static io.github.bandwidthmessaging.Lookup.Verdict.NOT_FOUND;
import static io.github.bandwidthmessaging.Lookup.Verdict.NOT_YET;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bandwidthmessaging.api.MessageDirection;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.MessageSummary;
import io.github.bandwidthmessaging.api.MessageType;
import io.github.bandwidthmessaging.testing.ClockedBandwidth;
import io.github.bandwidthmessaging.testing.FakeBandwidth;
import io.github.bandwidthmessaging.testing.FakeBandwidth.Fault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class LookupTest {
  private static final Duration ENOUGH = Duration.ofMinutes(17);

  private final VirtualTime time = new VirtualTime();
  @AutoClose private final FakeBandwidth bandwidth = ClockedBandwidth.start(time);

  @AutoClose
  private final MessagingClient client =
      time.client(bandwidth.clientBuilder(), Duration.ZERO).build();

  private UnknownOutcomeException fail(
      MessagingClient client, MessageRequest request, Fault fault) {
    bandwidth.failNext(fault);
    List<UnknownOutcomeException> failures = new ArrayList<>();
    assertThatExceptionOfType(UnknownOutcomeException.class)
        .isThrownBy(() -> client.send(request))
        .satisfies(failures::add);
    return failures.get(0);
  }

  private String lastId() {
    List<MessageSummary> listed = bandwidth.listed();
    return String.valueOf(listed.get(listed.size() - 1).messageId());
  }

  private Lookup find(UnknownOutcomeException failure, Duration patience) {
    return client
        .messages()
        .find(List.of(UnknownMessage.of(failure)), id -> false, patience)
        .get(0);
  }

  @Test
  void messageWhoseResponseWasLostIsFound() {
    Lookup lookup = client.messages().find(fail(client, Examples.REQUEST, Fault.HANG_UP));

    assertThat(lookup.verdict()).isEqualTo(FOUND);
    assertThat(lookup.id()).isEqualTo(lastId());
    assertThat(time.waits).isEmpty();
  }

  @Test
  void messageThatWasLostIsNotFoundWhenTheLagIsOverAndNotBefore() {
    UnknownOutcomeException failure = fail(client, Examples.REQUEST, Fault.LOST);

    assertThat(client.messages().find(failure).verdict()).isEqualTo(NOT_YET);
    time.pass(Duration.ofMinutes(15));
    assertThat(client.messages().find(failure).verdict()).isEqualTo(NOT_YET);
    time.pass(Duration.ofMinutes(1).plusSeconds(5));
    assertThat(client.messages().find(failure).verdict()).isEqualTo(NOT_FOUND);
  }

  @Test
  void lookupNeverSends() {
    fail(client, Examples.REQUEST, Fault.LOST);
    Lookup unused = find(fail(client, Examples.REQUEST, Fault.LOST), ENOUGH);

    assertThat(bandwidth.sent()).isEmpty();
  }

  @Test
  void patienceAsksFewTimesUntilTheMessageIsThere() {
    UnknownOutcomeException failure = fail(client, Examples.REQUEST, Fault.HANG_UP);
    bandwidth.setListLag(Duration.ofMinutes(4));

    assertThat(find(failure, ENOUGH).id()).isEqualTo(lastId());
    assertThat(seconds()).containsExactly(30L, 90L, 180L);
  }

  @Test
  void patienceOfSeventeenMinutesIsEnough() {
    UnknownOutcomeException failure = fail(client, Examples.REQUEST, Fault.LOST);

    assertThat(find(failure, ENOUGH).verdict()).isEqualTo(NOT_FOUND);
    assertThat(seconds()).containsExactly(30L, 90L, 180L, 300L, 360L);
  }

  /** To the second, as real time passes while a message fails. */
  private List<Long> seconds() {
    return time.waits.stream().map(wait -> wait.plusMillis(500).toSeconds()).toList();
  }

  @Test
  void doesNotWaitIfPatienceEndsBeforeTheNextSearch() {
    UnknownOutcomeException failure = fail(client, Examples.REQUEST, Fault.LOST);

    assertThat(find(failure, Duration.ofMinutes(4)).verdict()).isEqualTo(NOT_YET);
    assertThat(seconds()).containsExactly(30L, 90L);
  }

  @Test
  void interruptEndsTheWaitWithWhatIsKnown() {
    UnknownOutcomeException failure = fail(client, Examples.REQUEST, Fault.LOST);
    try (MessagingClient interrupted =
        client
            .newBuilder()
            .sleeper(
                new Sleeper() {
                  @Override
                  public void sleep(Duration wait) throws InterruptedException {
                    throw new InterruptedException();
                  }

                  @Override
                  public void schedule(Duration wait, Runnable work) {}
                })
            .build()) {
      List<Lookup> lookups =
          interrupted.messages().find(List.of(UnknownMessage.of(failure)), id -> false, ENOUGH);

      assertThat(Thread.interrupted()).isTrue();
      assertThat(lookups).extracting(Lookup::verdict).containsExactly(NOT_YET);
    }
  }

  @Test
  void lostResponsesAndRateLimitOfTheSearchAreWaitedOut() {
    UnknownOutcomeException failure = fail(client, Examples.REQUEST, Fault.HANG_UP);
    bandwidth.failNextSearch(Fault.HANG_UP, Fault.BAD_GATEWAY);
    bandwidth.limitSearches(0, Duration.ofSeconds(20));

    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> client.messages().find(failure))
        .satisfies(e -> assertThat(e.status()).isEqualTo(429));

    bandwidth.limitSearches(3_500, Duration.ofMinutes(5));
    assertThat(client.messages().find(failure).verdict()).isEqualTo(FOUND);
  }

  @Test
  void failedSearchGivesNoVerdict() {
    UnknownOutcomeException failure = fail(client, Examples.REQUEST, Fault.HANG_UP);
    bandwidth.failNextSearch(Fault.UNREADABLE_RESPONSE);

    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> client.messages().find(failure))
        .withMessageContaining("cannot be read");
  }

  @ParameterizedTest
  @ValueSource(longs = {-3600, -120, -20, 20, 120, 3600})
  void clockOfThisMachineMayBeWrong(long ahead) {
    try (MessagingClient client =
        time.client(bandwidth.clientBuilder(), Duration.ofSeconds(ahead)).build()) {
      UnknownOutcomeException lost = fail(client, Examples.REQUEST, Fault.LOST);
      time.pass(Duration.ofMinutes(2));
      UnknownOutcomeException accepted = fail(client, Examples.REQUEST, Fault.HANG_UP);
      time.pass(Duration.ofMinutes(2));

      assertThat(client.messages().find(accepted).id()).isEqualTo(lastId());
      assertThat(client.messages().find(lost).verdict()).isEqualTo(NOT_YET);
      time.pass(Duration.ofMinutes(12).minusSeconds(10));
      assertThat(client.messages().find(lost).verdict()).isEqualTo(NOT_YET);
      time.pass(Duration.ofSeconds(20).plusSeconds(Math.max(0, ahead)));
      assertThat(client.messages().find(lost).verdict()).isIn(NOT_FOUND, AMBIGUOUS);
    }
  }

  @Test
  void groupIsFoundHoweverItIsListed() {
    MessageRequest group =
        Examples.SENDER.groupMedia(
            List.of(Examples.FIRST, Examples.SECOND), "Dinner?", Examples.LOGO);

    UnknownOutcomeException once = fail(client, group, Fault.HANG_UP);
    assertThat(client.messages().find(once).id()).isEqualTo(lastId());

    time.pass(Duration.ofMinutes(5));
    bandwidth.listGroupsByRecipient();
    UnknownOutcomeException forEach = fail(client, group, Fault.HANG_UP);
    assertThat(client.messages().find(forEach).id()).isEqualTo(lastId());
    assertThat(client.messages().find(forEach).candidates()).hasSize(2);
  }

  @Test
  void messagesOfOtherAccountsAreLookedForThere() {
    bandwidth.failNext(Fault.HANG_UP);
    RequestOptions options = RequestOptions.none().withAccountId("9900001");
    List<UnknownOutcomeException> failures = new ArrayList<>();
    assertThatExceptionOfType(UnknownOutcomeException.class)
        .isThrownBy(() -> client.send(Examples.REQUEST, options))
        .satisfies(failures::add);

    assertThat(client.messages().find(failures.get(0)).id()).isEqualTo(lastId());
    UnknownMessage kept =
        UnknownMessage.of(
            Examples.REQUEST, failures.get(0).attemptedAt(), failures.get(0).failedAt());
    assertThat(find(kept)).isEqualTo(NOT_YET);
    assertThat(find(kept.withAccountId("9900001"))).isEqualTo(FOUND);
  }

  private Lookup.Verdict find(UnknownMessage message) {
    return client.messages().find(List.of(message), id -> false, Duration.ZERO).get(0).verdict();
  }

  @Test
  void knownMessageIsNotTakenForItsTwin() {
    String known = client.send(Examples.REQUEST).id();
    UnknownMessage lost = UnknownMessage.of(fail(client, Examples.REQUEST, Fault.LOST));
    time.pass(ENOUGH);

    assertThat(client.messages().find(List.of(lost), known::equals, Duration.ZERO))
        .extracting(Lookup::verdict)
        .containsExactly(NOT_FOUND);
  }

  @Test
  void messageWhoseIdTheClientHasIsNotTakenForItsTwin() {
    client.send(Examples.REQUEST);
    UnknownOutcomeException lost = fail(client, Examples.REQUEST, Fault.LOST);
    client.newBuilder().build().send(Examples.REQUEST);
    time.pass(ENOUGH);

    assertThat(client.messages().find(lost).verdict()).isEqualTo(NOT_FOUND);
  }

  @Test
  void messageThatIsKeptCanBeOneWhoseIdTheClientHas() {
    Instant before = time.instant();
    String id = client.send(Examples.REQUEST).id();

    // As if the process had ended before it kept the ID.
    UnknownMessage kept = UnknownMessage.of(Examples.REQUEST, before, time.instant());

    assertThat(client.messages().find(List.of(kept), other -> false, Duration.ZERO).get(0).id())
        .isEqualTo(id);
  }

  @Test
  void messageThatIsKeptIsNotTakenForTwo() {
    UnknownOutcomeException failure = fail(client, Examples.REQUEST, Fault.HANG_UP);
    UnknownMessage kept =
        UnknownMessage.of(
            Examples.REQUEST.withTag("of a database"), failure.attemptedAt(), failure.failedAt());

    assertThat(find(kept)).isEqualTo(FOUND);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"HANG_UP", "UNREADABLE_RESPONSE"})
  void messageWithoutIdCanBeTheOneInTheList(Fault fault) {
    bandwidth.failNext(fault);
    assertThatExceptionOfType(SendException.class)
        .isThrownBy(() -> client.send(Examples.REQUEST))
        .satisfies(e -> assertThat(e.outcome()).isNotEqualTo(Outcome.NOT_SENT));
    UnknownOutcomeException lost = fail(client, Examples.REQUEST, Fault.LOST);

    assertThat(client.messages().find(lost).verdict()).isEqualTo(NOT_YET);
    time.pass(ENOUGH);
    assertThat(client.messages().find(lost).verdict()).isEqualTo(AMBIGUOUS);
  }

  @Test
  void messageInFlightCanBeTheOneInTheList() {
    bandwidth.delayNext(Duration.ofMinutes(1));
    CompletableFuture<SendResult> inFlight = client.sendAsync(Examples.REQUEST);
    while (bandwidth.listed().isEmpty()) {
      Thread.onSpinWait();
    }
    UnknownOutcomeException lost = fail(client, Examples.REQUEST, Fault.LOST);

    assertThat(client.messages().find(lost).verdict()).isEqualTo(NOT_YET);
    assertThat(inFlight).isNotDone();
  }

  @Test
  void messageThatEndsDuringTheDecisionIsNotTakenForAnother() {
    CountDownLatch mayEnd = new CountDownLatch(1);
    CompletableFuture<SendResult> inFlight =
        intercepted(
                chain -> {
                  Response response = chain.proceed(chain.request());
                  mayEnd.await();
                  return response;
                })
            .sendAsync(Examples.REQUEST);
    while (bandwidth.listed().isEmpty()) {
      Thread.onSpinWait();
    }
    UnknownMessage lost = UnknownMessage.of(fail(client, Examples.REQUEST, Fault.LOST));
    client.send(Examples.REQUEST);
    List<String> asked = new ArrayList<>();

    List<Lookup> lookups =
        client
            .messages()
            .find(
                List.of(lost),
                id -> {
                  asked.add(id);
                  if (asked.size() == 2) {
                    mayEnd.countDown();
                    SendResult unused = inFlight.join();
                  }
                  return false;
                },
                Duration.ZERO);

    assertThat(asked).hasSize(2);
    assertThat(lookups.get(0).verdict()).isEqualTo(NOT_YET);
  }

  @Test
  void messageThatIsKeptFromAnotherTimeChangesNothing() {
    Instant before = time.instant();
    time.pass(Duration.ofHours(1));
    fail(client, Examples.REQUEST, Fault.HANG_UP);
    UnknownMessage lost = UnknownMessage.of(fail(client, Examples.REQUEST, Fault.LOST));
    UnknownMessage kept = UnknownMessage.of(Examples.REQUEST, before, before.plusSeconds(1));
    time.pass(ENOUGH);

    assertThat(client.messages().find(List.of(lost, kept), id -> false, Duration.ZERO))
        .extracting(Lookup::verdict)
        .containsExactly(AMBIGUOUS, NOT_FOUND);
  }

  @Test
  void messageIsFoundAfterTheMachineWasSuspendedBeforeSendingIt() {
    MessagingClient suspended =
        intercepted(
            chain -> {
              time.pass(Duration.ofMinutes(20));
              return chain.proceed(chain.request());
            });
    UnknownOutcomeException failure = fail(suspended, Examples.REQUEST, Fault.HANG_UP);
    bandwidth.setListLag(Duration.ofMinutes(1));

    assertThat(failure.failedAt()).isEqualTo(time.instant());
    assertThat(client.messages().find(failure).verdict()).isEqualTo(NOT_YET);
    time.pass(Duration.ofMinutes(2));
    assertThat(client.messages().find(failure).id()).isEqualTo(lastId());
  }

  /** What happens around an attempt. */
  private interface Around {
    Response run(Interceptor.Chain chain) throws IOException, InterruptedException;
  }

  private MessagingClient intercepted(Around around) {
    Interceptor interceptor =
        chain -> {
          try {
            return chain.request().method().equals("POST")
                ? around.run(chain)
                : chain.proceed(chain.request());
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
        };
    return client
        .newBuilder()
        .httpClient(new OkHttpClient.Builder().addInterceptor(interceptor).build())
        .build();
  }

  @Test
  void batchLooksForItsUnknownMessagesInOnePass() {
    List<MessageRequest> requests = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      requests.add(
          Examples.SENDER.text(PhoneNumber.of("+1919555" + (1000 + i)), "Your table is ready"));
      faults.add(i % 2 == 0 ? Fault.HANG_UP : Fault.LOST);
    }
    bandwidth.failNext(faults.toArray(Fault[]::new));
    requests.add(Examples.REQUEST);
    Set<String> known = ConcurrentHashMap.newKeySet();
    List<UnknownMessage> unknown = new ArrayList<>();
    try (Batch<MessageRequest> batch =
        client.sendAll(requests, BatchOptions.defaults().withInFlight(1))) {
      for (Batch.Result<MessageRequest> result : batch) {
        if (result.id() != null) {
          known.add(result.id());
        } else if (result.failure() instanceof UnknownOutcomeException failure) {
          unknown.add(UnknownMessage.of(failure));
        }
      }
    }
    assertThat(unknown).hasSize(60);
    // 60 recipients, 10 in each search, in 6 rounds.
    bandwidth.limitSearches(36, Duration.ofHours(1));

    List<Lookup> lookups = client.messages().find(unknown, known::contains, ENOUGH);

    Set<String> sent = ConcurrentHashMap.newKeySet();
    bandwidth.sent().forEach(request -> sent.addAll(request.recipients()));
    for (int i = 0; i < 60; i++) {
      boolean isSent = sent.contains(unknown.get(i).request().recipients().get(0));
      assertThat(lookups.get(i).verdict()).isEqualTo(isSent ? FOUND : NOT_FOUND);
    }
    assertThat(bandwidth.sent()).hasSize(31);
  }

  @Test
  void noMessagesNeedNoSearch() {
    bandwidth.limitSearches(0, Duration.ofHours(1));

    assertThat(client.messages().find(List.of(), id -> false, ENOUGH)).isEmpty();
  }

  @Test
  void messageThatIsTooOldIsRefusedInsteadOfNotFound() {
    UnknownOutcomeException failure = fail(client, Examples.REQUEST, Fault.HANG_UP);
    time.pass(Duration.ofDays(14).plusSeconds(1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.messages().find(failure))
        .withMessage("messages[0] is older than the 14 days that Bandwidth searches");
  }

  @Test
  void refusesWhatCannotBeLookedFor() throws Exception {
    Instant now = time.instant();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> UnknownMessage.of(Examples.REQUEST, now, now.minusNanos(1)))
        .withMessage("notAfter is before notBefore");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UnknownMessage.of(Examples.REQUEST, now, now.plus(Duration.ofHours(25))))
        .withMessage("notAfter is more than a day after notBefore");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.messages().find(List.of(), id -> false, Duration.ofNanos(-1)))
        .withMessage("patience must be from 0 to 1 day");
    UnknownOutcomeException serialized = copy(fail(client, Examples.REQUEST, Fault.HANG_UP));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> client.messages().find(serialized))
        .withMessageContaining("keep the request and its time");
  }

  private static UnknownOutcomeException copy(UnknownOutcomeException failure) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(failure);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (UnknownOutcomeException) in.readObject();
    }
  }

  @Test
  void tooManyMessagesInTheTimeAreAnErrorAndNoVerdict() {
    MessageRequest group =
        Examples.SENDER.groupText(List.of(Examples.FIRST, Examples.SECOND), "Dinner?");
    UnknownOutcomeException failure = fail(client, group, Fault.LOST);
    for (int i = 0; i < 10_001; i++) {
      bandwidth.addToList(other(i));
    }

    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> client.messages().find(failure))
        .withMessageContaining("10,000 messages");
  }

  private MessageSummary other(int number) {
    return MessageSummary.builder()
        .messageId("other" + number)
        .sourceTn("+12345678901")
        .destinationTn("+19195550000")
        .messageDirection(MessageDirection.OUTBOUND)
        .messageType(MessageType.SMS)
        .receiveTime(time.instant().atOffset(UTC))
        .build();
  }

  @Test
  void attemptsTimeIsKeptInTheFailure() {
    Instant began = Instant.now().minusSeconds(1);
    try (MessagingClient real = bandwidth.clientBuilder().clock(InstantSource.system()).build()) {
      UnknownOutcomeException failure = fail(real, Examples.REQUEST, Fault.HANG_UP);

      assertThat(failure.attemptedAt()).isBetween(began, Instant.now());
      assertThat(failure.failedAt()).isBetween(failure.attemptedAt(), Instant.now().plusMillis(5));
      assertThat(failure.getMessage()).doesNotContain("12345");
    }
  }
}

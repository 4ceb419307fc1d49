package io.github.bandwidthmessaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.bandwidthmessaging.testing.FakeBandwidth;
import io.github.bandwidthmessaging.testing.FakeBandwidth.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RequestLogTest {
  @AutoClose private final FakeBandwidth bandwidth = FakeBandwidth.start();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final MessagingClient client =
      bandwidth.clientBuilder().listener(RequestListener.logTo(lines::add)).build();

  @Test
  void hasLineForEachAttemptRetryAndOutcome() {
    bandwidth.failNext(Fault.QUEUE_FULL);
    SendResult sent = client.send(Examples.REQUEST);

    assertThat(withoutTimes())
        .containsExactly(
            "#1 attempt 1, N ms: POST /users/{accountId}/messages -> 429"
                + " max-message-queue-size-exceeded: The queue is full",
            "#1 retrying in N ms",
            "#1 attempt 2, N ms: POST /users/{accountId}/messages -> 202",
            "#1 SENT, ID " + sent.id());
  }

  @Test
  void tellsRequestsApart() {
    client.send(Examples.REQUEST);
    client.media().upload(MediaUpload.of("coupon.png", new byte[1]));
    client.checkCredentials();

    assertThat(withoutTimes())
        .hasSize(4)
        .endsWith(
            "#2 attempt 1, N ms: PUT /users/{accountId}/media/{mediaId} -> 204",
            "#3 attempt 1, N ms: GET /users/{accountId}/messages -> 200");
  }

  @Test
  void saysWhyMessageIsNotTried() {
    Throwable failure =
        catchThrowable(() -> client.send(Examples.REQUEST.toBuilder().text("").build()));

    assertThat(lines).containsExactly("#1 " + failure.getMessage(), "#1 NOT_SENT");
  }

  @Test
  void containsNothingPersonal() {
    for (Fault fault : Fault.values()) {
      bandwidth.failNext(fault);
      client.sendAsync(Examples.REQUEST).handle((sent, failure) -> failure).join();
    }
    client.media().upload(MediaUpload.of("coupon.png", new byte[1]));

    assertThat(lines).hasSizeGreaterThan(Fault.values().length);
    assertThat(String.join("\n", lines))
        .doesNotContain("+1", "234567890", "Hey", "9900000", "test message", "client", "coupon");
  }

  @Test
  void goesTogetherWithOtherListeners() {
    List<String> events = new ArrayList<>();
    RequestListener.Factory recording =
        request -> {
          events.add(request.operation());
          return new RequestListener() {
            @Override
            public void attemptStarted(AttemptInfo attempt) {
              events.add("started");
            }

            @Override
            public void attemptFinished(AttemptInfo attempt) {
              events.add("finished attempt");
            }

            @Override
            public void retryScheduled(AttemptInfo failed, java.time.Duration wait) {
              events.add("retry");
            }

            @Override
            public void finished(Completion completion) {
              events.add("finished");
            }
          };
        };
    RequestListener.Factory broken =
        request -> {
          throw new IllegalStateException("broken");
        };
    RequestListener.Factory brokenLog =
        RequestListener.logTo(
            line -> {
              throw new IllegalStateException(line);
            });
    bandwidth.failNext(Fault.QUEUE_FULL);
    bandwidth
        .clientBuilder()
        .listener(brokenLog.and(broken).and(recording).and(RequestListener.logTo(lines::add)))
        .build()
        .send(Examples.REQUEST);

    assertThat(events)
        .containsExactly(
            "createMessage",
            "started",
            "finished attempt",
            "retry",
            "started",
            "finished attempt",
            "finished");
    assertThat(lines).hasSize(4);
  }

  private List<String> withoutTimes() {
    return lines.stream().map(line -> line.replaceAll("\\d+ ms", "N ms")).toList();
  }
}

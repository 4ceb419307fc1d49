package io.github.bandwidthmessaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import org.junit.jupiter.api.Test;

class AttemptTest {
  private final Attempt attempt =
      new Attempt(new OutgoingMessage(Examples.REQUEST), "9900000", 1, () -> Instant.EPOCH);
  private final RequestBody content = RequestBody.create("{}", MediaType.get("application/json"));

  @Test
  void writesBodyUnchanged() throws IOException {
    RequestBody body = attempt.once(content);
    Buffer written = new Buffer();
    assertThat(attempt.hasBegun()).isFalse();
    body.writeTo(written);

    assertThat(attempt.hasBegun()).isTrue();
    assertThat(written.readUtf8()).isEqualTo("{}");
    assertThat(body.contentLength()).isEqualTo(2);
    assertThat(body.contentType()).isEqualTo(content.contentType());
    assertThat(body.isOneShot()).isTrue();
  }

  @Test
  void writesNothingASecondTimeWhicheverBodyIsUsed() throws IOException {
    RequestBody first = attempt.once(content);
    first.writeTo(new Buffer());
    Buffer written = new Buffer();

    assertThatIOException()
        .isThrownBy(() -> first.writeTo(written))
        .withMessageContaining("already written once");
    assertThatIOException().isThrownBy(() -> attempt.once(content).writeTo(written));
    assertThatIOException().isThrownBy(attempt::checkUnwritten);
    assertThat(written.size()).isZero();
  }

  @Test
  void writesNothingAfterItWasGivenUp() {
    attempt.giveUp();
    Buffer written = new Buffer();

    assertThatIOException()
        .isThrownBy(() -> attempt.once(content).writeTo(written))
        .withMessage("The attempt has ended");
    assertThat(attempt.hasBegun()).isFalse();
    assertThat(written.size()).isZero();
  }

  @Test
  void cannotBeGivenUpOnceWritingHasBegun() throws IOException {
    attempt.once(content).writeTo(new Buffer());
    attempt.giveUp();

    assertThat(attempt.hasBegun()).isTrue();
  }

  @Test
  void doesNotBeginOnInterruptedThread() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> attempt.once(content).writeTo(new Buffer()))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(attempt.hasBegun()).isFalse();
  }

  @Test
  void clockThatFailsDoesNotHideTheOutcome() {
    Iterator<Instant> once = List.of(Instant.EPOCH).iterator();

    Attempt attempt = new Attempt(new OutgoingMessage(Examples.REQUEST), "9900000", 1, once::next);

    assertThat(attempt.now()).isBetween(Instant.EPOCH, Instant.EPOCH.plusSeconds(60));
  }
}

package io.github.bandwidthmessaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import org.junit.jupiter.api.Test;

class AttemptTest {
  private final Attempt attempt = new Attempt(1);
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
    assertThat(written.size()).isZero();
  }
}

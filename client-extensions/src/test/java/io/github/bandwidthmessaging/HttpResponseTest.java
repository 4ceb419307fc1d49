package io.github.bandwidthmessaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import okhttp3.Headers;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpResponseTest {
  private static final String JSON = "{\"text\":\"é\"}";

  @Test
  void readsBodyInItsCharset() {
    assertText("application/json;charset=ISO-8859-1", ISO_8859_1);
    assertText("application/json; charset=utf-16be", UTF_16BE);
    assertText("application/json;charset=\"utf-8\"", UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json;profile=x",
        "application/json;charset=klingon",
        "=charset=ISO-8859-1"
      })
  void readsBodyAsUtf8WithoutCharsetThatIsKnown(String contentType) {
    assertText(contentType, UTF_8);
  }

  @Test
  void leavesByteOrderMarkOutOfJson() {
    HttpResponse response = response("application/json", ("\ufeff" + JSON).getBytes(UTF_8));

    assertThat(response.json().utf8()).isEqualTo(JSON);
  }

  @Test
  void prefersStatusOfNetworkToThatOfInterceptor() {
    Response made = made(202);

    assertThat(HttpResponse.read(made, made(400), Instant.EPOCH).status()).isEqualTo(400);
    assertThat(HttpResponse.read(made(202), null, Instant.EPOCH).status()).isEqualTo(202);
  }

  @Test
  void keepsHeadOfResponseWhoseBodyWasNotReached() {
    IOException broken = new IOException("closed");
    HttpResponse response = HttpResponse.head(made(429), broken, Instant.EPOCH);

    assertThat(response.status()).isEqualTo(429);
    assertThat(response.headersByName()).containsOnlyKeys("X");
    assertThat(response.body()).isEmpty();
    assertThat(response.broken()).isSameAs(broken);
    assertThat(response.receivedAt()).isEqualTo(Instant.EPOCH);
  }

  private static void assertText(String contentType, Charset charset) {
    HttpResponse response = response(contentType, JSON.getBytes(charset));

    assertThat(response.body()).isEqualTo(JSON);
    assertThat(response.json().utf8()).isEqualTo(JSON);
  }

  private static HttpResponse response(String contentType, byte[] body) {
    return new HttpResponse(
        202, Headers.of("Content-Type", contentType), ByteString.of(body), null, Instant.EPOCH);
  }

  private static Response made(int status) {
    return new Response.Builder()
        .request(new Request.Builder().url("http://127.0.0.1").build())
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("")
        .header("X", "y")
        .body(ResponseBody.create(JSON, null))
        .build();
  }
}

package io.github.bandwidthmessaging.contract.service;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import io.github.bandwidthmessaging.Credentials;
import io.github.bandwidthmessaging.MessagingClient;
import io.github.bandwidthmessaging.SendException;
import io.github.bandwidthmessaging.api.Direction;
import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.RetrofitClient;
import io.github.bandwidthmessaging.check.documentation.RawRequest;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The five documented messages, sent by the client. */
@InPlaces
final class DocumentedExampleTest {
  private static final JsonAdapter<Map<String, Object>> FIELDS =
      new Moshi.Builder()
          .build()
          .adapter(Types.newParameterizedType(Map.class, String.class, Object.class));

  private final Wire wire = new Wire();
  private final OkHttpClient httpClient =
      new OkHttpClient.Builder().addNetworkInterceptor(wire).build();
  private final MessagingClient client;

  DocumentedExampleTest(Place.Rehearsal place) {
    client = place.clientBuilder().httpClient(httpClient).build();
  }

  @AfterEach
  void closeConnections() {
    httpClient.connectionPool().evictAll();
  }

  @ParameterizedTest
  @EnumSource
  void writesDocumentedRequest(DocumentedMessage example) {
    send(example);

    RawRequest documented = example.documented().printedAsHttp();
    assertThat(wire.exchanges())
        .singleElement()
        .satisfies(
            exchange -> {
              assertThat(exchange.method()).isEqualTo(documented.method());
              assertThat(exchange.url().encodedPath()).isEqualTo("/users/920012/messages");
              assertThat(exchange.headers().get("Authorization"))
                  .isEqualTo(documented.headers().get("Authorization"));
              assertThat(exchange.headers().get("Content-Type"))
                  .isEqualToIgnoringCase(documented.headers().get("Content-Type"));
              assertThatJson(exchange.body()).isEqualTo(example.documented().requestJson());
            });
  }

  @ParameterizedTest
  @EnumSource
  void isAccepted(DocumentedMessage example) {
    send(example);
    assertThat(wire.exchanges()).extracting(Wire.Exchange::status).containsExactly(202);
  }

  @ParameterizedTest
  @EnumSource
  void readsEveryFieldOfDocumentedReceipt(DocumentedMessage example) throws IOException {
    Message message = send(example);

    Map<String, Object> documented = FIELDS.fromJson(example.documented().responseJson());
    assertThat(message.id()).isEqualTo(documented.get("id"));
    assertThat(message.owner()).isEqualTo(documented.get("owner"));
    assertThat(message.time()).isEqualTo(OffsetDateTime.parse((String) documented.get("time")));
    assertThat(message.direction()).isEqualTo(Direction.OUT);
    assertThat(message.to()).isEqualTo(documented.get("to"));
    assertThat(message.from()).isEqualTo(documented.get("from"));
    assertThat(message.text()).isEqualTo(documented.get("text"));
    assertThat(message.applicationId()).isEqualTo(documented.get("applicationId"));
    assertThat(message.media()).isEqualTo(documented.get("media"));
    assertThat(message.tag()).isEqualTo(documented.get("tag"));
    assertThat(message.segmentCount()).isEqualTo(1);
    assertThat(message.priority()).isNull();
    assertThat(message.expiration()).isNull();
    assertThat(message.additionalProperties()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void writesReceiptBackAsDocumented(DocumentedMessage example) {
    Message message = send(example);
    assertThatJson(RetrofitClient.moshi().adapter(Message.class).toJson(message))
        .isEqualTo(example.documented().responseJson());
  }

  @Test
  void goesToDocumentedAddressByDefault() {
    AtomicReference<HttpUrl> address = new AtomicReference<>();
    OkHttpClient unconnected =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  address.set(chain.request().url());
                  throw new IOException("Nothing is sent to the real service");
                })
            .build();

    MessagingClient real =
        MessagingClient.builder()
            .accountId(DocumentedMessage.ACCOUNT_ID)
            .credentials(Credentials.basic("username", "password"))
            .httpClient(unconnected)
            .build();
    assertThatThrownBy(() -> real.send(DocumentedMessage.TEXT_MESSAGE.request()))
        .isInstanceOf(SendException.class);
    assertThat(address)
        .hasValue(HttpUrl.get("https://messaging.bandwidth.com/api/v2/users/920012/messages"));
  }

  private Message send(DocumentedMessage example) {
    wire.prefer("example=" + example.documented().key());
    return client.send(example.request()).message();
  }
}

package io.github.bandwidthmessaging.callbacks;

import static io.github.bandwidthmessaging.callbacks.DeliveryErrorCode.Party.BANDWIDTH;
import static io.github.bandwidthmessaging.callbacks.DeliveryErrorCode.Party.CARRIER;
import static io.github.bandwidthmessaging.callbacks.DeliveryErrorCode.Party.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.Moshi;
import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageFailed;
import io.github.bandwidthmessaging.callbacks.DeliveryErrorCode.Party;
import io.github.bandwidthmessaging.callbacks.DeliveryErrorCode.Retry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryErrorCodeTest {
  private static final Map<String, Party> PARTIES =
      Map.of("Bandwidth", BANDWIDTH, "carrier", CARRIER, "ambiguous", UNKNOWN);
  private static final Map<String, Retry> RETRIES =
      Map.of(
          "no", Retry.NO,
          "yes", Retry.YES,
          "once", Retry.ONCE,
          "later", Retry.LATER,
          "maybe later", Retry.LATER,
          "never", Retry.STOP,
          "unknown", Retry.UNKNOWN,
          "new expiration", Retry.AFTER_CHANGE,
          "after fixing URL", Retry.AFTER_CHANGE);

  @Test
  void hasEveryDocumentedCode() throws IOException {
    List<?> table =
        (List<?>)
            Objects.requireNonNull(
                new Moshi.Builder()
                    .build()
                    .adapter(Object.class)
                    .fromJson(
                        Files.readString(
                            Path.of("src/test/resources/payloads/delivery-error-codes.json"))));
    assertThat(table).hasSize(76);
    assertThat(DeliveryErrorCode.known()).hasSize(78);
    for (Object row : table) {
      Map<?, ?> entry = (Map<?, ?>) row;
      int number = ((Number) Objects.requireNonNull(entry.get("code"))).intValue();
      DeliveryErrorCode code = DeliveryErrorCode.of(number);

      assertThat(code.isKnown()).isTrue();
      assertThat(code.code()).isEqualTo(number);
      assertThat(code.name()).isEqualTo(String.valueOf(entry.get("name")).replace(" (sic)", ""));
      assertThat(code.isBilled()).as(code.toString()).isEqualTo(entry.get("billable"));
      assertThat(code.refusedBy()).isEqualTo(PARTIES.get(entry.get("rejectedBy")));
      assertThat(code.retry()).as(code.toString()).isEqualTo(RETRIES.get(entry.get("retry")));
      assertThat(code.meaning()).matches("[A-Z].*\\.");
    }
  }

  @Test
  void hasTheTwoLaterCodes() {
    assertThat(DeliveryErrorCode.of(4476).isKnown()).isTrue();
    assertThat(DeliveryErrorCode.of(5229).isKnown()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "4999, BANDWIDTH, false, NO",
    "4798, CARRIER, true, NO",
    "5998, BANDWIDTH, false, YES",
    "5699, CARRIER, true, ONCE",
    "9001, UNKNOWN, true, UNKNOWN",
    "4000, BANDWIDTH, false, NO",
    "3999, UNKNOWN, true, UNKNOWN",
    "6000, UNKNOWN, true, UNKNOWN",
    "0, UNKNOWN, true, UNKNOWN",
    "902, UNKNOWN, true, UNKNOWN",
    "-4700, UNKNOWN, true, UNKNOWN",
    "47000, UNKNOWN, true, UNKNOWN"
  })
  void classifiesUnknownCode(int number, Party refusedBy, boolean billed, Retry retry) {
    DeliveryErrorCode code = DeliveryErrorCode.of(number);

    assertThat(code.isKnown()).isFalse();
    assertThat(code.refusedBy()).isEqualTo(refusedBy);
    assertThat(code.isBilled()).isEqualTo(billed);
    assertThat(code.retry()).isEqualTo(retry);
    assertThat(code.name()).isEmpty();
    assertThat(code).hasToString(String.valueOf(number));
  }

  @Test
  void equalsCodeOfSameNumber() {
    DeliveryErrorCode code = DeliveryErrorCode.of(4998);

    assertThat(code)
        .isEqualTo(DeliveryErrorCode.of(4998))
        .hasSameHashCodeAs(DeliveryErrorCode.of(4998))
        .isNotEqualTo(DeliveryErrorCode.of(4997))
        .doesNotHaveSameHashCodeAs(DeliveryErrorCode.of(4997))
        .isNotEqualTo(4998);
  }

  /** The scheme must not contradict the catalogue: only these codes say more than their class. */
  @Test
  void digitsAgreeWithCatalog() {
    assertThat(DeliveryErrorCode.known())
        .allSatisfy(
            code ->
                assertThat(DeliveryErrorCode.classified(code.code()).refusedBy())
                    .as(code.toString())
                    .isEqualTo(code.refusedBy()));
    assertThat(
            DeliveryErrorCode.known().stream()
                .filter(c -> DeliveryErrorCode.classified(c.code()).isBilled() != c.isBilled())
                .map(DeliveryErrorCode::code))
        .containsExactly(4470);
    assertThat(
            DeliveryErrorCode.known().stream()
                .filter(c -> DeliveryErrorCode.classified(c.code()).retry() != c.retry())
                .map(DeliveryErrorCode::code))
        .containsExactly(4360, 4410, 4701, 4702, 4775, 4780, 4781, 4785);
  }

  @Test
  void readsCodeOfEvent() {
    MessageFailed failed =
        MessageFailed.builder().message(Message.builder().id("id-1").build()).build();

    assertThat(DeliveryErrorCode.of(failed.toBuilder().errorCode(4432).build()))
        .isEqualTo(DeliveryErrorCode.of(4432));
    assertThat(DeliveryErrorCode.of(failed)).isNull();
  }
}

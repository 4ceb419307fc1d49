package torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import io.github.bandwidthmessaging.generator.SchemaJson;
import io.github.bandwidthmessaging.generator.SchemaJson.Amount;
import io.github.bandwidthmessaging.random.MutatedJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import okio.Buffer;
import okio.Okio;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever bytes come, an adapter returns a value or throws one of three exceptions. */
@NullUnmarked
@Timeout(60)
class HostileJsonTest {
  private static final int SEEDS = 100;
  private static final Moshi MOSHI = RetrofitClient.moshi();

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "[]",
          "{}",
          "[null]",
          "[[null]]",
          "{\"a\": null}",
          "{\"\": [{}]}",
          "[".repeat(300) + "]".repeat(300),
          "{\"a\":".repeat(260) + "1" + "}".repeat(260),
          "\"\"",
          "\"\\ud800\"",
          "\"\u0000\ufeff\u2028\ud83d\ude00\"",
          "\"+999999999-12-31T23:59:59.999999999-18:00\"",
          "\"-999999999-01-01T00:00:00+18:00\"",
          "\"99999-12-31T24:00:00Z\"",
          "\"2024-02-30T25:61:61Z\"",
          "\"2024-01-01T00:00:00." + "1".repeat(20_000) + "+0000\"",
          "\"\u0661\u0660\u0662\u0664-01-01T00:00:0Z\"",
          "\"-1-1-1-1-1\"",
          "\"" + "f".repeat(20_000) + "-0-0-0-0\"",
          "\"http://[::\"",
          "\"//[" + ":".repeat(20_000) + "]:99999999999/%\"",
          "\"" + "A".repeat(20_001) + "=\"",
          "-0",
          "1e400",
          "1e9999999999",
          "1e10000000",
          "9".repeat(20_000));

  private static final List<String> JUNK =
      List.of(
          "nul",
          "[".repeat(300),
          "\"",
          "\"\\u00\"",
          "\"\\x\"",
          "-",
          "1.",
          "01",
          "NaN",
          "Infinity",
          "'a'",
          "// a",
          "\u0000",
          ":",
          ",",
          "}");

  private static final MutatedJson JSON = new MutatedJson(VALUES, JUNK);

  @Test
  void neverBreaksAnAdapter() throws IOException, ClassNotFoundException {
    JsonNode document =
        new ObjectMapper(new YAMLFactory())
            .readTree(Path.of("src/test/resources/torture.yaml").toFile());
    List<String> broken = new ArrayList<>();
    int read = 0;
    for (String schema : TortureModelsTest.schemas().toList()) {
      JsonAdapter<Object> adapter = TortureModelsTest.adapter(schema);
      for (int seed = 0; seed < SEEDS; seed++) {
        Random random = new Random(seed);
        byte[] bytes =
            JSON.bytes(
                new SchemaJson(document, Amount.RANDOM, seed)
                    .value(schema)
                    .orElseThrow()
                    .toString(),
                random.nextInt(4),
                random);
        try {
          // In memory, and from a stream that arrives bit by bit, where peeking works differently.
          Object value =
              adapter.fromJson(
                  seed % 2 == 0
                      ? new Buffer().write(bytes)
                      : Okio.buffer(Okio.source(new ByteArrayInputStream(bytes))));
          read += adapter.toJson(value).isEmpty() ? 0 : 1;
        } catch (IOException | JsonDataException e) {
          // These are about the bytes, as they should be.
        } catch (RuntimeException | Error e) {
          broken.add(schema + " " + seed + ": " + e);
        }
      }
    }

    assertThat(broken).isEmpty();
    assertThat(read).isGreaterThan(500);
  }

  @Test
  void isRefusedBeyondTwoHundredFiftyFourLevels() throws IOException {
    JsonAdapter<Formats> adapter = MOSHI.adapter(Formats.class);

    assertThat(adapter.fromJson(nested(253)).any()).isNotNull();
    assertThatThrownBy(() -> adapter.fromJson(nested(255))).isInstanceOf(JsonDataException.class);
    assertThatThrownBy(() -> adapter.fromJson(nested(100_000)))
        .isInstanceOf(JsonDataException.class);
  }

  /**
   * A name of each place in it would be as long as the key, a hundred billion characters in all.
   */
  @Test
  void doesNotTakeLongForItsLongKeys() throws IOException {
    String json = "{\"" + "k".repeat(500_000) + "\": [[]" + ",[]".repeat(200_000) + "]}";

    assertThat(MOSHI.adapter(Shape.class).fromJson(json)).isInstanceOf(Shape.Unknown.class);
  }

  private static String nested(int levels) {
    return "{\"any\": " + "[".repeat(levels) + "]".repeat(levels) + "}";
  }
}

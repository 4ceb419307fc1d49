package torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A number is exact or it is refused, and neither takes long. */
@NullUnmarked
@Timeout(30)
class NumbersTest {
  private static final Moshi MOSHI = RetrofitClient.moshi();
  private static final JsonAdapter<Formats> FORMATS = MOSHI.adapter(Formats.class);

  /** Each would take seconds or gigabytes to write out, or is beyond what Java can convert. */
  private static final List<String> HUGE =
      List.of(
          "9".repeat(1_000_000),
          "-" + "9".repeat(1_001),
          "0." + "3".repeat(1_000_000),
          "0." + "3".repeat(1_001),
          "1e1000",
          "1e-1001",
          "12e999",
          "0e1000",
          "1e10000000",
          "1E-10000000",
          "-1.5e+2147483647",
          "1e2147483648",
          "1e-2147483648",
          "1e9999999999",
          "1e-9999999999",
          "1e" + "9".repeat(1_000_000));

  @ParameterizedTest
  @MethodSource("everyPlaceOfANumber")
  void areRefusedWithMoreThanAThousandDigits(Class<?> model, String json, String path) {
    JsonAdapter<?> adapter = MOSHI.adapter(model);
    for (String number : HUGE) {
      assertThatThrownBy(() -> adapter.fromJson(json.replace("?", number)))
          .isInstanceOf(JsonDataException.class)
          .hasMessage("Expected a number of at most 1000 digits at path " + path)
          .hasNoCause();
    }
  }

  static Stream<Arguments> everyPlaceOfANumber() {
    return Stream.of(
        Arguments.of(Formats.class, "{\"count\": ?}", "$.count"),
        Arguments.of(Formats.class, "{\"big\": ?}", "$.big"),
        Arguments.of(Formats.class, "{\"unbounded\": ?}", "$.unbounded"),
        Arguments.of(Formats.class, "{\"single\": ?}", "$.single"),
        Arguments.of(Formats.class, "{\"twice\": ?}", "$.twice"),
        Arguments.of(Formats.class, "{\"exact\": ?}", "$.exact"),
        Arguments.of(Formats.class, "{\"any\": [0, ?, 0]}", "$.any[1]"),
        Arguments.of(Formats.class, "{\"free\": {\"a\": ?}}", "$.free.a"),
        Arguments.of(Formats.class, "{\"undeclared\": ?}", "$.undeclared"),
        Arguments.of(Enums.class, "{\"level\": ?}", "$.level"),
        Arguments.of(Enums.class, "{\"wide\": ?}", "$.wide"),
        Arguments.of(Containers.class, "{\"alias\": [[?]]}", "$.alias[0][0]"),
        Arguments.of(Typed.class, "{\"x\": ?}", "$.x"),
        Arguments.of(Unions.class, "{\"scalar\": ?}", "$.scalar"),
        Arguments.of(Unions.class, "{\"scalar\": [?]}", "$.scalar[0]"),
        Arguments.of(Unions.class, "{\"grid\": {\"a\": [1, ?]}}", "$.grid.a[1]"),
        Arguments.of(Unions.class, "{\"word\": ?}", "$.word"),
        Arguments.of(Unions.class, "{\"sensitive\": ?}", "$.sensitive"),
        Arguments.of(Unions.class, "{\"pet\": {\"petType\": \"bird\", \"x\": ?}}", "$.pet.x"),
        Arguments.of(Unions.class, "{\"shape\": {\"radius\": ?}}", "$.shape.radius"));
  }

  @Test
  void areRefusedWithMoreThanAThousandDigitsOutsideOfModels() {
    JsonAdapter<Map<String, Long>> response =
        MOSHI.adapter(Types.newParameterizedType(Map.class, String.class, Long.class));

    for (String number : HUGE) {
      for (Class<?> type : List.of(Integer.class, Long.class, Float.class, Double.class)) {
        assertThatThrownBy(() -> MOSHI.adapter(type).fromJson(number))
            .isInstanceOf(JsonDataException.class)
            .hasMessage("Expected a number of at most 1000 digits at path $");
      }
      assertThatThrownBy(() -> response.fromJson("{\"a\": " + number + "}"))
          .isInstanceOf(JsonDataException.class)
          .hasMessage("Expected a number of at most 1000 digits at path $.a");
    }
  }

  @Test
  void areKeptExactlyUpToAThousandDigits() throws IOException {
    for (String number :
        List.of(
            "9".repeat(1_000),
            "-0." + "3".repeat(1_000),
            "1e999",
            "1e-1000",
            "9".repeat(995) + "e5",
            "12345678901234567890",
            "0.10",
            "4.9e-324",
            "1.7976931348623157e308")) {
      BigDecimal exactly = new BigDecimal(number);

      Formats formats = FORMATS.fromJson("{\"exact\": " + number + ", \"any\": [" + number + "]}");

      assertThat(formats.exact()).isEqualTo(exactly);
      assertThat(formats.any()).isEqualTo(List.of(exactly));
      assertThat(FORMATS.fromJson(FORMATS.toJson(formats))).isEqualTo(formats);
      assertThat(FORMATS.fromJsonValue(FORMATS.toJsonValue(formats))).isEqualTo(formats);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "count | 2147483648 | a 32-bit integer",
        "count | -2147483649 | a 32-bit integer",
        "count | 2147483647.0000000001 | a 32-bit integer",
        "count | 1e-999 | a 32-bit integer",
        "big | 9223372036854775808 | a 64-bit integer",
        "big | -9223372036854775809 | a 64-bit integer",
        "big | 0.5 | a 64-bit integer",
        "unbounded | 0.5 | an integer",
        "unbounded | 1e-999 | an integer",
        "single | 1e39 | a 32-bit number",
        "single | -1e39 | a 32-bit number",
        "twice | 1e309 | a 64-bit number",
        "twice | -1e309 | a 64-bit number",
      })
  void areRefusedIfTheyDoNotFit(String property, String number, String expected) {
    String message = "Expected " + expected + " at path $." + property;

    assertThatThrownBy(() -> FORMATS.fromJson("{\"" + property + "\": " + number + "}"))
        .isInstanceOf(JsonDataException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> FORMATS.fromJsonValue(Map.of(property, new BigDecimal(number))))
        .isInstanceOf(JsonDataException.class)
        .hasMessage(message);
  }

  @Test
  void areTakenInEveryNotation() throws IOException {
    Formats formats =
        FORMATS.fromJson(
            """
            {"count": -2.147483648e9, "big": 9223372036854775807, "unbounded": 1.50E+2,
             "single": 0.1, "twice": -0.0}
            """);

    assertThat(formats.count()).isEqualTo(Integer.MIN_VALUE);
    assertThat(formats.big()).isEqualTo(Long.MAX_VALUE);
    assertThat(formats.unbounded()).isEqualTo(BigInteger.valueOf(150));
    assertThat(formats.single()).isEqualTo(0.1f);
    assertThat(formats.twice()).isEqualTo(-0.0);
    assertThat(FORMATS.fromJson("{\"count\": 1.0}").count()).isEqualTo(1);
    assertThat(FORMATS.fromJson("{\"big\": -0}").big()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"count, 3000000000", "big, 1e30", "count, 1e10000000", "any, 1e2000000000"})
  void areNotCutOffWhenReadFromJavaValues(String property, BigDecimal number) {
    assertThatThrownBy(() -> FORMATS.fromJsonValue(Map.of(property, number)))
        .isInstanceOf(JsonDataException.class)
        .hasMessageEndingWith("at path $." + property);
  }

  @Test
  void areNeitherInfiniteNorNotANumber() {
    for (double number : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      for (String property : List.of("count", "single", "twice", "exact", "any")) {
        assertThatThrownBy(() -> FORMATS.fromJsonValue(Map.of(property, number)))
            .isInstanceOf(JsonDataException.class);
      }
    }
  }
}

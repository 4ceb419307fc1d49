package io.github.bandwidthmessaging.callbacks;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.github.bandwidthmessaging.api.BandwidthError;
import io.github.bandwidthmessaging.api.ErrorBody;
import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageEvent;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.RetrofitClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every payload that Bandwidth has published, and the four that are made up (their names begin with
 * {@code synthetic}), becomes typed values and the same JSON again. INDEX.json has their sources.
 */
class PayloadsTest {
  private static final Path FOLDER = Path.of("src/test/resources/payloads");
  private static final Moshi MOSHI = RetrofitClient.moshi();
  private static final JsonAdapter<Object> ANY = MOSHI.adapter(Object.class);

  @ParameterizedTest
  @MethodSource("callbacks")
  void callbacksSurviveReadingAndWriting(String file) throws IOException {
    String json = read(file);
    JsonAdapter<MessageEvent> adapter = MOSHI.adapter(MessageEvent.class);

    for (Object body : bodies(json)) {
      List<MessageEvent> events = Events.read(ANY.toJson(body));

      assertThat(events)
          .isNotEmpty()
          .noneMatch(MessageEvent.Unknown.class::isInstance)
          .allSatisfy(event -> assertThat(event.type()).isEqualTo(typeIn(body)));
      assertSame(events.stream().map(adapter::toJson).toList().toString(), ANY.toJson(body));
    }
  }

  @ParameterizedTest
  @MethodSource("others")
  void requestsResponsesAndErrorsSurviveReadingAndWriting(String file) throws IOException {
    Class<?> type =
        file.startsWith("request")
            ? MessageRequest.class
            : file.startsWith("response")
                ? Message.class
                : file.startsWith("error-404") ? ErrorBody.class : BandwidthError.class;
    JsonAdapter<Object> adapter = MOSHI.<Object>adapter((java.lang.reflect.Type) type);

    Object value = adapter.fromJson(read(file));

    assertThat(value).isInstanceOf(type).isNotInstanceOf(ErrorBody.Unknown.class);
    assertSame(adapter.toJson(value), read(file));
  }

  @Test
  void everyFileIsListedAndTried() throws IOException {
    List<?> index = (List<?>) Objects.requireNonNull(ANY.fromJson(read("INDEX.json")));
    List<String> listed = index.stream().map(e -> text(e, "file")).sorted().toList();
    List<String> synthetic =
        index.stream()
            .filter(e -> text(e, "kind").equals("synthetic"))
            .map(e -> text(e, "file"))
            .sorted()
            .toList();

    assertThat(
            Stream.of(callbacks(), others(), Stream.of("delivery-error-codes.json"))
                .flatMap(s -> s)
                .sorted())
        .isEqualTo(listed)
        .hasSize(46);
    assertThat(files().filter(f -> f.startsWith("synthetic"))).isEqualTo(synthetic).hasSize(4);
  }

  static Stream<String> callbacks() throws IOException {
    return files().filter(f -> f.startsWith("callback") || f.startsWith("synthetic"));
  }

  static Stream<String> others() throws IOException {
    return files().filter(f -> f.matches("(error|request|response)-.*"));
  }

  private static Stream<String> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList().stream();
    }
  }

  /** One file holds a sequence of bodies. */
  private static List<?> bodies(String json) throws IOException {
    List<?> array = (List<?>) Objects.requireNonNull(ANY.fromJson(json));
    return array.get(0) instanceof List ? array : List.of(array);
  }

  private static String typeIn(Object body) {
    return text(Objects.requireNonNull(((List<?>) body).get(0)), "type");
  }

  private static String text(Object object, String name) {
    return String.valueOf(((Map<?, ?>) object).get(name));
  }

  /** Equal as JSON; a time may be written with another number of fractional digits. */
  private static void assertSame(String written, String read) throws IOException {
    assertThatJson(moments(ANY.fromJson(written))).isEqualTo(moments(ANY.fromJson(read)));
  }

  private static @Nullable Object moments(@Nullable Object json) {
    if (json instanceof List<?> list) {
      return list.stream().map(PayloadsTest::moments).toList();
    }
    if (json instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((name, value) -> copy.put(name, moments(value)));
      return copy;
    }
    if (json instanceof String text) {
      try {
        return OffsetDateTime.parse(text).toInstant().toString();
      } catch (DateTimeParseException e) {
        return text;
      }
    }
    return json;
  }

  private static String read(String file) throws IOException {
    return Files.readString(FOLDER.resolve(file));
  }
}

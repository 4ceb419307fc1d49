package io.github.bandwidthmessaging;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.bandwidthmessaging.api.ListMessagesParameters;
import io.github.bandwidthmessaging.api.MediaApi;
import io.github.bandwidthmessaging.api.MessagesApi;
import io.github.bandwidthmessaging.api.MultiChannelApi;
import io.github.bandwidthmessaging.api.RetrofitClient;
import io.github.bandwidthmessaging.random.RandomTexts;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Call;
import retrofit2.Retrofit;

/** Compares each request with that of the Retrofit interface, which the document decides. */
class RequestFactoryTest {
  private static final String ACCOUNT = "9900000";
  private static final HttpUrl BASE_URL = HttpUrl.get("http://127.0.0.1:1/gateway;v=1/a%20b/");
  private static final List<Class<?>> INTERFACES =
      List.of(MediaApi.class, MessagesApi.class, MultiChannelApi.class);
  private static final RequestBody FILE =
      RequestBody.create("bytes", MediaType.get("text/plain; charset=UTF-8"));

  private final RequestFactory requests = new RequestFactory(BASE_URL);
  private final Retrofit retrofit =
      RetrofitClient.builder(new OkHttpClient()).baseUrl(BASE_URL).build();

  static Stream<Arguments> sameRequests() {
    Stream<Arguments> examples =
        Stream.of(
            arguments("createMessage", new Object[] {ACCOUNT, Examples.REQUEST}),
            arguments(
                "createMultiChannelMessage",
                new Object[] {ACCOUNT, Examples.MULTI_CHANNEL.message()}),
            arguments(
                "listMessages", new Object[] {ACCOUNT, ListMessagesParameters.builder().build()}),
            arguments("listMedia", new Object[] {ACCOUNT, null}),
            arguments("listMedia", new Object[] {ACCOUNT, "1XEi2+/= ~"}),
            arguments("uploadMedia", new Object[] {ACCOUNT, "a.png", FILE, null}),
            arguments("uploadMedia", new Object[] {ACCOUNT, "a/0/b.png", FILE, "no-cache"}),
            arguments("getMedia", new Object[] {ACCOUNT, "a/0/b.png"}),
            arguments("deleteMedia", new Object[] {ACCOUNT, "a/0/b.png"}));
    Random random = new Random(20);
    Stream<Arguments> hostile =
        Stream.concat(
                Stream.of(
                    "%2F%2e%00",
                    "a b+c*d~e",
                    "?#&=;:@!$'(),[]{}|\\^`\"<>",
                    "\u0000\u007f",
                    "\ud800",
                    "..a/...",
                    "http://a/b"),
                Stream.generate(() -> RandomTexts.next(random)).limit(200))
            .flatMap(
                text ->
                    Stream.of(
                            arguments("getMedia", new Object[] {ACCOUNT, text}),
                            arguments("listMessages", new Object[] {ACCOUNT, search(text)}))
                        .filter(sample -> sample.get()[0].equals("listMessages") || isName(text)));
    return Stream.concat(examples, hostile);
  }

  @ParameterizedTest
  @MethodSource
  void sameRequests(String operation, Object[] arguments) throws Exception {
    Request.Builder ours =
        (Request.Builder) method(RequestFactory.class, operation).invoke(requests, arguments);

    Method generated = generated(operation);
    Call<?> call =
        (Call<?>) generated.invoke(retrofit.create(generated.getDeclaringClass()), arguments);
    assertThat(bytes(ours.build())).isEqualTo(bytes(call.request()));
  }

  @Test
  void comparesEveryOperationWithItsParameters() {
    Map<String, List<Arguments>> compared =
        sameRequests().collect(groupingBy(sample -> (String) sample.get()[0]));

    assertThat(operations(RequestFactory.class))
        .extracting(Method::getName)
        .containsExactlyInAnyOrderElementsOf(compared.keySet());
    assertThat(operations(RequestFactory.class))
        .allSatisfy(
            ours ->
                assertThat(ours.getParameterTypes())
                    .isEqualTo(generated(ours.getName()).getParameterTypes()));
  }

  private static ListMessagesParameters search(String text) {
    return ListMessagesParameters.builder()
        .carrierName(text)
        .limit(10)
        .limitTotalCount(true)
        .build();
  }

  private static Stream<Method> operations(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> !method.isSynthetic() && !Modifier.isPrivate(method.getModifiers()));
  }

  private static Method method(Class<?> type, String operation) {
    return operations(type)
        .filter(method -> method.getName().equals(operation))
        .findFirst()
        .orElseThrow();
  }

  private static Method generated(String operation) {
    return INTERFACES.stream()
        .flatMap(RequestFactoryTest::operations)
        .filter(method -> method.getName().equals(operation))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isName(String text) {
    try {
      return !MediaUpload.checkedSegments(text).isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** All of a request from which OkHttp makes its bytes. */
  private static String bytes(Request request) throws IOException {
    RequestBody body = request.body();
    Buffer content = new Buffer();
    if (body != null) {
      content.writeUtf8(body.contentType() + ", " + body.contentLength() + " bytes\n");
      body.writeTo(content);
    }
    return request.method() + " " + request.url() + "\n" + request.headers() + content.readUtf8();
  }
}

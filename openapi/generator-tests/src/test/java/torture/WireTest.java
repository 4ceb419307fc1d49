package torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.BufferedSink;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Call;

/** How parameters and bodies outside JSON are written, byte for byte. */
@NullUnmarked
class WireTest {
  private static final Range RANGE = Range.builder().gte(BigInteger.ONE).lt("a b").build();
  private static final MediaType PNG = MediaType.get("image/png");

  private final MockWebServer server = new MockWebServer();
  private final OkHttpClient client =
      new OkHttpClient.Builder().callTimeout(Duration.ofSeconds(10)).build();
  private WireApi api;

  @BeforeEach
  void start() throws IOException {
    server.start();
    api =
        RetrofitClient.builder(client)
            .baseUrl(server.url("/v1/"))
            .validateEagerly(true)
            .build()
            .create(WireApi.class);
  }

  @AfterEach
  void stop() {
    client.connectionPool().evictAll();
    server.close();
  }

  @Test
  void writesEachStyleOfAQuery() throws Exception {
    List<String> two = List.of("a,b", "c&d");

    assertThat(query(query().plain("a b&ü+/"))).isEqualTo("plain=a%20b%26%C3%BC%2B%2F");
    assertThat(query(query().repeated(two))).isEqualTo("repeated=a%2Cb&repeated=c%26d");
    assertThat(query(query().commas(two))).isEqualTo("commas=a%2Cb,c%26d");
    assertThat(query(query().spaces(List.of(BigInteger.ONE, BigInteger.TWO))))
        .isEqualTo("spaces=1%202");
    assertThat(query(query().bars(List.of("a", "b")))).isEqualTo("bars=a%7Cb");
    assertThat(query(query().apart(List.of("a", "b")))).isEqualTo("apart=a&apart=b");
    assertThat(query(query().range(RANGE))).isEqualTo("gte=1&lt=a%20b");
    assertThat(query(query().flat(Map.of("k", "v,w")))).isEqualTo("flat=k,v%2Cw");
    assertThat(query(query().deep(RANGE))).isEqualTo("deep%5Bgte%5D=1&deep%5Blt%5D=a%20b");
    assertThat(query(query().either("a"))).isEqualTo("either=a");
    assertThat(query(query().either(List.of("a", "b")))).isEqualTo("either=a&either=b");
    assertThat(query(query().free(Map.of("k", true)))).isEqualTo("k=true");
    assertThat(query(query().raw("a/b?c:d@e;f=g h&i#j+k%")))
        .isEqualTo("raw=a/b?c:d@e;f=g%20h%26i%23j%2Bk%25");
    assertThat(query(query().json(WireQueryJson.builder().a("b").build())))
        .isEqualTo("json=%7B%22a%22%3A%22b%22%7D");
  }

  @Test
  void writesNothingForWhatIsAbsentOrEmpty() throws Exception {
    assertThat(send(api.sendQuery(null)).getTarget()).isEqualTo("/v1/wire/query");
    assertThat(query(query())).isNull();
    assertThat(query(query().repeated(List.of()).commas(List.of()).flat(Map.of()))).isNull();
    assertThat(query(query().plain(""))).isEqualTo("plain=");
  }

  @Test
  void refusesAListWithinAFreeObject() {
    SendQueryParameters nested = query().free(Map.of("k", List.of(1))).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> api.sendQuery(nested).execute())
        .withMessageContaining("list or map in another");
  }

  @Test
  void writesHeadersAndCookies() throws Exception {
    RecordedRequest request =
        send(
            api.sendQuery(
                query()
                    .xList(List.of("a", "b c"))
                    .xFlat(RANGE)
                    .xPairs(RANGE)
                    .xJson(RANGE)
                    .plainHeader("abc")
                    .session("a+/=;b")
                    .picks(List.of("a", "b"))
                    .build()));

    assertThat(request.getTarget()).isEqualTo("/v1/wire/query");
    assertThat(request.getHeaders().values("X-List")).containsExactly("a,b c");
    assertThat(request.getHeaders().get("X-Flat")).isEqualTo("gte,1,lt,a b");
    assertThat(request.getHeaders().get("X-Pairs")).isEqualTo("gte=1,lt=a b");
    assertThat(request.getHeaders().get("X-Json")).isEqualTo("{\"gte\":1,\"lt\":\"a b\"}");
    assertThat(request.getHeaders().get("plain")).isEqualTo("abc");
    assertThat(request.getHeaders().values("Cookie"))
        .containsExactly("session=a+/=%3Bb; picks=a,b");
  }

  @Test
  void writesEachStyleOfAPath() throws Exception {
    List<String> two = List.of("a/b", "c,d");

    assertThat(
            send(api.sendPath(two, two, two, RANGE, two, RANGE, Map.of("k", ".."), RANGE))
                .getTarget())
        .isEqualTo(
            "/v1/wire/a%2Fb,c%2Cd/.a%2Fb,c%2Cd/.a%2Fb.c%2Cd/;matrix=gte,1,lt,a%20b"
                + "/;matrices=a%2Fb;matrices=c%2Cd/gte,1,lt,a%20b/k=.."
                + "/%7B%22gte%22%3A1%2C%22lt%22%3A%22a%20b%22%7D");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a:b | /v1/a%3Ab/x",
        "https://example.com | /v1/https%3A%2F%2Fexample.com/x",
        "//example.com | /v1/%2F%2Fexample.com/x",
        "%2F | /v1/%252F/x",
        "%2e%2e | /v1/%252e%252e/x",
        "a\\b?c#d | /v1/a%5Cb%3Fc%23d/x",
        "../.. | /v1/..%2F../x",
      })
  void staysBelowTheBaseUrl(String first, String target) throws Exception {
    assertThat(send(api.sendFirst(first, "x")).getTarget()).isEqualTo(target);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", ".."})
  void rejectsASegmentThatChangesThePath(String first) {
    assertThatIllegalArgumentException().isThrownBy(() -> api.sendFirst(first, "x").execute());
    assertThatIllegalArgumentException().isThrownBy(() -> api.sendOnly(first).execute());
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void keepsSlashesWhereTheDocumentSaysSo() throws Exception {
    assertThat(send(api.getMedia("1476/0/b w:%2F?#.png")).getTarget())
        .isEqualTo("/v1/wire/media/1476/0/b%20w%3A%252F%3F%23.png");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/a", "a/", "a//b", ".", "..", "a/../b", "./a", "a/."})
  void rejectsSlashesThatChangeThePath(String mediaId) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> api.getMedia(mediaId).execute())
        .withMessageStartingWith("mediaId has a segment")
        .withMessageEndingWith("\"..\"");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void streamsABodyOfTheCallersContentType() throws Exception {
    RequestBody body =
        new RequestBody() {
          @Override
          public MediaType contentType() {
            return MediaType.get("image/gif");
          }

          @Override
          public void writeTo(BufferedSink sink) throws IOException {
            sink.writeUtf8("GIF89a");
          }
        };

    RecordedRequest request = send(api.putMedia("a/b.gif", body, "no-cache"));

    assertThat(request.getRequestLine()).isEqualTo("PUT /v1/wire/media/a/b.gif HTTP/1.1");
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("image/gif");
    assertThat(request.getHeaders().get("Cache-Control")).isEqualTo("no-cache");
    assertThat(request.getHeaders().get("Transfer-Encoding")).isEqualTo("chunked");
    assertThat(request.getBody().utf8()).isEqualTo("GIF89a");
  }

  @Test
  void writesAForm() throws Exception {
    RecordedRequest request =
        send(
            api.sendForm(
                SendForm.builder()
                    .text("a b&ü")
                    .list(List.of("a", "b"))
                    .commas(List.of("a", "b,c"))
                    .object(RANGE)
                    .deep(Map.of("k", "v"))
                    .json(List.of(RANGE))
                    .build()));

    assertThat(request.getHeaders().get("Content-Type"))
        .isEqualTo("application/x-www-form-urlencoded");
    assertThat(request.getBody().utf8())
        .isEqualTo(
            "text=a+b%26%C3%BC&list=a&list=b&commas=a,b%2Cc"
                + "&object=%7B%22gte%22%3A1%2C%22lt%22%3A%22a+b%22%7D&deep%5Bk%5D=v"
                + "&json=%5B%7B%22gte%22%3A1%2C%22lt%22%3A%22a+b%22%7D%5D");
  }

  @Test
  void writesPartsOfTheirContentTypes() throws Exception {
    RequestBody picture = RequestBody.create(new byte[] {1}, PNG);
    RecordedRequest request =
        send(
            api.sendParts(
                SendPartsForm.builder()
                    .csv("ä;b")
                    .ranges(List.of(RANGE, RANGE))
                    .together(List.of(RANGE, RANGE))
                    .numbers(List.of(BigInteger.ONE, BigInteger.TWO))
                    .picture(MultipartBody.Part.createFormData("picture", "a.png", picture))
                    .build()));

    String type = request.getHeaders().get("Content-Type");
    assertThat(type).startsWith("multipart/form-data; boundary=");
    String json = "{\"gte\":1,\"lt\":\"a b\"}";
    assertThat(parts(request, type.replaceAll(".*boundary=", "")))
        .containsExactly(
            "name=\"csv\" text/csv ä;b",
            "name=\"ranges\" application/json " + json,
            "name=\"ranges\" application/json " + json,
            "name=\"together\" application/json [" + json + "," + json + "]",
            "name=\"numbers\" text/plain; charset=utf-8 1",
            "name=\"numbers\" text/plain; charset=utf-8 2",
            "name=\"picture\"; filename=\"a.png\" image/png \u0001");
  }

  @Test
  void leavesOutAnOptionalBody() throws Exception {
    RecordedRequest with = send(api.sendMaybe(RANGE));
    RecordedRequest without = send(api.sendMaybe());

    assertThat(with.getHeaders().get("Content-Type")).isEqualTo("application/vnd.range+json");
    assertThat(with.getBody().utf8()).isEqualTo("{\"gte\":1,\"lt\":\"a b\"}");
    assertThat(without.getHeaders().get("Content-Type")).isNull();
    assertThat(without.getBodySize()).isZero();
  }

  @Test
  void writesAUnionInAQueryAsItsText() throws Exception {
    Call<Range> number = api.sendFew(SendFewConsistencyParameter.of(BigInteger.TEN), null, null);
    Call<Range> word =
        api.sendFew(SendFewConsistencyParameterAnyOf.MAJORITY, "a", List.of(Colour.RED));

    assertThat(send(number).getTarget()).isEqualTo("/v1/wire/few?consistency=10");
    assertThat(send(word).getTarget())
        .isEqualTo("/v1/wire/few?consistency=majority&code=a&colours=red");
  }

  @Test
  void readsTheDefaultResponseNextToAnError() throws Exception {
    answer("{\"gte\": 1}");

    assertThat(
            api.sendFew(SendFewConsistencyParameter.of(BigInteger.TEN), null, null)
                .execute()
                .body())
        .isEqualTo(Range.builder().gte(BigInteger.ONE).build());
  }

  @Test
  void readsAnyMediaTypeAsJsonOnlyIfItAskedForJson() throws Exception {
    answer("{\"gte\": 1}");
    answer("{\"gte\": 1}");

    Range range = api.sendOnly("a").execute().body();
    try (ResponseBody bytes = api.sendFirst("a", "b").execute().body()) {
      assertThat(bytes.string()).isEqualTo("{\"gte\": 1}");
    }

    assertThat(range.gte()).isEqualTo(1);
    assertThat(server.takeRequest().getHeaders().get("Accept")).isEqualTo("application/json");
    assertThat(server.takeRequest().getHeaders().get("Accept")).isNull();
  }

  @Test
  void callsTheServerOfAnOperation() {
    assertThat(api.sendElsewhere("a b").request().url())
        .hasToString("https://eu.example.com/v9/wire/elsewhere/a%20b");
  }

  @Test
  void checksParametersAsItDoesBodies() {
    assertThat(
            query()
                .limit(0)
                .tags(List.of("", "long", "ok"))
                .plainHeader("b")
                .deep(RANGE)
                .build()
                .violations())
        .extracting(Violation::message)
        .containsExactly(
            "limit: must be at least 1, given 0",
            "tags: size must be at most 2, given 3",
            "tags[0]: length must be at least 1, given 0",
            "tags[1]: length must be at most 3, given 4",
            "plain header: must be text that matches ^a, given 1 characters");
    assertThat(SendForm.builder().text("longer").build().violations())
        .extracting(Violation::message)
        .containsExactly("text: length must be at most 5, given 6");
    assertThat(
            WireApi.sendFewViolations(
                SendFewConsistencyParameterAnyOf.of("none"),
                "long",
                Arrays.asList(Colour.of("puce"), null)))
        .extracting(Violation::rule)
        .containsExactly("enum", "maxLength", "pattern", "maxItems", "enum", "type");
    assertThat(WireApi.sendFewViolations(null, null, null)).isEmpty();
  }

  private static SendQueryParameters.Builder query() {
    return SendQueryParameters.builder();
  }

  private String query(SendQueryParameters.Builder parameters) throws Exception {
    String target = send(api.sendQuery(parameters.build())).getTarget();
    return target.contains("?") ? target.substring(target.indexOf('?') + 1) : null;
  }

  private RecordedRequest send(Call<?> call) throws Exception {
    server.enqueue(new MockResponse.Builder().code(204).build());
    call.execute();
    RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
    assertThat(request).isNotNull();
    return request;
  }

  private void answer(String body) {
    server.enqueue(
        new MockResponse.Builder()
            .addHeader("Content-Type", "application/json")
            .body(body)
            .build());
  }

  /** The parts of a multipart body: disposition, content type, content. */
  private static List<String> parts(RecordedRequest request, String boundary) {
    String body = request.getBody().string(StandardCharsets.UTF_8);
    return Arrays.stream(body.split("(\r\n)?--" + boundary + "(--)?\r\n"))
        .filter(part -> !part.isEmpty())
        .map(
            part ->
                part.replaceAll(
                    "(?s)Content-Disposition: form-data; (.*?)\r\nContent-Type: (.*?)\r\n"
                        + "(?:Content-Length: .*?\r\n)?\r\n(.*)",
                    "$1 $2 $3"))
        .toList();
  }
}

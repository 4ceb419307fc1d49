package torture;

import static net.javacrumbs.jsonunit.assertj.JsonAssertions.assertThatJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import retrofit2.Retrofit;

/** What the operations of torture.yaml put on the wire, and what they take from it. */
@NullUnmarked
@SuppressWarnings("deprecation") // getThing is deprecated, and must still work
class TortureOperationsTest {
  private static final UUID ID = new UUID(0, 1);
  private static final LocalDate DAY = LocalDate.of(2024, 2, 29);
  private static final String THING = "/v1/things/" + ID + "/2024-02-29/red,say%20%22hi%22";

  private final MockWebServer server = new MockWebServer();
  private final OkHttpClient client =
      new OkHttpClient.Builder().callTimeout(Duration.ofSeconds(10)).build();
  private FirstApi first;
  private SecondTagApi second;
  private DefaultApi other;
  private FIRST2Api shouting;

  @BeforeEach
  void start() throws IOException {
    server.start();
    Retrofit retrofit =
        RetrofitClient.builder(client).baseUrl(server.url("/v1/")).validateEagerly(true).build();
    first = retrofit.create(FirstApi.class);
    second = retrofit.create(SecondTagApi.class);
    other = retrofit.create(DefaultApi.class);
    shouting = retrofit.create(FIRST2Api.class);
  }

  @AfterEach
  void stop() {
    client.connectionPool().evictAll();
    server.close();
  }

  @Test
  void resolveThePathsThatARelativeReferenceCannotSay() throws Exception {
    answer("application/json", "{}");
    answer("application/json", "{}");

    other.root("1").execute();
    shouting.deleteBatch("7", true).execute();

    assertThat(request().getUrl().encodedPath()).isEqualTo("/v1/");
    assertThat(request().getUrl().toString()).endsWith("/v1/batch%3A7?force=true");
  }

  @Test
  void sendEveryKindOfParameter() throws Exception {
    answer("application/json", "{\"text\": \"t\", \"count\": 1, \"always\": null}");

    Formats formats = get(OffsetDateTime.parse("2024-02-29T12:00:00+05:30"), "1").execute().body();

    assertThat(formats).isEqualTo(Formats.builder().text("t").count(1).build());
    RecordedRequest request = request();
    assertThat(request.getMethod()).isEqualTo("GET");
    assertThat(request.getUrl().encodedPath()).isEqualTo(THING);
    assertThat(request.getUrl().queryParameterValues("ids")).containsExactly("1", "2");
    assertThat(request.getUrl().queryParameter("joined")).isEqualTo("a,b");
    assertThat(request.getUrl().queryParameter("piped")).isEqualTo("a|b");
    assertThat(request.getUrl().queryParameter("colour")).isEqualTo("dark <=");
    assertThat(request.getUrl().queryParameter("since")).isEqualTo("2024-02-29T12:00:00+05:30");
    assertThat(request.getUrl().queryParameter("until")).isEqualTo("2024-02-29");
    assertThat(request.getUrl().queryParameter("class")).isEqualTo("true");
    assertThat(request.getUrl().queryParameter("filter[a]")).isEqualTo("b");
    assertThat(request.getUrl().queryParameter("page size")).isEqualTo("10");
    assertThat(request.getUrl().queryParameter("page_size")).isEqualTo("20");
    assertThat(request.getHeaders().get("X-Trace")).isEqualTo("trace");
    assertThat(request.getHeaders().values("X-Numbers")).containsExactly("1,2");
    assertThat(request.getHeaders().get("Cookie")).isEqualTo("session=1");
    assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
  }

  @Test
  void leaveOutOptionalParameters() throws Exception {
    answer("application/json", "{}");

    first.getThing(ID, DAY, List.of(Colour.RED, Colour.SAY_HI), Colour.GREEN, null).execute();

    RecordedRequest request = request();
    assertThat(request.getUrl().encodedPath()).isEqualTo(THING);
    assertThat(request.getUrl().encodedQuery()).isEqualTo("colour=green");
    assertThat(request.getHeaders().get("X-Trace")).isNull();
  }

  @Test
  void sendAndReadJson() throws Exception {
    answer("application/json", "{\"class\": \"answered\"}");

    CompletableFuture<Names> names =
        first.replaceThingAsync(
            ID, DAY, List.of(Colour.RED), Names.builder().class_("sent").build());

    assertThat(names.get(10, TimeUnit.SECONDS).class_()).isEqualTo("answered");
    RecordedRequest request = request();
    assertThat(request.getMethod()).isEqualTo("PUT");
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/vnd.torture+json");
    assertThatJson(request.getBody().utf8()).isEqualTo("{\"class\": \"sent\"}");
  }

  @Test
  void readNothingWhereThereIsNothing() throws Exception {
    server.enqueue(new MockResponse.Builder().code(204).build());
    server.enqueue(new MockResponse.Builder().code(200).build());

    assertThat(first.deleteThing(ID, DAY, List.of(Colour.RED)).execute().body()).isNull();
    assertThat(first.headThing(ID, DAY, List.of(Colour.RED)).execute().code()).isEqualTo(200);
  }

  @Test
  void sendABodyWithDelete() throws Exception {
    server.enqueue(new MockResponse.Builder().code(200).build());

    second.thingsDelete(ThingsDeleteRequest.builder().all(true).build()).execute();

    RecordedRequest request = request();
    assertThat(request.getMethod()).isEqualTo("DELETE");
    assertThat(request.getBody().utf8()).isEqualTo("{\"all\":true}");
  }

  @Test
  void keepOperationsApartWhoseNamesClash() throws Exception {
    answer("application/json", "[{\"name\": \"n\"}]");
    answer("application/json", "{\"class\": \"c\"}");
    answer("application/json", "{\"a\": 1}");

    assertThat(second.listThings().execute().body())
        .containsExactly(ListThings200ResponseInner.builder().name("n").build());
    ResponseBody either = second.listThings_(Map.of("a", Colour.RED)).execute().body();
    assertThat(either.string()).isEqualTo("{\"class\": \"c\"}");
    assertThat(second.listThingsAsync__(List.of(Cat.builder().build())).execute().body())
        .isEqualTo(Map.of("a", 1L));
  }

  @Test
  void sendAndReadText() throws Exception {
    answer("text/plain", "übrigens \"so\"");

    String text = other.echo("größer \"als\"").execute().body();

    assertThat(text).isEqualTo("übrigens \"so\"");
    RecordedRequest request = request();
    assertThat(request.getHeaders().get("Content-Type")).startsWith("text/plain");
    assertThat(request.getBody().utf8()).isEqualTo("größer \"als\"");
  }

  @Test
  void sendAForm() throws Exception {
    server.enqueue(new MockResponse.Builder().code(200).build());

    other
        .submitForm(
            SubmitForm.builder()
                .name("a & b")
                .colours(List.of(Colour.RED, Colour.LESS_THAN_SIGN))
                .at(OffsetDateTime.parse("2024-02-29T12:00:00Z"))
                .build())
        .execute();

    assertThat(request().getBody().utf8())
        .isEqualTo("name=a+%26+b&colours=red&colours=%3C&at=2024-02-29T12%3A00%3A00Z");
  }

  @Test
  void sendAMultipartForm() throws Exception {
    server.enqueue(new MockResponse.Builder().code(200).build());
    RequestBody bytes = RequestBody.create(new byte[] {1, 2}, MediaType.get("image/png"));

    other
        .upload(
            UploadForm.builder()
                .file(MultipartBody.Part.createFormData("file", "a.png", bytes))
                .caption("a caption")
                .others(List.of(MultipartBody.Part.createFormData("others", "b.png", bytes)))
                .colour(Colour.RED)
                .thing(Names.builder().class_("c").build())
                .build())
        .execute();

    String body = request().getBody().utf8();
    assertThat(body)
        .contains("name=\"file\"; filename=\"a.png\"", "name=\"others\"; filename=\"b.png\"")
        .containsPattern("name=\"caption\"[\\s\\S]*?\r\n\r\na caption\r\n")
        .containsPattern("name=\"colour\"[\\s\\S]*?\r\n\r\nred\r\n")
        .containsPattern(
            "name=\"thing\"[\\s\\S]*?application/json[\\s\\S]*?\r\n\r\n\\{\"class\":\"c\"}\r\n");
  }

  @Test
  void sendAndReadBytes() throws Exception {
    answer("application/octet-stream", "bytes");

    ResponseBody body =
        other
            .store(RequestBody.create(new byte[] {1, 2, 3}, MediaType.get("image/png")))
            .execute()
            .body();

    assertThat(body.string()).isEqualTo("bytes");
    RecordedRequest request = request();
    assertThat(request.getHeaders().get("Content-Type")).isEqualTo("image/png");
    assertThat(request.getBody().toByteArray()).containsExactly(1, 2, 3);
  }

  @Test
  void writeNoBodyTwice() throws Exception {
    Interceptor twice =
        chain -> {
          chain.proceed(chain.request()).close();
          return chain.proceed(chain.request());
        };
    OkHttpClient stubborn = client.newBuilder().addInterceptor(twice).build();
    DefaultApi api =
        RetrofitClient.builder(stubborn).baseUrl(server.url("/")).build().create(DefaultApi.class);
    for (int i = 0; i < 6; i++) {
      server.enqueue(new MockResponse.Builder().code(200).build());
    }

    assertThatThrownBy(() -> api.submitForm(SubmitForm.builder().name("a").build()).execute())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("sent once");
    assertThatThrownBy(() -> api.echo("text").execute()).hasMessageContaining("sent once");
    assertThat(request().getBody().utf8()).isEqualTo("name=a");
    assertThat(request().getBody().utf8()).isEqualTo("text");
  }

  private retrofit2.Call<Formats> get(OffsetDateTime since, String session) {
    return first.getThing(
        ID,
        DAY,
        List.of(Colour.RED, Colour.SAY_HI),
        Colour.of("dark <="),
        GetThingParameters.builder()
            .ids(List.of(1L, 2L))
            .joined(List.of("a", "b"))
            .piped(List.of("a", "b"))
            .since(since)
            .until(DAY)
            .class_(true)
            .filter(Map.of("a", "b"))
            .xTrace("trace")
            .xNumbers(List.of(1, 2))
            .session(session)
            .pageSize(10)
            .pageSize_(20)
            .build());
  }

  private void answer(String type, String body) {
    server.enqueue(new MockResponse.Builder().addHeader("Content-Type", type).body(body).build());
  }

  private RecordedRequest request() throws InterruptedException {
    RecordedRequest request = server.takeRequest(10, TimeUnit.SECONDS);
    assertThat(request).isNotNull();
    return request;
  }
}

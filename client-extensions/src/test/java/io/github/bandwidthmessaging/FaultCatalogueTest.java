package io.github.bandwidthmessaging;

import static io.github.bandwidthmessaging.CountingServer.reset;
import static io.github.bandwidthmessaging.CountingServer.write;
import static io.github.bandwidthmessaging.Fault.Wire.HTTP_2;
import static io.github.bandwidthmessaging.Fault.Wire.PLAIN;
import static io.github.bandwidthmessaging.Fault.client;
import static io.github.bandwidthmessaging.Fault.respond;
import static io.github.bandwidthmessaging.Fault.serve;
import static io.github.bandwidthmessaging.Outcome.NOT_SENT;
import static io.github.bandwidthmessaging.Outcome.SENT;
import static io.github.bandwidthmessaging.Outcome.UNKNOWN;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bandwidthmessaging.Fault.Run;
import io.github.bandwidthmessaging.Fault.Way;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every fault that is known, through every way of sending: the outcome is compared with what the
 * server received. {@code target/fault-catalogue.md} has the result.
 */
@Timeout(300)
class FaultCatalogueTest {
  private static final String GATEWAY = "{\"type\":\"busy\",\"description\":\"Try later\"}";
  private static final String OURS =
      "{\"type\":\"internal-server-error\",\"description\":\"Sorry\"}";
  private static final String ACCEPTED = StaleConnectionTest.ACCEPTED;
  private static final byte[] MORE =
      "x".repeat(64 * 1024).getBytes(java.nio.charset.StandardCharsets.US_ASCII);

  // spotless:off
  /** One line each: what happens, and which outcome is true then. */
  private static List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    Consumer<Fault> add = faults::add;

    // What a server responds.
    add.accept(respond("202", SENT, 202, "", "{\"id\":\"1\"}"));
    add.accept(respond("200", SENT, 200, "", "{\"id\":\"1\"}"));
    add.accept(respond("202, absurd price", SENT, 202, "", "{\"id\":\"m-1\",\"price\":1e9999999999}"));
    add.accept(respond("202, absurd count", SENT, 202, "", "{\"id\":\"m-1\",\"segmentCount\":1e9999999999}"));
    add.accept(respond("202, huge count", SENT, 202, "", "{\"segmentCount\":1e10000000,\"id\":\"m-1\"}"));
    add.accept(respond("202, 200,000 digits", SENT, 202, "", "{\"id\":\"1\",\"x\":" + "9".repeat(200_000) + "}"));
    add.accept(respond("202, nested deeply", SENT, 202, "", "{\"id\":\"1\",\"x\":" + "[".repeat(9_000) + "]".repeat(9_000) + "}"));
    add.accept(respond("202, byte order mark", SENT, 202, "", "\ufeff{\"id\":\"1\"}"));
    add.accept(respond("202, empty", SENT, 202, "", ""));
    add.accept(respond("202, HTML", SENT, 202, "Content-Type: text/html\n", "<html>"));
    add.accept(respond("202, cut off", SENT, 202, "", "{\"id\":\"1\",\"te"));
    add.accept(respond("202, no charset of this world", SENT, 202, "Content-Type: a/b; charset=x-y\n", "{\"id\":\"1\"}"));
    add.accept(respond("202, no gzip", SENT, 202, "Content-Encoding: gzip\n", "{\"id\":\"1\"}"));
    add.accept(respond("202, odd cookie", SENT, 202, "Set-Cookie: =;;=\u00e9; Max-Age=99999999999999999999\n", "{\"id\":\"1\"}"));
    add.accept(respond("204", SENT, 204, "", ""));
    add.accept(respond("205", SENT, 205, "Content-Length: 0\n", ""));
    add.accept(respond("299", SENT, 299, "", "x"));
    for (int status : new int[] {300, 301, 302, 303, 307, 308}) {
      add.accept(respond(status + "", NOT_SENT, status, "Location: /elsewhere\n", "").doubledByOkHttp(status > 303));
    }
    for (int status :
        new int[] {
          400, 401, 402, 403, 404, 405, 406, 407, 408, 413, 415, 421, 422, 425, 429, 431, 451, 499
        }) {
      add.accept(respond(status + "", NOT_SENT, status, "", "").doubledByOkHttp(status == 408));
      add.accept(respond(status + " in Bandwidth's words", NOT_SENT, status, "Retry-After: 99999999999\n", GATEWAY));
    }
    add.accept(respond("400, no gzip", NOT_SENT, 400, "Content-Encoding: gzip\n", GATEWAY));
    add.accept(respond("500 of Bandwidth", NOT_SENT, 500, "", OURS));
    add.accept(respond("500 of Bandwidth after a mark", NOT_SENT, 500, "", "\ufeff" + OURS));
    for (int status : new int[] {500, 501, 502, 503, 504, 520, 599}) {
      add.accept(respond(status + " of a gateway", UNKNOWN, status, "", "<html>"));
      add.accept(respond(status + " with type and description", UNKNOWN, status, "", GATEWAY));
      add.accept(respond(status + " with empty strings", UNKNOWN, status, "", "{\"type\":\"\",\"description\":\"\"}"));
      add.accept(respond(status + " with a problem", UNKNOWN, status, "Content-Type: application/problem+json\n", "{\"type\":\"about:blank\",\"title\":\"x\",\"status\":" + status + "}"));
    }
    add.accept(respond("502 that speaks as Bandwidth", UNKNOWN, 502, "", OURS));
    add.accept(respond("503, Retry-After: 0", UNKNOWN, 503, "Retry-After: 0\n", "").doubledByOkHttp(true));
    add.accept(respond("503, absurd Retry-After", UNKNOWN, 503, "Retry-After: 99999999999999\n", ""));
    add.accept(respond("429, then 202", SENT, number -> number == 1 ? "429" : "202").retrying().copies(2));
    add.accept(respond("500 of Bandwidth, then 202", SENT, number -> number == 1 ? "500" : "202").retrying().copies(2));
    add.accept(respond("429 four times", NOT_SENT, number -> "429").retrying().copies(4));
    add.accept(respond("429, then 502", UNKNOWN, number -> number == 1 ? "429" : "502").retrying().copies(2));

    // What a server writes, byte for byte.
    add.accept(serve("204 with a body", SENT, (n, s) -> write(s, "HTTP/1.1 204 No\nContent-Length: 5\n\nhello")));
    add.accept(serve("205 with a body", SENT, (n, s) -> write(s, "HTTP/1.1 205 Reset\nContent-Length: 5\n\nhello")));
    add.accept(serve("100, then 202", SENT, (n, s) -> write(s, "HTTP/1.1 100 Continue\n\n" + ACCEPTED)));
    add.accept(serve("103, then 202", SENT, (n, s) -> write(s, "HTTP/1.1 103 Hints\nLink: x\n\n" + ACCEPTED)));
    add.accept(serve("103, then 400", NOT_SENT, (n, s) -> write(s, "HTTP/1.1 103 Hints\n\nHTTP/1.1 400 Bad\nContent-Length: 0\n\n")));
    add.accept(serve("100 and nothing else", UNKNOWN, (n, s) -> write(s, "HTTP/1.1 100 Continue\n\n")).hasty());
    add.accept(serve("101", UNKNOWN, (n, s) -> write(s, "HTTP/1.1 101 Switching\nUpgrade: x\nConnection: upgrade\n\n")).hasty());
    for (String line :
        List.of(
            "garbage",
            "",
            "HTTP/1.1 2020 X",
            "HTTP/1.1 -02 X",
            "HTTP/1.1 2O2 X",
            "HTTP/9.9 202 X",
            "Basic dXNlcjpzZWNyZXQtd29yZA==",
            "\u0000\u0001")) {
      add.accept(serve("status line '" + line.replace("\u0000", "NUL") + "'", UNKNOWN, (n, s) -> write(s, line + "\nContent-Length: 0\n\n")).hasty());
    }
    add.accept(serve("202, Content-Length too long", SENT, (n, s) -> write(s, "HTTP/1.1 202 A\nContent-Length: 99\n\n{\"id\":\"1\"}")).closing());
    add.accept(serve("202, Content-Length too short", SENT, (n, s) -> write(s, "HTTP/1.1 202 A\nContent-Length: 5\n\n{\"id\":\"1\"}")).messages(3));
    add.accept(serve("202, absurd Content-Length", SENT, (n, s) -> write(s, "HTTP/1.1 202 A\nContent-Length: 99999999999999999999\n\n{\"id\":\"1\"}")).closing());
    add.accept(serve("202, negative Content-Length", SENT, (n, s) -> write(s, "HTTP/1.1 202 A\nContent-Length: -1\n\n{\"id\":\"1\"}")).closing());
    add.accept(serve("202, two Content-Lengths", SENT, (n, s) -> write(s, "HTTP/1.1 202 A\nContent-Length: 99\nContent-Length: 10\n\n{\"id\":\"1\"}")).messages(3));
    add.accept(serve("202, invalid chunks", SENT, (n, s) -> write(s, "HTTP/1.1 202 A\nTransfer-Encoding: chunked\n\nxyz\n")).hasty());
    add.accept(serve("202, absurd chunk", SENT, (n, s) -> write(s, "HTTP/1.1 202 A\nTransfer-Encoding: chunked\n\nfffffffffffffffff\n")).hasty());
    add.accept(serve("202, chunked", SENT, (n, s) -> write(s, "HTTP/1.1 202 A\nTransfer-Encoding: chunked\n\na\n{\"id\":\"1\"}\n0\n\n")).messages(3));
    for (String leftover :
        List.of(
            "HTTP/1.1 202 A\nContent-Length: 10\n\n{\"id\":\"9\"}",
            "HTTP/1.1 400 Bad\nContent-Length: 0\n\n",
            "HTTP/1.1 429 Slow\nContent-Length: 0\n\n",
            "HTTP/1.1 5",
            "\n",
            "x")) {
      add.accept(serve("leftover '" + leftover.split("\n", 2)[0] + "'", SENT, (n, s) -> write(s, ACCEPTED + leftover)).messages(3).retrying());
      add.accept(serve("leftover after chunks '" + leftover.split("\n", 2)[0] + "'", SENT, (n, s) -> write(s, "HTTP/1.1 202 A\nTransfer-Encoding: chunked\n\na\n{\"id\":\"1\"}\n0\n\n" + leftover)).messages(3).retrying());
      add.accept(serve("leftover in two writes '" + leftover.split("\n", 2)[0] + "'", SENT, (n, s) -> { write(s, ACCEPTED.substring(0, ACCEPTED.length() - 3)); write(s, ACCEPTED.substring(ACCEPTED.length() - 3) + leftover); }).messages(3).retrying());
    }
    add.accept(serve("leftover larger than a buffer", SENT, (n, s) -> write(s, ACCEPTED + ("HTTP/1.1 400 Bad\nContent-Length: 0\nX: " + "y".repeat(3_000) + "\n\n").repeat(8))).messages(3));
    add.accept(serve("endless headers", UNKNOWN, (n, s) -> endless(s, "HTTP/1.1 202 A\nX: ")));
    add.accept(serve("endless status line", UNKNOWN, (n, s) -> endless(s, "HTTP/1.1 202 ")));
    add.accept(serve("endless body", SENT, (n, s) -> endless(s, "HTTP/1.1 202 A\n\n{\"id\":\"1\",\"x\":\"")));
    add.accept(serve("endless chunk extension", SENT, (n, s) -> endless(s, "HTTP/1.1 202 A\nTransfer-Encoding: chunked\n\n1;")));
    add.accept(serve("endless trailers", SENT, (n, s) -> endless(s, "HTTP/1.1 202 A\nTransfer-Encoding: chunked\n\n0\nX: ")));
    add.accept(serve("endless 400", NOT_SENT, (n, s) -> endless(s, "HTTP/1.1 400 Bad\n\n")));
    add.accept(serve("silent", UNKNOWN, (n, s) -> {}).hasty());
    add.accept(serve("drips headers", UNKNOWN, (n, s) -> drip(s, "HTTP/1.1 202 A\nX: ")).hasty());
    add.accept(serve("drips the body", SENT, (n, s) -> drip(s, "HTTP/1.1 202 A\nContent-Length: 9999\n\n")).hasty());
    add.accept(serve("closes after reading", UNKNOWN, (n, s) -> {}).closing());
    add.accept(serve("resets after reading", UNKNOWN, (n, s) -> reset(s)).closing());
    add.accept(serve("resets in the headers", UNKNOWN, (n, s) -> { write(s, "HTTP/1.1 202 A\nConte"); reset(s); }).closing());
    add.accept(serve("closes in the body", SENT, (n, s) -> write(s, "HTTP/1.1 202 A\nContent-Length: 99\n\n{\"id\":\"1\",")).closing());
    add.accept(serve("half-closes after reading", UNKNOWN, (n, s) -> s.shutdownOutput()).hasty());
    add.accept(serve("closes the second time", UNKNOWN, (n, s) -> { if (n == 1) { write(s, ACCEPTED); } else { s.close(); } }).messages(2).doubledByOkHttp(true));
    add.accept(serve("closes when idle", SENT, (n, s) -> { write(s, ACCEPTED); s.close(); }).messages(3).or(UNKNOWN));
    add.accept(serve("half-closes when idle", SENT, (n, s) -> { write(s, ACCEPTED); s.shutdownOutput(); }).messages(3).or(UNKNOWN));
    add.accept(serve("resets when idle", SENT, (n, s) -> { write(s, ACCEPTED + " "); s.close(); }).messages(3).or(UNKNOWN));
    add.accept(client("first of two addresses refuses", SENT, http -> http.dns(host -> List.of(InetAddress.getByAddress(new byte[] {127, 0, 0, 2}), InetAddress.getLoopbackAddress()))).on(PLAIN).byName());
    add.accept(client("no address", NOT_SENT, http -> http.dns(host -> { throw new java.net.UnknownHostException(host); })).byName());

    // What a server does on HTTP/2.
    for (int code : new int[] {1, 2, 8, 11}) {
      add.accept(respond("stream reset with " + code, UNKNOWN, n -> "").on(HTTP_2).mock(new MockResponse.Builder().onRequestBody(new SocketEffect.CloseStream(code))));
    }
    add.accept(respond("stream refused", NOT_SENT, n -> "").on(HTTP_2).mock(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseStream(7))));
    add.accept(respond("stream reset in the body", SENT, n -> "").on(HTTP_2).mock(new MockResponse.Builder().code(202).body("{\"id\":\"1\"}").onResponseBody(new SocketEffect.CloseStream(2))));
    add.accept(respond("disconnects at the request", UNKNOWN, n -> "").on(HTTP_2).mock(new MockResponse.Builder().onRequestBody(SocketEffect.ShutdownConnection.INSTANCE)));
    add.accept(respond("disconnects at the end", SENT, n -> "").on(HTTP_2).mock(new MockResponse.Builder().code(202).body("{\"id\":\"1\"}").onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)).messages(2).or(NOT_SENT));
    add.accept(respond("stalls", UNKNOWN, n -> "").on(HTTP_2).mock(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE)).hasty());
    add.accept(respond("two megabytes", SENT, n -> "").on(HTTP_2).mock(new MockResponse.Builder().code(202).body("{\"id\":\"1\",\"x\":\"" + "y".repeat(2_000_000) + "\"}")));
    add.accept(respond("large header block", UNKNOWN, n -> "").on(HTTP_2).mock(new MockResponse.Builder().code(202).addHeader("x", "y".repeat(300_000)).body("{\"id\":\"1\"}")));

    // What an interceptor does.
    for (Thrown thrown : Thrown.values()) {
      add.accept(client("interceptor throws " + thrown + " before", NOT_SENT, http -> http.addInterceptor(chain -> { throw thrown.now(); })));
      add.accept(client("interceptor throws " + thrown + " after", SENT, http -> http.addInterceptor(after(thrown))));
      add.accept(client("network interceptor throws " + thrown + " before", NOT_SENT, http -> http.addNetworkInterceptor(chain -> { throw thrown.now(); })));
      add.accept(client("network interceptor throws " + thrown + " after", SENT, http -> http.addNetworkInterceptor(after(thrown))));
      add.accept(client("response body throws " + thrown, SENT, http -> http.addInterceptor(chain -> withBody(chain.proceed(chain.request()), thrown))));
      add.accept(client("request body throws " + thrown, UNKNOWN, http -> http.addInterceptor(chain -> chain.proceed(chain.request().newBuilder().post(throwing(thrown)).build()))).received(0));
      add.accept(client("DNS throws " + thrown, NOT_SENT, http -> http.dns(host -> { throw thrown.unchecked(); })).byName());
      add.accept(client("proxy selector throws " + thrown, NOT_SENT, http -> http.proxySelector(new ThrowingProxies(thrown))).hasty());
    }
    add.accept(client("interceptor reads the body", SENT, http -> http.addInterceptor(reading())));
    add.accept(client("network interceptor reads the body", SENT, http -> http.addNetworkInterceptor(reading())));
    add.accept(client("interceptor reads the body and throws", NOT_SENT, http -> http.addInterceptor(reading()).addInterceptor(chain -> { throw new IOException("x"); })));
    add.accept(client("network interceptor reads the body and throws", NOT_SENT, http -> http.addNetworkInterceptor(reading()).addNetworkInterceptor(chain -> { throw new IOException("x"); })));
    for (int status : new int[] {200, 202, 204, 304, 400, 401, 408, 429, 500, 503, 504}) {
      add.accept(client("interceptor answers " + status, NOT_SENT, http -> http.addInterceptor(chain -> response(chain, status))));
      add.accept(client("interceptor reads the body and answers " + status, NOT_SENT, http -> http.addInterceptor(reading()).addInterceptor(chain -> response(chain, status))));
      add.accept(client("interceptor makes it " + status, SENT, http -> http.addInterceptor(chain -> chain.proceed(chain.request()).newBuilder().code(status).build())));
      add.accept(serve("closes, interceptor answers " + status, UNKNOWN, (n, s) -> {}).closing().http(http -> http.addInterceptor(chain -> { try { return chain.proceed(chain.request()); } catch (IOException e) { return response(chain, status); } })));
    }
    add.accept(client("interceptor asks the cache only", NOT_SENT, http -> http.addInterceptor(chain -> chain.proceed(chain.request().newBuilder().header("Cache-Control", "only-if-cached").build()))));
    add.accept(client("interceptor proceeds twice", SENT, http -> http.addInterceptor(chain -> { chain.proceed(chain.request()).close(); return chain.proceed(chain.request()); })));
    add.accept(client("interceptor proceeds twice at once", SENT, http -> http.addInterceptor(chain -> { Response unused = chain.proceed(chain.request()); return chain.proceed(chain.request()); })));
    add.accept(client("network interceptor proceeds twice", SENT, http -> http.addNetworkInterceptor(chain -> { chain.proceed(chain.request()).close(); return chain.proceed(chain.request()); })));
    add.accept(client("interceptor sends another body", SENT, http -> http.addInterceptor(chain -> chain.proceed(chain.request().newBuilder().post(RequestBody.create("{}", MediaType.get("application/json"))).build()))));
    add.accept(client("network interceptor sends another body", SENT, http -> http.addNetworkInterceptor(chain -> chain.proceed(chain.request().newBuilder().post(RequestBody.create("{}", MediaType.get("application/json"))).header("Content-Length", "2").build()))));
    add.accept(client("interceptor takes the body", NOT_SENT, http -> http.addInterceptor(chain -> chain.proceed(chain.request().newBuilder().get().build()))));
    add.accept(client("network interceptor takes the body", NOT_SENT, http -> http.addNetworkInterceptor(chain -> chain.proceed(chain.request().newBuilder().get().build()))));
    add.accept(client("interceptor takes the tag", SENT, http -> http.addInterceptor(chain -> chain.proceed(new Request.Builder().url(chain.request().url()).post(requireNonNull(chain.request().body())).build()))));
    add.accept(client("interceptor changes the host", NOT_SENT, http -> http.addInterceptor(chain -> chain.proceed(chain.request().newBuilder().url(HttpUrl.get("http://127.0.0.9:9/x")).build()))));
    add.accept(client("authenticator wants a GET after 401", NOT_SENT, http -> http.authenticator((route, response) -> response.request().newBuilder().get().build())).status(401));
    add.accept(client("authenticator throws after 401", NOT_SENT, http -> http.authenticator((route, response) -> { throw new LinkageError("x"); })).status(401));
    add.accept(client("timeout before anything is written", NOT_SENT, http -> http.callTimeout(Duration.ofMillis(1)).addInterceptor(chain -> { LockSupport.parkNanos(30_000_000); return chain.proceed(chain.request()); })));

    // What OkHttp's event listener does.
    for (Thrown thrown : List.of(Thrown.RUNTIME_EXCEPTION, Thrown.ERROR)) {
      for (String event :
          List.of(
              "callStart",
              "proxySelectStart",
              "proxySelectEnd",
              "connectStart",
              "connectEnd",
              "connectionAcquired",
              "requestHeadersStart",
              "requestHeadersEnd",
              "requestBodyStart")) {
        add.accept(client("listener throws " + thrown + " at " + event, NOT_SENT, http -> http.eventListener(new Events(event, thrown))));
      }
      for (String event : List.of("requestBodyEnd", "responseHeadersStart")) {
        add.accept(client("listener throws " + thrown + " at " + event, UNKNOWN, http -> http.eventListener(new Events(event, thrown))));
      }
      for (String event :
          List.of(
              "responseHeadersEnd",
              "responseBodyStart",
              "responseBodyEnd",
              "connectionReleased",
              "callEnd")) {
        add.accept(client("listener throws " + thrown + " at " + event, SENT, http -> http.eventListener(new Events(event, thrown))));
      }
      add.accept(serve("listener throws " + thrown + " at canceled", UNKNOWN, (n, sock) -> {}).hasty().http(http -> http.eventListener(new Events("canceled", thrown))));
      add.accept(client("listener cannot be made: " + thrown, NOT_SENT, http -> http.eventListenerFactory(call -> { throw thrown.unchecked(); })));
    }

    // What our listener and credentials do.
    for (Thrown thrown : Thrown.values()) {
      add.accept(client("credentials throw " + thrown, NOT_SENT, http -> {}).with(builder -> builder.credentials(() -> { throw thrown.now(); })));
      add.accept(client("credentials throw " + thrown + " after 401", NOT_SENT, http -> {}).status(401).with(builder -> builder.credentials(new Renewing(thrown))));
      add.accept(client("listener throws " + thrown, SENT, http -> {}).with(builder -> builder.listener(request -> new Throwing(thrown))));
      add.accept(client("listener factory throws " + thrown, SENT, http -> {}).with(builder -> builder.listener(request -> { throw thrown.unchecked(); })));
      add.accept(client("listener throws " + thrown + " at a retry", SENT, http -> {}).statuses(n -> n == 1 ? "429" : "202").retrying().copies(2).with(builder -> builder.listener(request -> new Throwing(thrown))));
    }
    add.accept(client("credentials are null", NOT_SENT, http -> {}).with(builder -> builder.credentials(FaultCatalogueTest::nothing)));
    add.accept(client("credentials have a line break", NOT_SENT, http -> {}).with(builder -> builder.credentials(() -> "a\nb")));
    add.accept(client("no token endpoint", NOT_SENT, http -> {}).with(builder -> builder.credentials(Credentials.oauth("id", "secret", "http://127.0.0.1:1/token"))));

    // What threads do.
    add.accept(client("dispatcher is shut down", NOT_SENT, http -> { ExecutorService executor = Executors.newCachedThreadPool(); executor.shutdown(); http.dispatcher(new Dispatcher(executor)); }).by(Way.SEND_ASYNC));
    add.accept(client("executor rejects", NOT_SENT, http -> http.dispatcher(new Dispatcher(new Executing(task -> { throw new RejectedExecutionException("x"); })))).by(Way.SEND_ASYNC));
    add.accept(client("executor throws an Error", NOT_SENT, http -> http.dispatcher(new Dispatcher(new Executing(task -> { throw new LinkageError("x"); })))).by(Way.SEND_ASYNC));
    add.accept(client("executor drops the task", NOT_SENT, http -> http.dispatcher(new Dispatcher(new Executing(task -> {})))).by(Way.SEND_ASYNC).hasty());
    add.accept(client("credentials block for ever", NOT_SENT, http -> {}).by(Way.SEND_ASYNC).hasty().with(builder -> builder.credentials(() -> { block(); return ""; })));
    add.accept(client("interrupted before", NOT_SENT, http -> {}).by(Way.SEND).interruptedBefore());
    add.accept(client("interrupted by the source of credentials", NOT_SENT, http -> {}).by(Way.SEND).interrupting().with(builder -> builder.credentials(() -> { Thread.currentThread().interrupt(); return "Bearer x"; })));
    add.accept(client("interrupted in the look-up", NOT_SENT, http -> http.dns(host -> { Thread.currentThread().interrupt(); return List.of(InetAddress.getLoopbackAddress()); })).by(Way.SEND).byName().interrupting());
    add.accept(client("interrupted when connected", NOT_SENT, http -> http.eventListener(new Events("connectionAcquired", null))).by(Way.SEND).interrupting());
    add.accept(client("interrupted between attempts", NOT_SENT, http -> {}).by(Way.SEND).statuses(n -> "429").retrying().copies(4).interrupting().with(builder -> builder.listener(request -> new Interrupting())));
    add.accept(serve("interrupted while waiting", UNKNOWN, (n, s) -> {}).interruptedByServer());
    add.accept(serve("interrupted in the headers", UNKNOWN, (n, s) -> write(s, "HTTP/1.1 202 A\nX: ")).interruptedByServer());
    add.accept(serve("interrupted in the body", SENT, (n, s) -> write(s, "HTTP/1.1 202 A\nContent-Length: 99\n\n{\"id\":\"1\"")).interruptedByServer().or(UNKNOWN));
    add.accept(respond("interrupted while waiting for a stream", UNKNOWN, n -> "").on(HTTP_2).mock(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE)).interruptedByServer());
    return faults;
  }
  // spotless:on

  @Test
  void outcomeIsTrueForEveryFault() throws Exception {
    assertNothingWrong("threads", Thread::new);
  }

  @Test
  void outcomeIsTrueOnVirtualThreads() throws Exception {
    assumeTrue(Runtime.version().feature() >= 21, "Virtual threads need Java 21");
    Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
    java.lang.reflect.Method unstarted =
        Class.forName("java.lang.Thread$Builder").getMethod("unstarted", Runnable.class);
    assertNothingWrong(
        "virtual threads",
        work -> {
          try {
            return (Thread) unstarted.invoke(builder, work);
          } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** If OkHttp itself never doubles a message, the catalog proves nothing. */
  @Test
  void plainOkHttpDoublesWhatItCalls() throws Exception {
    for (Fault fault : faults()) {
      if (fault.isDoubledByOkHttp()) {
        assertThat(fault.plainCopies()).as(fault.name()).isGreaterThan(1);
      }
    }
  }

  @Test
  void detectsWrongOutcomes() {
    Fault fault = respond("x", NOT_SENT, 400, "", "");

    assertThat(new Run(fault, PLAIN, Way.SEND, List.of("NOT_SENT"), 1, false, 5).isWrong())
        .isFalse();
    assertThat(new Run(fault, PLAIN, Way.SEND, List.of("SENT"), 1, false, 5).isWrong()).isTrue();
    assertThat(new Run(fault, PLAIN, Way.SEND, List.of(), 1, false, 5).isWrong()).isTrue();
    assertThat(new Run(fault, PLAIN, Way.SEND, List.of("NOT_SENT"), 2, false, 5).isDouble())
        .isTrue();
    assertThat(new Run(fault, PLAIN, Way.SEND, List.of("NOT_SENT"), 1, false, 5).isDouble())
        .isFalse();
    Fault sent = respond("x", SENT, 202, "", "");
    assertThat(new Run(sent, PLAIN, Way.SEND, List.of("SENT"), 0, false, 5).isWrong()).isTrue();
    assertThat(new Run(sent, PLAIN, Way.SEND, List.of("SENT"), 1, false, 5).isWrong()).isFalse();
  }

  private static void assertNothingWrong(String name, Fault.Threads threads) throws Exception {
    Thread.UncaughtExceptionHandler handler = Thread.getDefaultUncaughtExceptionHandler();
    // OkHttp throws again what interceptors and listeners throw, on its own threads.
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {});
    ExecutorService executor = Executors.newFixedThreadPool(6);
    List<Run> runs = new ArrayList<>();
    try {
      List<Callable<Run>> work = new ArrayList<>();
      for (Fault fault : faults()) {
        fault
            .wires()
            .forEach(w -> fault.ways(w).forEach(way -> work.add(() -> fault.run(w, way, threads))));
      }
      for (Future<Run> run : executor.invokeAll(work)) {
        runs.add(run.get());
      }
    } finally {
      executor.shutdown();
      Thread.setDefaultUncaughtExceptionHandler(handler);
    }
    List<Run> wrong = runs.stream().filter(Run::isWrong).toList();
    List<Run> doubles = runs.stream().filter(Run::isDouble).toList();
    List<Run> hangs = runs.stream().filter(Run::isHanging).toList();
    String summary =
        "%s: %d rows, %d runs, %d wrong outcomes, %d duplicates, %d hangs"
            .formatted(
                name, faults().size(), runs.size(), wrong.size(), doubles.size(), hangs.size());
    System.out.println(summary);
    Files.write(
        Path.of("target", "fault-catalogue-" + name.replace(' ', '-') + ".md"),
        Stream.concat(
                Stream.of(
                    summary,
                    "",
                    "| fault | over | by | outcome | copies | ms |",
                    "|---|---|---|---|---|---|"),
                runs.stream().map(Run::line))
            .toList());

    assertThat(Stream.of(wrong, doubles, hangs).flatMap(List::stream).distinct().map(Run::line))
        .isEmpty();
    assertThat(runs).hasSizeGreaterThan(1_000);
  }

  private static void endless(java.net.Socket socket, String beginning) throws IOException {
    write(socket, beginning);
    // Until the client hangs up; bounded, should it not.
    for (int i = 0; i < 4_000; i++) {
      socket.getOutputStream().write(MORE);
    }
  }

  private static void drip(java.net.Socket socket, String beginning) throws IOException {
    write(socket, beginning);
    for (int i = 0; i < 100; i++) {
      try {
        new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      write(socket, "x");
    }
  }

  private static void block() {
    try {
      new CountDownLatch(1).await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("NullAway")
  private static String nothing() {
    return null;
  }

  private static Interceptor after(Thrown thrown) {
    return chain -> {
      chain.proceed(chain.request()).close();
      throw thrown.now();
    };
  }

  private static Interceptor reading() {
    return chain -> {
      requireNonNull(chain.request().body()).writeTo(new Buffer());
      return chain.proceed(chain.request());
    };
  }

  private static Response response(Interceptor.Chain chain, int status) {
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(status)
        .message("made up")
        .body(ResponseBody.create("{\"id\":\"1\"}", MediaType.get("application/json")))
        .build();
  }

  private static Response withBody(Response response, Thrown thrown) {
    okio.Source source =
        new okio.ForwardingSource(response.body().source()) {
          @Override
          public long read(Buffer sink, long byteCount) throws IOException {
            throw thrown.now();
          }
        };
    return response
        .newBuilder()
        .body(ResponseBody.create(okio.Okio.buffer(source), null, -1))
        .build();
  }

  private static RequestBody throwing(Thrown thrown) {
    return new RequestBody() {
      @Override
      public MediaType contentType() {
        return MediaType.get("application/json");
      }

      @Override
      public void writeTo(okio.BufferedSink sink) throws IOException {
        throw thrown.now();
      }
    };
  }

  /** Everything that can be thrown, declared or not. */
  @SuppressWarnings("ImmutableEnumChecker") // the suppliers keep nothing
  private enum Thrown {
    IO_EXCEPTION(() -> new IOException("x")),
    RUNTIME_EXCEPTION(() -> new IllegalStateException("x")),
    ERROR(() -> new NoSuchMethodError("x")),
    CHECKED_EXCEPTION(() -> new Exception("x"));

    private final Callable<Throwable> make;

    Thrown(Callable<Throwable> make) {
      this.make = make;
    }

    IOException now() {
      throw unchecked();
    }

    RuntimeException unchecked() {
      try {
        throw FaultCatalogueTest.<RuntimeException>sneak(make.call());
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw FaultCatalogueTest.<RuntimeException>sneak(e);
      }
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E sneak(Throwable e) throws E {
    throw (E) e;
  }

  private record Throwing(Thrown thrown) implements RequestListener {
    @Override
    public void attemptStarted(AttemptInfo attempt) {
      throw thrown.unchecked();
    }

    @Override
    public void attemptFinished(AttemptInfo attempt) {
      throw thrown.unchecked();
    }

    @Override
    public void retryScheduled(AttemptInfo failed, Duration wait) {
      throw thrown.unchecked();
    }

    @Override
    public void finished(Completion completion) {
      throw thrown.unchecked();
    }
  }

  private record Interrupting() implements RequestListener {
    @Override
    public void retryScheduled(AttemptInfo failed, Duration wait) {
      Thread.currentThread().interrupt();
    }
  }

  private record Renewing(Thrown thrown) implements Credentials {
    @Override
    public String authorization() {
      return "Bearer x";
    }

    @Override
    public boolean refused(String authorization) {
      throw thrown.unchecked();
    }
  }

  private static final class ThrowingProxies extends java.net.ProxySelector {
    private final Thrown thrown;

    ThrowingProxies(Thrown thrown) {
      this.thrown = thrown;
    }

    @Override
    public List<java.net.Proxy> select(java.net.URI uri) {
      throw thrown.unchecked();
    }

    @Override
    public void connectFailed(java.net.URI uri, java.net.SocketAddress address, IOException e) {}
  }

  private static final class Executing extends AbstractExecutorService {
    private final Consumer<Runnable> how;

    Executing(Consumer<Runnable> how) {
      this.how = how;
    }

    @Override
    public void execute(Runnable command) {
      how.accept(command);
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
      return List.of();
    }

    @Override
    public boolean isShutdown() {
      return false;
    }

    @Override
    public boolean isTerminated() {
      return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
      return true;
    }
  }

  /** Throws at one event, or interrupts the thread there. */
  private static final class Events extends EventListener {
    private final String event;
    private final @Nullable Thrown thrown;

    Events(String event, @Nullable Thrown thrown) {
      this.event = event;
      this.thrown = thrown;
    }

    private void at(String name) {
      if (name.equals(event)) {
        if (thrown == null) {
          Thread.currentThread().interrupt();
        } else {
          throw thrown.unchecked();
        }
      }
    }

    @Override
    public void callStart(Call call) {
      at("callStart");
    }

    @Override
    public void proxySelectStart(Call call, HttpUrl url) {
      at("proxySelectStart");
    }

    @Override
    public void proxySelectEnd(Call call, HttpUrl url, List<java.net.Proxy> proxies) {
      at("proxySelectEnd");
    }

    @Override
    public void connectStart(Call call, java.net.InetSocketAddress address, java.net.Proxy proxy) {
      at("connectStart");
    }

    @Override
    public void connectEnd(
        Call call,
        java.net.InetSocketAddress address,
        java.net.Proxy proxy,
        @Nullable Protocol protocol) {
      at("connectEnd");
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
      at("connectionAcquired");
    }

    @Override
    public void connectionReleased(Call call, Connection connection) {
      at("connectionReleased");
    }

    @Override
    public void requestHeadersStart(Call call) {
      at("requestHeadersStart");
    }

    @Override
    public void requestHeadersEnd(Call call, Request request) {
      at("requestHeadersEnd");
    }

    @Override
    public void requestBodyStart(Call call) {
      at("requestBodyStart");
    }

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
      at("requestBodyEnd");
    }

    @Override
    public void responseHeadersStart(Call call) {
      at("responseHeadersStart");
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
      at("responseHeadersEnd");
    }

    @Override
    public void responseBodyStart(Call call) {
      at("responseBodyStart");
    }

    @Override
    public void responseBodyEnd(Call call, long byteCount) {
      at("responseBodyEnd");
    }

    @Override
    public void callEnd(Call call) {
      at("callEnd");
    }

    @Override
    public void canceled(Call call) {
      at("canceled");
    }
  }
}

package io.github.bandwidthmessaging.benchmarks.contenders;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;

/** Responds without a network; compiled with the OkHttp of each contender. */
public final class AtHand implements Interceptor {
  private static final MediaType JSON = MediaType.get("application/json");
  private final byte[] receipt;
  private final Buffer sent = new Buffer();

  public AtHand(String receipt) {
    this.receipt = receipt.getBytes(UTF_8);
  }

  @Override
  @SuppressWarnings("deprecation") // the only form that OkHttp 3 to 5 have in common
  public Response intercept(Chain chain) throws IOException {
    requireNonNull(chain.request().body()).writeTo(sent);
    sent.clear();
    return new Response.Builder()
        .request(chain.request())
        .protocol(Protocol.HTTP_1_1)
        .code(202)
        .message("Accepted")
        .header("Content-Type", "application/json")
        .body(ResponseBody.create(JSON, receipt))
        .build();
  }
}

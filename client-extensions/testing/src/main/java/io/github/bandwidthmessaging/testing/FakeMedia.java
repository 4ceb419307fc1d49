package io.github.bandwidthmessaging.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Types;
import io.github.bandwidthmessaging.api.MediaItem;
import io.github.bandwidthmessaging.api.RetrofitClient;
import io.github.bandwidthmessaging.testing.FakeBandwidth.Fault;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The media of all accounts of a {@link FakeBandwidth}. */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
final class FakeMedia {
  private record StoredFile(String contentType, byte[] content, Instant stored) {}

  private record Response(
      int status, String contentType, byte[] body, @Nullable String continuationToken) {
    static Response json(int status, String json) {
      return new Response(status, "application/json; charset=utf-8", json.getBytes(UTF_8), null);
    }
  }

  private static final Pattern PATH = Pattern.compile("(.*/users/([^/]+)/media)(?:/(.*))?");
  private static final Response NOT_FOUND =
      Response.json(404, FakeBandwidth.error("resource-not-found", "There is no such media"));
  private static final Response NO_CONTENT = Response.json(204, "");
  private static final JsonAdapter<List<MediaItem>> ITEMS =
      RetrofitClient.moshi().adapter(Types.newParameterizedType(List.class, MediaItem.class));

  private static final Duration MAX_AGE = Duration.ofDays(2);

  /** By account and name. */
  private final NavigableMap<String, StoredFile> files = new ConcurrentSkipListMap<>();

  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final InstantSource clock;
  private volatile int pageSize = 1_000;

  FakeMedia(InstantSource clock) {
    this.clock = clock;
  }

  void failNext(Fault... next) {
    faults.addAll(List.of(next));
  }

  void page(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("size < 1");
    }
    pageSize = size;
  }

  void expire() {
    files.clear();
  }

  void store(String accountId, String name, String contentType, byte[] content) {
    store(accountId + "/" + name, contentType, content.clone());
  }

  private void store(String key, String contentType, byte[] content) {
    files.put(key, new StoredFile(contentType, content, clock.instant()));
  }

  private NavigableMap<String, StoredFile> files() {
    Instant oldest = clock.instant().minus(MAX_AGE);
    files.values().removeIf(file -> file.stored().isBefore(oldest));
    return files;
  }

  Map<String, byte[]> contents() {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    files()
        .forEach(
            (key, file) ->
                contents.put(key.substring(key.indexOf('/') + 1), file.content().clone()));
    return contents;
  }

  void handle(Exchange exchange) throws IOException {
    Fault fault = faults.poll();
    if (fault != null && !fault.sendsMessage()) {
      exchange.respond(fault.status(), fault.body());
      return;
    }
    Response response = response(exchange);
    if (fault == null) {
      respond(exchange, response, response.body().length);
    } else if (fault == Fault.BAD_GATEWAY) {
      exchange.respond(fault.status(), fault.body());
    } else if (response.body().length > 0) {
      respond(exchange, response, response.body().length / 2);
    }
  }

  private Response response(Exchange exchange) {
    // Raw: Bandwidth does not support encoded characters in a path.
    Matcher path = PATH.matcher(exchange.uri().getRawPath());
    if (!path.matches()) {
      return NOT_FOUND;
    }
    String name = path.group(3);
    if (name == null) {
      return exchange.method().equals("GET")
          ? list(exchange, path.group(1), path.group(2))
          : NOT_FOUND;
    }
    String key = path.group(2) + "/" + name;
    if (name.isEmpty() || name.contains("%")) {
      return NOT_FOUND;
    }
    switch (exchange.method()) {
      case "PUT" -> {
        String contentType = exchange.header("Content-Type");
        store(key, contentType == null ? "application/octet-stream" : contentType, exchange.body());
        return NO_CONTENT;
      }
      case "GET" -> {
        StoredFile file = files().get(key);
        return file == null
            ? NOT_FOUND
            : new Response(200, file.contentType(), file.content(), null);
      }
      case "DELETE" -> {
        return files().remove(key) == null ? NOT_FOUND : NO_CONTENT;
      }
      default -> {
        return NOT_FOUND;
      }
    }
  }

  private Response list(Exchange exchange, String path, String accountId) {
    String token = exchange.header("Continuation-Token");
    String after = accountId + "/";
    if (token != null) {
      try {
        after = new String(Base64.getDecoder().decode(token), UTF_8);
      } catch (IllegalArgumentException notBase64) {
        return Response.json(
            400, FakeBandwidth.error("bad-request", "The Continuation-Token is not valid"));
      }
    }
    String host = "http://" + exchange.header("Host");
    List<MediaItem> items = new ArrayList<>();
    String last = after;
    for (Map.Entry<String, StoredFile> entry : files().tailMap(after, false).entrySet()) {
      if (!entry.getKey().startsWith(accountId + "/")) {
        break;
      }
      if (items.size() == pageSize) {
        String next = Base64.getEncoder().encodeToString(last.getBytes(UTF_8));
        return page(items, next);
      }
      last = entry.getKey();
      String name = last.substring(accountId.length() + 1);
      items.add(
          MediaItem.builder()
              .content(host + path + "/" + name)
              .contentLength((long) entry.getValue().content().length)
              .mediaName(name)
              .build());
    }
    return page(items, null);
  }

  private static Response page(List<MediaItem> items, @Nullable String next) {
    return new Response(200, "application/json", ITEMS.toJson(items).getBytes(UTF_8), next);
  }

  /** Sends the response, or its beginning only, after which the connection is closed. */
  private static void respond(Exchange exchange, Response response, int sent) throws IOException {
    if (response.continuationToken() != null) {
      exchange.setHeader("Continuation-Token", response.continuationToken());
    }
    exchange.respond(response.status(), response.contentType(), response.body(), sent);
  }
}

package io.github.bandwidthmessaging.callbacks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageEvent;
import io.github.bandwidthmessaging.api.RetrofitClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Receives Bandwidth's callbacks in any web server: pass it the {@code Authorization} header and
 * the body of a POST, store the events, and respond with what it returns. If they cannot be stored,
 * respond with a 500, and Bandwidth sends them again; do slow work after the response. {@link
 * DeliveryStatus} follows a message through its events.
 *
 * <p>Bandwidth sends the credentials of the application only when asked for them, so the first POST
 * of each event has none and gets a 401. Bandwidth expects a 2xx within 10 seconds; otherwise it
 * sends the event again, for up to 24 hours. Events can arrive in any order and more than once;
 * {@link #key} identifies a repeated one.
 *
 * <p>Instances are immutable and can be used by several threads.
 */
public final class CallbackReceiver {
  private static final int MAX_BODY = 1 << 20;
  private static final int MAX_EVENTS = 1_000;
  private static final JsonAdapter<Object> ANY = RetrofitClient.moshi().adapter(Object.class);

  private final byte @Nullable [] expected;

  private CallbackReceiver(byte @Nullable [] expected) {
    this.expected = expected;
  }

  /** What to respond with, and the events that were received. */
  public static final class Reply {
    private final int status;
    private final Map<String, String> headers;
    private final List<MessageEvent> events;

    private Reply(int status, Map<String, String> headers, List<MessageEvent> events) {
      this.status = status;
      this.headers = headers;
      this.events = events;
    }

    /**
     * Returns the status code of the response.
     *
     * @return 200; 401 if the credentials are missing or wrong; or 400 if the body is not an event
     *     or an array of events in JSON, or exceeds a limit: 1 MiB, 1,000 events (Bandwidth sends
     *     one), 1,000 digits in a number, 254 levels of nesting
     */
    public int status() {
      return status;
    }

    /**
     * Returns the headers of the response, which has no body.
     *
     * @return the headers, unmodifiable
     */
    public Map<String, String> headers() {
      return headers;
    }

    /**
     * Returns the events that were received.
     *
     * @return the events in the order of the body, unmodifiable; none unless the status is 200. An
     *     event of an unknown type or in an undocumented form is a {@link MessageEvent.Unknown}.
     */
    public List<MessageEvent> events() {
      return events;
    }

    /** Returns the status and the number of events. */
    @Override
    public String toString() {
      return "Reply[status=" + status + ", events=" + events.size() + "]";
    }
  }

  /**
   * Returns a receiver that requires credentials.
   *
   * @param username the username for callbacks of the application, as set in the Bandwidth
   *     Dashboard, without a colon
   * @param password the password that is set there
   * @return the receiver
   * @throws IllegalArgumentException if {@code username} is empty or has a colon
   */
  public static CallbackReceiver of(String username, String password) {
    requireNonNull(username, "username == null");
    requireNonNull(password, "password == null");
    if (username.isEmpty() || username.indexOf(':') >= 0) {
      throw new IllegalArgumentException("username must not be empty or contain a colon");
    }
    return new CallbackReceiver(sha256().digest((username + ":" + password).getBytes(UTF_8)));
  }

  /**
   * Returns a receiver that accepts any POST, for a server that checks credentials itself. Without
   * such a check, anyone who finds the URL can report events.
   *
   * @return the receiver, which ignores the {@code Authorization} header
   */
  public static CallbackReceiver withoutCredentials() {
    return new CallbackReceiver(null);
  }

  /**
   * Receives one POST. The body is read only if the credentials are right, and no further than 1
   * MiB; it is not closed.
   *
   * @param authorization the {@code Authorization} header, or null if there is none
   * @param body the body
   * @return what to respond with, and the events
   * @throws IOException if the body cannot be read
   */
  public Reply receive(@Nullable String authorization, InputStream body) throws IOException {
    requireNonNull(body, "body == null");
    if (!isExpected(authorization)) {
      return new Reply(
          401,
          Map.of("WWW-Authenticate", "Basic realm=\"Bandwidth callbacks\", charset=\"UTF-8\""),
          List.of());
    }
    byte[] bytes = body.readNBytes(MAX_BODY + 1);
    List<MessageEvent> events = bytes.length > MAX_BODY ? null : read(new String(bytes, UTF_8));
    return events == null ? new Reply(400, Map.of(), List.of()) : new Reply(200, Map.of(), events);
  }

  /**
   * Returns a string that an event shares with its repetitions. Store it in a unique column, in the
   * transaction that processes the event, and skip an event whose key is there already, so that
   * nothing is done twice. ({@link DeliveryStatus} needs no key: merging an event again changes
   * nothing.)
   *
   * <p>A null identifies nothing, so process such an event every time. SQL's {@code UNIQUE} agrees
   * and allows many rows with a null; in SQL Server, use a unique index {@code WHERE} the column
   * {@code IS NOT NULL}.
   *
   * @param event the event
   * @return 64 lowercase hexadecimal digits, computed from the message ID, type, recipient and
   *     error code, the same in all versions of this library; null if the event has no message ID,
   *     no type, or no recipient and is not about a message to a single one
   */
  public static @Nullable String key(MessageEvent event) {
    Message message = requireNonNull(event, "event == null").message();
    if (message == null) {
      return null;
    }
    String number = DeliveryStatus.number(event, message);
    DeliveryErrorCode error = DeliveryStatus.error(event);
    return error == null
        ? key(message.id(), event.type(), number)
        : key(message.id(), event.type(), number, String.valueOf(error.code()));
  }

  private static @Nullable String key(@Nullable String... parts) {
    MessageDigest sha256 = sha256();
    for (String part : parts) {
      if (part == null || part.isEmpty()) {
        return null;
      }
      // Each with its length and in UTF-16, so that different parts never become the same bytes.
      ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + Character.BYTES * part.length());
      bytes.putInt(part.length()).asCharBuffer().put(part);
      sha256.update(bytes.array());
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  /**
   * Returns the events of an array, as Bandwidth sends them, or a single one, as its OpenAPI
   * document says; null if there is anything else or too much.
   */
  private static @Nullable List<MessageEvent> read(String json) {
    List<MessageEvent> events = new ArrayList<>();
    int start = json.startsWith("\uFEFF") ? 1 : 0;
    try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json, start, json.length()))) {
      if (reader.peek() == JsonReader.Token.BEGIN_ARRAY) {
        reader.beginArray();
        while (reader.hasNext()) {
          if (events.size() == MAX_EVENTS) {
            return null;
          }
          events.add(event(reader));
        }
        reader.endArray();
      } else {
        events.add(event(reader));
      }
      return reader.peek() == JsonReader.Token.END_DOCUMENT ? List.copyOf(events) : null;
    } catch (IOException | JsonDataException e) {
      return null;
    }
  }

  private static MessageEvent event(JsonReader reader) throws IOException {
    if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
      throw new JsonDataException("An event must be an object");
    }
    // Read once, whatever it is. Peeking at each event would copy the rest of the body every time.
    Object json = requireNonNull(ANY.fromJson(reader));
    try {
      return requireNonNull(MessageEvent.jsonAdapter().fromJsonValue(json));
    } catch (JsonDataException e) {
      return new MessageEvent.Unknown(json);
    }
  }

  /** Takes as long for a wrong password as for the right one, whatever its length. */
  private boolean isExpected(@Nullable String authorization) {
    if (expected == null) {
      return true;
    }
    if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
      return false;
    }
    try {
      byte[] given = Base64.getDecoder().decode(authorization.substring(6).strip());
      return MessageDigest.isEqual(expected, sha256().digest(given));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java platform has SHA-256", e);
    }
  }
}

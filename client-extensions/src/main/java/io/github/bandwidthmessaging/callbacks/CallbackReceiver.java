package io.github.bandwidthmessaging.callbacks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageEvent;
import io.github.bandwidthmessaging.api.RetrofitClient;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Takes Bandwidth's callbacks, in whichever web server: give it the {@code Authorization} header
 * and the body of a POST, answer what it says, and work on the events afterwards.
 *
 * <p>Bandwidth sends the credentials of the application only when asked for them, so the first POST
 * of each event has none and is answered 401. It expects a 2xx within 10 seconds, or sends the
 * event again for 24 hours. Events come in any order and can come twice; {@link #key} tells them
 * apart.
 */
public final class CallbackReceiver {
  private static final int MAX_BODY = 1 << 20;
  private static final int MAX_EVENTS = 1_000;
  private static final Moshi MOSHI = RetrofitClient.moshi();
  private static final JsonAdapter<MessageEvent> EVENTS = MOSHI.adapter(MessageEvent.class);
  private static final JsonAdapter<Object> ANY = MOSHI.adapter(Object.class);

  private final byte[] expected;

  private CallbackReceiver(byte[] expected) {
    this.expected = expected;
  }

  /**
   * What to answer, and what came.
   *
   * @param status 200, 401, or 400 for a body that {@link CallbackReceiver#read} rejects or that
   *     exceeds 1 MiB
   * @param headers the headers of the answer, which has no body
   * @param events the events; none unless the status is 200
   */
  public record Reply(int status, Map<String, String> headers, List<MessageEvent> events) {
    /** Keeps copies. */
    public Reply {
      headers = Map.copyOf(headers);
      events = List.copyOf(events);
    }
  }

  /**
   * What makes an event the same as another that came before.
   *
   * @param messageId the id of its message
   * @param type what happened
   * @param to the recipient it is about
   */
  public record EventKey(@Nullable String messageId, @Nullable String type, @Nullable String to) {
    /** Returns the key without the number. */
    @Override
    public String toString() {
      return "EventKey[messageId=" + messageId + ", type=" + type + "]";
    }
  }

  /**
   * Returns a receiver that asks for credentials.
   *
   * @param username the name that is set for callbacks of the application in the Bandwidth
   *     Dashboard, without a colon
   * @param password its password
   * @return the receiver
   * @throws IllegalArgumentException if {@code username} is empty or has a colon
   */
  public static CallbackReceiver of(String username, String password) {
    requireNonNull(username, "username == null");
    requireNonNull(password, "password == null");
    if (username.isEmpty() || username.indexOf(':') >= 0) {
      throw new IllegalArgumentException("username must not be empty or contain a colon");
    }
    return new CallbackReceiver(digest((username + ":" + password).getBytes(UTF_8)));
  }

  /**
   * Takes one POST. The body is read only if the credentials are right, and not beyond 1 MiB; it is
   * not closed.
   *
   * @param authorization the {@code Authorization} header, null if there is none
   * @param body the body
   * @return what to answer, with the events
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
    if (bytes.length > MAX_BODY) {
      return new Reply(400, Map.of(), List.of());
    }
    try {
      return new Reply(200, Map.of(), read(new String(bytes, UTF_8)));
    } catch (IllegalArgumentException e) {
      return new Reply(400, Map.of(), List.of());
    }
  }

  /**
   * Reads the body of a callback: an array of events, as Bandwidth sends it, or a single one, as
   * its OpenAPI document says. An event of an unknown type or of another form than documented is
   * kept as {@link MessageEvent.Unknown}.
   *
   * @param json the body, which may begin with a byte order mark
   * @return the events
   * @throws IllegalArgumentException if this is not JSON, if it is not an object or an array of
   *     objects, or if it exceeds a limit: 1,000 events (Bandwidth sends one), 1,000 digits in a
   *     number, 254 levels of nesting
   */
  public static List<MessageEvent> read(String json) {
    requireNonNull(json, "json == null");
    List<MessageEvent> events = new ArrayList<>();
    int start = json.startsWith("\uFEFF") ? 1 : 0;
    try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json, start, json.length()))) {
      if (reader.peek() == JsonReader.Token.BEGIN_ARRAY) {
        reader.beginArray();
        while (reader.hasNext()) {
          if (events.size() == MAX_EVENTS) {
            throw new IllegalArgumentException("There are more than " + MAX_EVENTS + " events");
          }
          events.add(event(reader));
        }
        reader.endArray();
      } else {
        events.add(event(reader));
      }
      if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
        throw new IllegalArgumentException("There is more after the events");
      }
    } catch (IOException | JsonDataException e) {
      // Neither the cause nor its message: a parser quotes what it rejects.
      throw new IllegalArgumentException("The body is not JSON, or exceeds a limit");
    }
    return List.copyOf(events);
  }

  /**
   * Returns what makes an event the same as another: store it with what the event changes, and
   * leave out an event whose key is there already.
   *
   * @param event the event
   * @return id of the message, type and recipient
   */
  public static EventKey key(MessageEvent event) {
    Message message = event.message();
    return new EventKey(message == null ? null : message.id(), event.type(), event.to());
  }

  private static MessageEvent event(JsonReader reader) throws IOException {
    if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
      throw new IllegalArgumentException("An event must be a JSON object, at " + reader.getPath());
    }
    // Read once, whatever it is. To peek at each event would copy the rest of the body every time.
    Object json = requireNonNull(ANY.fromJson(reader));
    try {
      return requireNonNull(EVENTS.fromJsonValue(json));
    } catch (JsonDataException e) {
      return new MessageEvent.Unknown(json);
    }
  }

  /** Takes as long for a wrong password as for the right one, whatever its length. */
  private boolean isExpected(@Nullable String authorization) {
    if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
      return false;
    }
    try {
      byte[] given = Base64.getDecoder().decode(authorization.substring(6).strip());
      return MessageDigest.isEqual(expected, digest(given));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java platform has SHA-256", e);
    }
  }
}

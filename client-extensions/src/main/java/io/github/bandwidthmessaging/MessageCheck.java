package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.Recipients;
import io.github.bandwidthmessaging.api.Violation;
import java.net.URI;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A check of a message before it is sent: its kind, its cost, and the rules it breaks. {@link
 * MessagingClient} sends no message that has errors; check a message yourself to see them earlier,
 * and to see the warnings.
 *
 * <p>A message with errors is certain to fail: a limit of the OpenAPI document is exceeded (see
 * {@link MessageRequest#violations()}), there is neither text nor media, media is not an http or
 * https URL, the expiration has passed, a recipient is given twice, the sender is among the
 * recipients, or the text has an unpaired surrogate. One with warnings can succeed, but perhaps not
 * as intended. All of them are reported at once, without the message's content.
 *
 * <p>The length of a text is its number of Unicode code points, as in JSON Schema. Bandwidth does
 * not document what it counts. If it counts more, it refuses the message with a 400, which is
 * neither sent nor billed; a stricter check here could reject messages that Bandwidth accepts.
 */
public final class MessageCheck {
  private static final int MMS_TEXT_ADVICE = 1000;

  /** Loaded only for messages that need them. */
  private static final class Patterns {
    static final Pattern HOST = Pattern.compile("([^@]*@)?[\\w.-]+(:[0-9]*)?");
    static final Pattern SHORT_CODE = Pattern.compile("[0-9]{3,8}");

    /** An email address, or a phone number with a plus or in North American form. */
    static final Pattern PERSONAL =
        Pattern.compile(
            "[\\w.+-]{1,64}@[\\w-]{1,63}\\.\\w|\\+[1-9][0-9]{7,14}|\\(?\\b[2-9][0-9]{2}\\)?[ .-]?"
                + "[2-9][0-9]{2}[ .-]?[0-9]{4}\\b");
  }

  private final MessageRequest request;
  private final List<String> recipients;
  private final List<Violation> errors;

  private MessageCheck(MessageRequest request, InstantSource clock) {
    this.request = request;
    this.recipients = recipients(request.to());
    this.errors = List.copyOf(findErrors(clock));
  }

  /**
   * Checks a message.
   *
   * @param request the message
   * @return the errors and warnings
   */
  public static MessageCheck of(MessageRequest request) {
    return of(request, InstantSource.system());
  }

  /**
   * Checks a message at a time other than now.
   *
   * @param request the message
   * @param clock the time that the expiration must be after
   * @return the errors and warnings
   */
  public static MessageCheck of(MessageRequest request, InstantSource clock) {
    requireNonNull(request, "request == null");
    requireNonNull(clock, "clock == null");
    return new MessageCheck(request, clock);
  }

  /**
   * Returns whether the message is an MMS.
   *
   * @return true if it has media or is a group message
   */
  public boolean isMms() {
    return isMms(request, recipients.size());
  }

  /**
   * Returns whether the message is a group message, in which all recipients see each other.
   *
   * @return true if it has more than one recipient
   */
  public boolean isGroup() {
    return recipients.size() > 1;
  }

  /**
   * Returns the segments of the message.
   *
   * @return 1 for an MMS, and so for every group message; otherwise {@link SegmentCount#segments()}
   */
  public int segments() {
    return segments(request, recipients.size());
  }

  /**
   * Returns how many segments are billed, and counted by rate limits.
   *
   * @return the segments for each recipient; a group message counts once per recipient
   */
  public long billedSegments() {
    return billedSegments(request);
  }

  /** Counts without checking anything, to keep a pace. */
  static long billedSegments(MessageRequest request) {
    int recipients = recipients(request.to()).size();
    return (long) segments(request, recipients) * recipients;
  }

  private static int segments(MessageRequest request, int recipients) {
    String text = request.text();
    return isMms(request, recipients) || text == null ? 1 : SegmentCount.of(text).segments();
  }

  private static boolean isMms(MessageRequest request, int recipients) {
    return request.media() != null || recipients > 1;
  }

  /**
   * Returns what is wrong.
   *
   * @return each rule that is broken; empty if the message can be sent
   */
  public List<Violation> errors() {
    return errors;
  }

  /**
   * Returns what might not be intended: a text of more than 1000 characters in an MMS, an SMS of
   * more than one segment, a priority or expiration where Bandwidth does not support it (it does so
   * only for SMS from toll-free numbers and short codes), a tag that is blank or looks like
   * personal data.
   *
   * @return the warnings; a message that has them can be sent
   */
  public List<Violation> warnings() {
    return List.copyOf(findWarnings());
  }

  /** Returns the kind and the findings, without the message. */
  @Override
  public String toString() {
    return "MessageCheck[isMms=%s, isGroup=%s, errors=%s, warnings=%s]"
        .formatted(isMms(), isGroup(), errors, warnings());
  }

  private List<Violation> findErrors(InstantSource clock) {
    List<Violation> found = new ArrayList<>(request.violations());
    String text = request.text();
    if (request.media() == null && text != null && text.isBlank()) {
      found.add(new Violation("text", "content", "nonblank without media", "blank"));
    }
    String applicationId = request.applicationId();
    if (applicationId != null && !applicationId.isEmpty() && applicationId.isBlank()) {
      found.add(new Violation("applicationId", "required", "present", "blank"));
    }
    if (request.media() != null) {
      List<URI> media = request.media();
      for (int i = 0; i < media.size(); i++) {
        URI url = media.get(i);
        // A message read from JSON can contain a null, which is among the violations.
        String broken = url == null ? null : brokenUrl(url);
        if (broken != null) {
          found.add(
              new Violation("media[" + i + "]", "URL", "an absolute http or https URL", broken));
        }
      }
    }
    findExpired(found, request.expiration(), clock);
    findUnpaired(found, "from", request.from());
    findUnpaired(found, "text", text);
    findUnpaired(found, "applicationId", applicationId);
    findUnpaired(found, "tag", request.tag());
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < recipients.size(); i++) {
      findUnpaired(found, recipient(i), recipients.get(i));
      Integer first = seen.putIfAbsent(recipients.get(i), i);
      if (first != null) {
        found.add(
            new Violation(
                recipient(i), "distinct", "another recipient", "the same as to[" + first + "]"));
      }
      if (recipients.get(i).equals(request.from())) {
        found.add(new Violation(recipient(i), "recipient", "another number than from", "from"));
      }
    }
    return found;
  }

  static void findExpired(
      List<Violation> found, @Nullable OffsetDateTime expiration, InstantSource clock) {
    if (expiration != null && !expiration.toInstant().isAfter(clock.instant())) {
      found.add(
          new Violation(
              "expiration",
              "future",
              "after " + clock.instant(),
              expiration.toInstant().toString()));
    }
  }

  /** Half a surrogate pair has no encoding: something else would be sent. */
  static void findUnpaired(List<Violation> found, String field, @Nullable String value) {
    int index = value == null ? -1 : unpairedSurrogate(value);
    if (index >= 0) {
      found.add(
          new Violation(
              field, "Unicode", "text without unpaired surrogates", "one at index " + index));
    }
  }

  /** Returns the index of the first, -1 if there is none. */
  static int unpairedSurrogate(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  private String recipient(int index) {
    return request.to() instanceof Recipients.One ? "to" : "to[" + index + "]";
  }

  private List<Violation> findWarnings() {
    List<Violation> found = new ArrayList<>();
    String text = request.text() == null ? "" : request.text();
    int length = text.codePointCount(0, text.length());
    if (isMms() && length > MMS_TEXT_ADVICE) {
      found.add(
          advice("text", "length in an MMS", "at most " + MMS_TEXT_ADVICE + " characters", length));
    }
    int segments = segments();
    if (segments > 1) {
      found.add(advice("text", "segments", "1 segment", segments));
    }
    if (isMms() || request.from() == null || !isTollFreeOrShortCode(request.from())) {
      String actual = isMms() ? "MMS" : "SMS from another number";
      if (request.priority() != null) {
        found.add(
            new Violation(
                "priority", "kind", "used in SMS from a toll-free number or short code", actual));
      }
      if (request.expiration() != null) {
        found.add(
            new Violation(
                "expiration", "kind", "used in SMS from a toll-free number or short code", actual));
      }
    }
    String tag = request.tag();
    if (tag != null && tag.isBlank()) {
      found.add(new Violation("tag", "content", "nonblank, to tell messages apart", "blank"));
    }
    if (tag != null
        && (Patterns.PERSONAL.matcher(tag).find() || recipients.stream().anyMatch(tag::contains))) {
      found.add(
          new Violation(
              "tag", "personal data", "free of personal data", "a number or email address"));
    }
    return found;
  }

  private static Violation advice(String field, String rule, String limit, int actual) {
    return new Violation(field, rule, limit, String.valueOf(actual));
  }

  private static boolean isTollFreeOrShortCode(String from) {
    return PhoneNumber.isTollFree(from) || Patterns.SHORT_CODE.matcher(from).matches();
  }

  static @Nullable String brokenUrl(URI url) {
    String scheme = url.getScheme();
    if (scheme == null) {
      return "a relative one";
    }
    if (!scheme.equalsIgnoreCase("https") && !scheme.equalsIgnoreCase("http")) {
      return "another scheme";
    }
    String authority = url.getRawAuthority();
    // Java finds no host in a name with an underscore, which some buckets have.
    if (url.getHost() == null
        && (authority == null || !Patterns.HOST.matcher(authority).matches())) {
      return "no host";
    }
    return url.toString().equals(url.toASCIIString()) ? null : "a character to be escaped";
  }

  private static List<String> recipients(@Nullable Recipients to) {
    if (to == null) {
      // Reading does not check for required properties.
      return List.of();
    }
    if (to instanceof Recipients.Unknown unknown) {
      // Read from JSON of another form: only the count is known.
      return unknown.json() instanceof List<?> list
          ? list.stream().map(String::valueOf).toList()
          : List.of();
    }
    return to.values();
  }
}

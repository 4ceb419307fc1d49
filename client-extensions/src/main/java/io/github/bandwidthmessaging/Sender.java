package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.Recipients;
import io.github.bandwidthmessaging.api.Violation;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of your numbers together with the application it belongs to: where messages come from.
 *
 * <pre>{@code
 * Sender sender = Sender.of("+12345678901", "93de2206-9669-4e07-948d-329f4b722ee2");
 * MessageRequest request =
 *     sender.text(PhoneNumber.of("+12345678902"), "Hey, check this out!").tag("test message").build();
 * }</pre>
 *
 * <p>What is written to a list says in its name what the list becomes: {@link #individually} one
 * message for each recipient, who sees nobody else; {@link #group} and {@link #groupPicture} one
 * conversation, in which every member sees all the others. In both, a recipient who comes twice and
 * the sender among the recipients are refused. A sender is immutable.
 */
public final class Sender {
  private final String from;
  private final String applicationId;

  private Sender(String from, String applicationId) {
    this.from = from;
    this.applicationId = applicationId;
  }

  /**
   * Returns the sender with this number and application.
   *
   * @param from a number of yours in E.164 form; or, where Bandwidth has enabled it, a short code
   *     of 3 to 8 digits or a name of at most 11 letters, digits, blanks or {@code -+_&}, with at
   *     least one letter and no {@code +} at its head
   * @param applicationId the id of the application, in the Bandwidth Dashboard, that the number
   *     belongs to
   * @return the sender
   * @throws IllegalArgumentException if {@code from} is none of these, or {@code applicationId} is
   *     blank
   */
  public static Sender of(String from, String applicationId) {
    requireNonNull(from, "from == null");
    requireNonNull(applicationId, "applicationId == null");
    if (applicationId.isBlank()) {
      throw new IllegalArgumentException("applicationId is blank");
    }
    Sender sender = new Sender(from, applicationId);
    // The document knows what a sender looks like; the rest of this message breaks no rule.
    if (!sender.message(List.of("+12345678901"), "any").build().violations().isEmpty()) {
      throw new IllegalArgumentException(
          "from is no E.164 number (+ and 2 to 15 digits), short code (3 to 8 digits) or name (at"
              + " most 11 letters, digits, blanks or -+_&, with a letter)");
    }
    return sender;
  }

  /**
   * Writes a text to one person.
   *
   * @param to the recipient, not the sender's own number
   * @param text at most 2048 characters, not blank
   * @return the request, to be added to or built
   * @throws IllegalArgumentException if {@code text} is blank or {@code to} is the sender
   */
  public MessageRequest.Builder text(PhoneNumber to, String text) {
    return message(one(to), written(text));
  }

  /**
   * Writes a message with pictures or other files to one person.
   *
   * @param to the recipient, not the sender's own number
   * @param text at most 2048 characters, null for none
   * @param pictures the http or https URLs of 1 to 10 files, which Bandwidth fetches
   * @return the request, to be added to or built
   * @throws IllegalArgumentException if there is no picture, a URL is another one, or {@code to} is
   *     the sender
   */
  public MessageRequest.Builder picture(PhoneNumber to, @Nullable String text, URI... pictures) {
    return message(one(to), text).media(media(pictures));
  }

  /**
   * Writes a text to a group.
   *
   * @param to 2 to 10 different recipients, without the sender
   * @param text at most 2048 characters, not blank
   * @return the request, to be added to or built
   * @throws IllegalArgumentException if there are fewer or more recipients, one comes twice or is
   *     the sender, or {@code text} is blank
   */
  public MessageRequest.Builder group(List<PhoneNumber> to, String text) {
    return grouped(message(several(to), written(text)));
  }

  /**
   * Writes a message with pictures or other files to a group.
   *
   * @param to 2 to 10 different recipients, without the sender
   * @param text at most 2048 characters, null for none
   * @param pictures the http or https URLs of 1 to 10 files, which Bandwidth fetches
   * @return the request, to be added to or built
   * @throws IllegalArgumentException if there are fewer or more recipients, one comes twice or is
   *     the sender, there is no picture, or a URL is another one
   */
  public MessageRequest.Builder groupPicture(
      List<PhoneNumber> to, @Nullable String text, URI... pictures) {
    return grouped(message(several(to), text).media(media(pictures)));
  }

  /**
   * Writes the same message to each of several people, who do not see each other.
   *
   * @param to any number of different recipients, without the sender
   * @param text at most 2048 characters; null or blank only with pictures
   * @param pictures the http or https URLs of up to 10 files, which Bandwidth fetches; none for a
   *     text
   * @return a request for each recipient, in their order
   * @throws IllegalArgumentException if one comes twice or is the sender, there is neither text nor
   *     picture, or a URL is another one
   */
  public List<MessageRequest> individually(
      List<PhoneNumber> to, @Nullable String text, URI... pictures) {
    requireNonNull(pictures, "pictures == null");
    String words = pictures.length == 0 ? written(text) : text;
    List<URI> media = pictures.length == 0 ? null : media(pictures);
    return distinct(to).stream().map(n -> message(List.of(n), words).media(media).build()).toList();
  }

  /** Returns the sender with the middle of its number left out. */
  @Override
  public String toString() {
    return "Sender[from="
        + (from.startsWith("+") ? PhoneNumber.mask(from) : from)
        + ", applicationId="
        + applicationId
        + "]";
  }

  private MessageRequest.Builder message(List<String> to, @Nullable String text) {
    int unpaired = text == null ? -1 : MessageCheck.unpairedSurrogate(text);
    if (unpaired >= 0) {
      throw new IllegalArgumentException("text has an unpaired surrogate at index " + unpaired);
    }
    return MessageRequest.builder()
        .from(from)
        .to(Recipients.of(to))
        .text(text)
        .applicationId(applicationId);
  }

  private static String written(@Nullable String text) {
    if (requireNonNull(text, "text == null").isBlank()) {
      throw new IllegalArgumentException("text is blank, and there is no picture");
    }
    return text;
  }

  private List<String> one(PhoneNumber to) {
    String number = requireNonNull(to, "to == null").value();
    if (number.equals(from)) {
      throw new IllegalArgumentException("to is the sender's own number");
    }
    return List.of(number);
  }

  private List<String> several(List<PhoneNumber> to) {
    List<String> numbers = distinct(to);
    if (numbers.size() < 2) {
      throw new IllegalArgumentException(
          "A group has at least 2 recipients, not " + numbers.size() + "; use text or picture");
    }
    return numbers;
  }

  private List<String> distinct(List<PhoneNumber> to) {
    requireNonNull(to, "to == null");
    Map<String, Integer> first = new LinkedHashMap<>();
    int index = 0;
    for (PhoneNumber number : to) {
      String place = "to[" + index + "]";
      requireNonNull(number, place + " == null");
      if (number.value().equals(from)) {
        throw new IllegalArgumentException(place + " is the sender's own number");
      }
      Integer before = first.putIfAbsent(number.value(), index);
      if (before != null) {
        throw new IllegalArgumentException(
            place + " is the same recipient as to[" + before + "]: " + number);
      }
      index++;
    }
    return List.copyOf(first.keySet());
  }

  /** The document knows how many a group may have. */
  private static MessageRequest.Builder grouped(MessageRequest.Builder message) {
    for (Violation violation : message.build().violations()) {
      if (violation.field().equals("to")) {
        throw new IllegalArgumentException(InvalidMessageException.sentence(violation));
      }
    }
    return message;
  }

  private static List<URI> media(URI... pictures) {
    requireNonNull(pictures, "pictures == null");
    if (pictures.length == 0) {
      throw new IllegalArgumentException("A picture message needs a picture; use text or group");
    }
    for (int i = 0; i < pictures.length; i++) {
      String place = "pictures[" + i + "]";
      String broken = MessageCheck.brokenUrl(requireNonNull(pictures[i], place + " == null"));
      if (broken != null) {
        throw new IllegalArgumentException(
            place + " must be an absolute http or https URL, not " + broken);
      }
    }
    return List.of(pictures);
  }
}

package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.Violation;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One of your numbers together with the application it belongs to: where messages come from.
 *
 * <pre>{@code
 * Sender sender = Sender.of("+12345678901", "93de2206-9669-4e07-948d-329f4b722ee2");
 * MessageRequest message =
 *     sender.text(PhoneNumber.of("+12345678902"), "Hey, check this out!").withTag("test message");
 * }</pre>
 *
 * <p>Every message is complete and can be sent; tag, priority, and expiration are added with {@link
 * MessageRequest#withTag} and the like. For several recipients, the method's name says what you
 * get: {@link #individually} writes one message to each recipient, who sees nobody else; {@link
 * #groupText} and {@link #groupMedia} write one conversation, in which every member sees all the
 * others. Both refuse duplicate recipients and the sender among the recipients. A sender is
 * immutable.
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
   *     of 3 to 8 digits or a name of at most 11 letters, digits, spaces or {@code -+_&}, with at
   *     least one letter and not beginning with {@code +}
   * @param applicationId the ID of the application, in the Bandwidth Dashboard, that the number
   *     belongs to
   * @return the sender
   * @throws IllegalArgumentException if {@code from} is something else, or {@code applicationId} is
   *     blank
   */
  public static Sender of(String from, String applicationId) {
    requireNonNull(from, "from == null");
    requireNonNull(applicationId, "applicationId == null");
    if (applicationId.isBlank()) {
      throw new IllegalArgumentException("applicationId is blank");
    }
    Sender sender = new Sender(from, applicationId);
    // The document says what a sender looks like; the rest of this message is irrelevant.
    for (Violation violation : sender.message(List.of("+12345678901"), "any", null).violations()) {
      if (violation.field().equals("from")) {
        throw new IllegalArgumentException(
            "from is not an E.164 number (+ and 2 to 15 digits), a short code (3 to 8 digits) or a"
                + " name (at most 11 letters, digits, spaces or -+_&, with a letter)");
      }
    }
    return sender;
  }

  /**
   * Writes a text to one person.
   *
   * @param to the recipient, not the sender's own number
   * @param text at most 2048 characters, not blank
   * @return the message
   * @throws IllegalArgumentException if {@code text} is blank or {@code to} is the sender
   */
  public MessageRequest text(PhoneNumber to, String text) {
    return message(one(to), written(text), null);
  }

  /**
   * Writes a message with files to one person: pictures, videos, contacts, and so on.
   *
   * @param to the recipient, not the sender's own number
   * @param text at most 2048 characters, null for none
   * @param first the http or https URL of a file, which Bandwidth fetches
   * @param more the URLs of up to 9 more files
   * @return the message
   * @throws IllegalArgumentException if a URL is not http or https, or {@code to} is the sender
   */
  public MessageRequest media(PhoneNumber to, @Nullable String text, URI first, URI... more) {
    return media(to, text, listed(first, more));
  }

  /**
   * Writes a message with files to one person: pictures, videos, contacts, and so on.
   *
   * @param to the recipient, not the sender's own number
   * @param text at most 2048 characters, null for none
   * @param media the http or https URLs of 1 to 10 files, which Bandwidth fetches
   * @return the message
   * @throws IllegalArgumentException if {@code media} is empty, a URL is not http or https, or
   *     {@code to} is the sender
   */
  public MessageRequest media(PhoneNumber to, @Nullable String text, List<URI> media) {
    return message(one(to), text, checked(media));
  }

  /**
   * Writes a text to a group.
   *
   * @param to 2 to 10 different recipients, without the sender
   * @param text at most 2048 characters, not blank
   * @return the message
   * @throws IllegalArgumentException if there are fewer or more recipients, one is a duplicate or
   *     the sender, or {@code text} is blank
   */
  public MessageRequest groupText(Collection<PhoneNumber> to, String text) {
    return grouped(message(several(to), written(text), null));
  }

  /**
   * Writes a message with files to a group: pictures, videos, contacts, and so on.
   *
   * @param to 2 to 10 different recipients, without the sender
   * @param text at most 2048 characters, null for none
   * @param first the http or https URL of a file, which Bandwidth fetches
   * @param more the URLs of up to 9 more files
   * @return the message
   * @throws IllegalArgumentException if there are fewer or more recipients, one is a duplicate or
   *     the sender, or a URL is not http or https
   */
  public MessageRequest groupMedia(
      Collection<PhoneNumber> to, @Nullable String text, URI first, URI... more) {
    return groupMedia(to, text, listed(first, more));
  }

  /**
   * Writes a message with files to a group: pictures, videos, contacts, and so on.
   *
   * @param to 2 to 10 different recipients, without the sender
   * @param text at most 2048 characters, null for none
   * @param media the http or https URLs of 1 to 10 files, which Bandwidth fetches
   * @return the message
   * @throws IllegalArgumentException if there are fewer or more recipients, one is a duplicate or
   *     the sender, {@code media} is empty, or a URL is not http or https
   */
  public MessageRequest groupMedia(
      Collection<PhoneNumber> to, @Nullable String text, List<URI> media) {
    return grouped(message(several(to), text, checked(media)));
  }

  /**
   * Writes the same text to each of several people, who do not see each other.
   *
   * @param to any number of different recipients, without the sender
   * @param text at most 2048 characters, not blank
   * @return a message for each recipient, in their order
   * @throws IllegalArgumentException if a recipient is a duplicate or the sender, or {@code text}
   *     is blank
   */
  public List<MessageRequest> individually(Collection<PhoneNumber> to, String text) {
    written(text);
    return individually(to, number -> text(number, text));
  }

  /**
   * Writes a different message to each of several people, who do not see each other.
   *
   * <pre>{@code
   * sender.individually(numbers, to -> sender.text(to, "Your code is " + codes.get(to)))
   * }</pre>
   *
   * @param to any number of different recipients, without the sender
   * @param message writes the message to a recipient, and to nobody else
   * @return a message for each recipient, in their order
   * @throws IllegalArgumentException if a recipient is a duplicate or the sender, or a message has
   *     other recipients
   */
  public List<MessageRequest> individually(
      Collection<PhoneNumber> to, Function<? super PhoneNumber, MessageRequest> message) {
    requireNonNull(message, "message == null");
    List<MessageRequest> messages = new ArrayList<>();
    for (PhoneNumber number : distinct(to)) {
      String place = "to[" + messages.size() + "]";
      MessageRequest written =
          requireNonNull(message.apply(number), () -> "The message for " + place + " is null");
      if (!written.recipients().equals(List.of(number.value()))) {
        throw new IllegalArgumentException(
            "The message for " + place + " is not to that recipient only: " + number);
      }
      messages.add(written);
    }
    return List.copyOf(messages);
  }

  String from() {
    return from;
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

  private MessageRequest message(
      List<String> to, @Nullable String text, @Nullable List<URI> media) {
    int unpaired = text == null ? -1 : MessageCheck.unpairedSurrogate(text);
    if (unpaired >= 0) {
      throw new IllegalArgumentException("text has an unpaired surrogate at index " + unpaired);
    }
    return MessageRequest.builder()
        .from(from)
        .to(to)
        .text(text)
        .media(media)
        .applicationId(applicationId)
        .build();
  }

  private static String written(String text) {
    if (requireNonNull(text, "text == null").isBlank()) {
      throw new IllegalArgumentException("text is blank, and there is no media");
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

  private List<String> several(Collection<PhoneNumber> to) {
    List<PhoneNumber> numbers = distinct(to);
    if (numbers.size() < 2) {
      throw new IllegalArgumentException(
          "A group has at least 2 recipients, not " + numbers.size() + "; use text or media");
    }
    List<String> values = new ArrayList<>(numbers.size());
    for (PhoneNumber number : numbers) {
      values.add(number.value());
    }
    return values;
  }

  private List<PhoneNumber> distinct(Collection<PhoneNumber> to) {
    requireNonNull(to, "to == null");
    Map<PhoneNumber, Integer> first = new LinkedHashMap<>();
    int index = 0;
    for (PhoneNumber number : to) {
      if (number == null) {
        throw new NullPointerException(place("to", index) + " == null");
      }
      if (number.value().equals(from)) {
        throw new IllegalArgumentException(place("to", index) + " is the sender's own number");
      }
      Integer before = first.putIfAbsent(number, index);
      if (before != null) {
        throw new IllegalArgumentException(
            place("to", index)
                + " is the same recipient as "
                + place("to", before)
                + ": "
                + number);
      }
      index++;
    }
    return List.copyOf(first.keySet());
  }

  private static String place(String list, int index) {
    return list + "[" + index + "]";
  }

  /** The document says how many recipients a group may have. */
  private static MessageRequest grouped(MessageRequest message) {
    for (Violation violation : message.violations()) {
      if (violation.field().equals("to")) {
        throw new IllegalArgumentException(violation.message());
      }
    }
    return message;
  }

  private static List<URI> listed(URI first, URI... more) {
    List<URI> media = new ArrayList<>();
    media.add(first);
    media.addAll(Arrays.asList(requireNonNull(more, "more == null")));
    return media;
  }

  private static List<URI> checked(List<URI> media) {
    if (requireNonNull(media, "media == null").isEmpty()) {
      throw new IllegalArgumentException("media is empty; use text or groupText");
    }
    int index = 0;
    for (URI url : media) {
      if (url == null) {
        throw new NullPointerException(place("media", index) + " == null");
      }
      String broken = MessageCheck.brokenUrl(url);
      if (broken != null) {
        throw new IllegalArgumentException(
            place("media", index) + " must be an absolute http or https URL, not " + broken);
      }
      index++;
    }
    return media;
  }
}

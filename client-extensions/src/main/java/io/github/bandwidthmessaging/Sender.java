package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import io.github.bandwidthmessaging.client.MessageRequest;
import io.github.bandwidthmessaging.client.Recipients;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One of your numbers together with the application it belongs to: where messages come from.
 *
 * <pre>{@code
 * Sender sender = Sender.of("+12345678901", "93de2206-9669-4e07-948d-329f4b722ee2");
 * MessageRequest request =
 *     sender.text(PhoneNumber.of("+12345678902"), "Hey, check this out!").tag("test message").build();
 * }</pre>
 *
 * <p>Each method returns a builder, to which tag, priority and expiration can be added. Only the
 * methods that say so write to a group, in which every member sees all the others. A sender is
 * immutable.
 */
public final class Sender {
  /** The pattern of {@code from} in openapi/messaging.yaml. */
  private static final Pattern FROM =
      Pattern.compile(
          "\\+[1-9][0-9]{1,14}|[0-9]{3,8}|(?=.*[A-Za-z])[-_& A-Za-z0-9][-+_& A-Za-z0-9]{0,10}");

  private static final int MAX_GROUP = 10;

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
    if (!FROM.matcher(from).matches()) {
      throw new IllegalArgumentException(
          "from is no E.164 number (+ and 2 to 15 digits), short code (3 to 8 digits) or name (at"
              + " most 11 letters, digits, blanks or -+_&, with a letter)");
    }
    if (applicationId.isBlank()) {
      throw new IllegalArgumentException("applicationId is blank");
    }
    return new Sender(from, applicationId);
  }

  /**
   * Writes a text to one person.
   *
   * @param to the recipient
   * @param text at most 2048 characters
   * @return the request, to be added to or built
   */
  public MessageRequest.Builder text(PhoneNumber to, String text) {
    return message(one(to), text);
  }

  /**
   * Writes a text with pictures or other files to one person.
   *
   * @param to the recipient
   * @param text at most 2048 characters
   * @param pictures the URLs of 1 to 10 files, which Bandwidth fetches
   * @return the request, to be added to or built
   * @throws IllegalArgumentException if there is no picture
   */
  public MessageRequest.Builder picture(PhoneNumber to, String text, URI... pictures) {
    return message(one(to), text).media(media(pictures));
  }

  /**
   * Writes a text to a group.
   *
   * @param to 2 to 10 different recipients
   * @param text at most 2048 characters
   * @return the request, to be added to or built
   * @throws IllegalArgumentException if there are fewer or more recipients, or one comes twice
   */
  public MessageRequest.Builder group(List<PhoneNumber> to, String text) {
    return message(several(to), text);
  }

  /**
   * Writes a text with pictures or other files to a group.
   *
   * @param to 2 to 10 different recipients
   * @param text at most 2048 characters
   * @param pictures the URLs of 1 to 10 files, which Bandwidth fetches
   * @return the request, to be added to or built
   * @throws IllegalArgumentException if there are fewer or more recipients, one comes twice, or
   *     there is no picture
   */
  public MessageRequest.Builder groupPicture(List<PhoneNumber> to, String text, URI... pictures) {
    return message(several(to), text).media(media(pictures));
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

  private MessageRequest.Builder message(List<String> to, String text) {
    return MessageRequest.builder()
        .from(from)
        .to(Recipients.of(to))
        .text(requireNonNull(text, "text == null"))
        .applicationId(applicationId);
  }

  private static List<String> one(PhoneNumber to) {
    return List.of(requireNonNull(to, "to == null").value());
  }

  private static List<String> several(List<PhoneNumber> to) {
    List<PhoneNumber> numbers = List.copyOf(requireNonNull(to, "to == null"));
    if (numbers.size() < 2 || numbers.size() > MAX_GROUP) {
      throw new IllegalArgumentException(
          "A group has 2 to " + MAX_GROUP + " recipients, not " + numbers.size());
    }
    HashSet<PhoneNumber> seen = new HashSet<>();
    for (PhoneNumber number : numbers) {
      if (!seen.add(number)) {
        throw new IllegalArgumentException("A recipient comes twice in the group: " + number);
      }
    }
    return numbers.stream().map(PhoneNumber::value).toList();
  }

  private static List<URI> media(URI... pictures) {
    if (pictures.length == 0) {
      throw new IllegalArgumentException("A picture message needs a picture; use text or group");
    }
    return List.of(pictures);
  }
}

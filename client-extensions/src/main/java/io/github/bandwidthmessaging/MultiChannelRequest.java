package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;

import io.github.bandwidthmessaging.api.ChannelMessage;
import io.github.bandwidthmessaging.api.MessageRequest;
import io.github.bandwidthmessaging.api.MmsChannelMessage;
import io.github.bandwidthmessaging.api.MmsContent;
import io.github.bandwidthmessaging.api.MmsFile;
import io.github.bandwidthmessaging.api.MultiChannelMessageRequest;
import io.github.bandwidthmessaging.api.Priority;
import io.github.bandwidthmessaging.api.RbmChannelMessage;
import io.github.bandwidthmessaging.api.RbmContent;
import io.github.bandwidthmessaging.api.RbmText;
import io.github.bandwidthmessaging.api.SmsChannelMessage;
import io.github.bandwidthmessaging.api.SmsContent;
import io.github.bandwidthmessaging.api.Violation;
import java.net.URI;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message to one person through the first of several channels that works: RBM (RCS Business
 * Messaging), SMS, or MMS. The channels are tried in the order in which they are added.
 *
 * <pre>{@code
 * RbmAgent agent = RbmAgent.of("BandwidthRBM", "93de2206-9669-4e07-948d-329f4b722ee2");
 * MultiChannelResult sent =
 *     client.send(
 *         MultiChannelRequest.to(PhoneNumber.of("+12345678902"))
 *             .rbm(agent, "Your table is ready")
 *             .sms(sender, "Your table is ready")
 *             .withTag("table 7"));
 * }</pre>
 *
 * <p>A request is immutable: each method returns another one. It needs 1 to 4 channels to be sent.
 *
 * <p><b>Beta:</b> Bandwidth can still change this operation, and this class with it.
 */
public final class MultiChannelRequest {
  private final MultiChannelMessageRequest message;

  private MultiChannelRequest(MultiChannelMessageRequest message) {
    this.message = message;
  }

  /**
   * Returns a request without a channel yet.
   *
   * @param to the only recipient; there are no multi-channel messages to groups
   * @return the request, to add a channel to
   */
  public static MultiChannelRequest to(PhoneNumber to) {
    return of(
        MultiChannelMessageRequest.builder()
            .to(requireNonNull(to, "to == null").value())
            .channelList(List.of())
            .build());
  }

  /**
   * Returns a request for a message of the generated client, such as one that was read from JSON.
   * It is checked when it is sent.
   *
   * @param message the message
   * @return the request
   */
  public static MultiChannelRequest of(MultiChannelMessageRequest message) {
    return new MultiChannelRequest(requireNonNull(message, "message == null"));
  }

  /**
   * Adds a text by RBM.
   *
   * @param agent who sends it
   * @param text at most 3270 characters, not blank
   * @return a request with this channel added last
   * @throws IllegalArgumentException if {@code text} is blank or has an unpaired surrogate
   */
  public MultiChannelRequest rbm(RbmAgent agent, String text) {
    if (requireNonNull(text, "text == null").isBlank()) {
      throw new IllegalArgumentException("text is blank");
    }
    int unpaired = MessageCheck.unpairedSurrogate(text);
    if (unpaired >= 0) {
      throw new IllegalArgumentException("text has an unpaired surrogate at index " + unpaired);
    }
    return rbm(agent, RbmText.builder().text(text).build());
  }

  /**
   * Adds something by RBM: a text with suggested replies and actions, media, a card, or several
   * cards side by side. Its limits are checked when it is sent, and by {@link #violations()}.
   *
   * @param agent who sends it
   * @param content for example an {@code RbmText}, {@code RbmMedia}, {@code RbmCard}, or {@code
   *     RbmCarousel}
   * @return a request with this channel added last
   */
  public MultiChannelRequest rbm(RbmAgent agent, RbmContent content) {
    requireNonNull(agent, "agent == null");
    return with(
        RbmChannelMessage.builder()
            .from(agent.id())
            .applicationId(agent.applicationId())
            .content(requireNonNull(content, "content == null"))
            .build());
  }

  /**
   * Adds a text by SMS.
   *
   * @param sender who sends it
   * @param text at most 2048 characters, not blank
   * @return a request with this channel added last
   * @throws IllegalArgumentException if {@code text} is blank or the recipient is the sender
   */
  public MultiChannelRequest sms(Sender sender, String text) {
    MessageRequest sms = requireNonNull(sender, "sender == null").text(recipient(), text);
    return with(
        SmsChannelMessage.builder()
            .from(sms.from())
            .applicationId(sms.applicationId())
            .content(SmsContent.builder().text(text).build())
            .build());
  }

  /**
   * Adds a message with files by MMS: pictures, videos, contacts, and so on.
   *
   * @param sender who sends it
   * @param text at most 2048 characters, null for none
   * @param first the http or https URL of a file of at most 3.5 MB, which Bandwidth fetches
   * @param more the URLs of more files
   * @return a request with this channel added last
   * @throws IllegalArgumentException if a URL is not http or https, or the recipient is the sender
   */
  public MultiChannelRequest mms(Sender sender, @Nullable String text, URI first, URI... more) {
    MessageRequest mms =
        requireNonNull(sender, "sender == null").media(recipient(), text, first, more);
    List<MmsFile> files = new ArrayList<>();
    files.add(MmsFile.builder().fileUrl(first).build());
    for (URI url : more) {
      files.add(MmsFile.builder().fileUrl(url).build());
    }
    return with(
        MmsChannelMessage.builder()
            .from(mms.from())
            .applicationId(mms.applicationId())
            .content(MmsContent.builder().text(text).media(files).build())
            .build());
  }

  /**
   * Replaces the tag, which Bandwidth repeats in the callbacks.
   *
   * @param tag at most 1024 characters, without personal data; null for none
   * @return a request with this tag
   */
  public MultiChannelRequest withTag(@Nullable String tag) {
    return of(message.withTag(tag));
  }

  /**
   * Replaces the priority among your own messages.
   *
   * @param priority the priority, for SMS from toll-free numbers and short codes only; null for
   *     none
   * @return a request with this priority
   */
  public MultiChannelRequest withPriority(@Nullable Priority priority) {
    return of(message.withPriority(priority));
  }

  /**
   * Replaces the time after which the message is no longer sent.
   *
   * @param expiration a time in the future; null for none
   * @return a request with this expiration
   */
  public MultiChannelRequest withExpiration(@Nullable OffsetDateTime expiration) {
    return of(message.withExpiration(expiration));
  }

  /**
   * Returns the message as a model of the generated client.
   *
   * @return the message, with its channels in the order in which they are tried
   */
  public MultiChannelMessageRequest message() {
    return message;
  }

  /**
   * Returns the rules that the message breaks now. With any of them, it is not sent: a limit of the
   * OpenAPI document is exceeded, there is no channel, a URL is not http or https, a text is blank
   * or has an unpaired surrogate, the expiration has passed, or the recipient is a sender.
   *
   * @return each rule with its field, limit, and actual size, without the message's content; empty
   *     if the message can be sent
   */
  public List<Violation> violations() {
    return new MultiChannelCheck(message).errors(InstantSource.system());
  }

  /** Returns whether the other is a request for the same message. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MultiChannelRequest that && message.equals(that.message);
  }

  @Override
  public int hashCode() {
    return message.hashCode();
  }

  /** Returns the channels in their order, without number, content, or tag. */
  @Override
  public String toString() {
    return "MultiChannelRequest["
        + String.join(
            ", else ", message.channelList().stream().map(MultiChannelRequest::channel).toList())
        + "]";
  }

  private static String channel(@Nullable ChannelMessage message) {
    String channel = message == null ? null : message.channel();
    return channel != null && MultiChannelCheck.CHANNELS.contains(channel) ? channel : "unknown";
  }

  private PhoneNumber recipient() {
    return PhoneNumber.of(message.to());
  }

  private MultiChannelRequest with(ChannelMessage channel) {
    List<ChannelMessage> channels = new ArrayList<>(message.channelList());
    channels.add(channel);
    return of(message.toBuilder().channelList(channels).build());
  }
}

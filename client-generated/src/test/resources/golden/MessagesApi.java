// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.GET;
import retrofit2.http.Headers;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** Sends messages to one or more phone numbers, and searches those that were sent or received. */
@Generated
public interface MessagesApi {
  /**
   * Sends one SMS, MMS or group message. Media makes it an MMS; more than one recipient makes it a
   * group message, which is an MMS too.
   *
   * <p>{@code 202} means that Bandwidth has queued the message, not that it was delivered; delivery
   * is reported to the callback URL of the application. Any 4xx or 5xx that comes from Bandwidth
   * means that the message was neither sent nor billed. There is no idempotency key: a request that
   * is repeated after a time-out can send the message twice.
   *
   * @param accountId The Bandwidth account that sends and pays, a string of digits.
   * @param messageRequest The message to send.
   */
  @POST("users/{accountId}/messages")
  @Headers("Accept: application/json")
  Call<Message> createMessage(
      @Path("accountId") String accountId, @Body MessageRequest messageRequest);

  /**
   * Does the same as {@link #createMessage} without waiting for the response; cancelling the future
   * cancels the call.
   *
   * @param accountId The Bandwidth account that sends and pays, a string of digits.
   * @param messageRequest The message to send.
   */
  @POST("users/{accountId}/messages")
  @Headers("Accept: application/json")
  CompletableFuture<Message> createMessageAsync(
      @Path("accountId") String accountId, @Body MessageRequest messageRequest);

  /**
   * Searches the messages that were sent or received, a page at a time. At least one parameter is
   * needed; without any, the response is {@code 400}. To find one message, search for its {@code
   * messageId}. Send the {@code nextPageToken} of a page as {@code pageToken} to get the next one.
   *
   * <p>The response has data about messages, never their text, media, tag or application, and none
   * of these can be searched for. Bandwidth's support article says that a message generally shows
   * up within a minute, and up to 15 minutes later on busy days, so not finding a message proves
   * nothing before then; Bandwidth promises no upper limit.
   *
   * <p>Bandwidth accepts 3,500 searches in 5 minutes from one IP address. Bandwidth does not
   * document whether a group message is listed once or once for each recipient, nor which role the
   * credentials need.
   *
   * @param accountId The id of the Bandwidth account, 7 digits as the Bandwidth App shows them. The
   *     older form that begins with {@code u-} is deprecated and does not work with OAuth.
   * @param messageId The id of a message, to find just that one. There are two forms, {@code
   *     9e0df4ca-b18d-40d7-a59f-82fcdf5ae8e6} and {@code 1589228074636lm4k2je7j7jklbn2}.
   * @param sourceTn The phone number that sent the message: one whole number, up to 10 whole
   *     numbers separated by commas, or the beginning of a number, which has to be 5 characters or
   *     longer ({@code +1919}).
   * @param destinationTn The phone number that received the message: one whole number, up to 10
   *     whole numbers separated by commas, or the beginning of a number, which has to be 5
   *     characters or longer ({@code +1919}).
   * @param messageStatus The status of the messages.
   * @param messageDirection The direction of the messages.
   * @param carrierName The name of the carrier, such as {@code Verizon}, {@code TMobile} or {@code
   *     AT&T}. The list is open.
   * @param messageType The type of the messages.
   * @param errorCode The error code of the messages. Those without an error have 0.
   * @param fromDateTime The beginning of the time in which Bandwidth received the messages, in ISO
   *     8601 with exactly three digits of milliseconds; without them the response is {@code 400}.
   *     Bandwidth searches the last 14 days.
   * @param toDateTime The end of the time in which Bandwidth received the messages, in ISO 8601
   *     with exactly three digits of milliseconds; without them the response is {@code 400}.
   *     Bandwidth searches the last 14 days.
   * @param campaignId The id of the campaign that the messages belong to.
   * @param fromBwLatency The least time that the messages spent at Bandwidth, in seconds. Only for
   *     accounts with Advanced Quality Metrics.
   * @param bwQueued Whether the messages are queued in Bandwidth's network.
   * @param product The messaging product of the messages.
   * @param location The id of the location that the messages belong to.
   * @param carrierQueued Whether the messages are queued in the carrier's network. Only for
   *     accounts with Advanced Quality Metrics, and only for outbound messages.
   * @param fromCarrierLatency The least time that the messages spent at the carrier, in seconds.
   *     Only for accounts with Advanced Quality Metrics, and only for outbound messages.
   * @param callingNumberCountryA3 The country of the calling number, in three letters (ISO 3166-1
   *     alpha-3).
   * @param calledNumberCountryA3 The country of the called number, in three letters (ISO 3166-1
   *     alpha-3).
   * @param fromSegmentCount The least number of segments.
   * @param toSegmentCount The greatest number of segments.
   * @param fromMessageSize The least size of a message in bytes, content and headers together.
   * @param toMessageSize The greatest size of a message in bytes, content and headers together.
   * @param sort What to sort by: a field, a colon, and {@code asc} or {@code desc}. Bandwidth does
   *     not document which fields can be sorted by. By an older page, the most recently received
   *     messages come first without this parameter; newer pages do not say.
   * @param pageToken The {@code nextPageToken} or {@code prevPageToken} of a page; absent for the
   *     first page. Bandwidth does not document how long a token is valid.
   * @param limit How many messages a page has. It counts together with the messages before the
   *     page: beyond the first 10,000 messages of a search there are no pages, so narrow the search
   *     instead.
   * @param limitTotalCount Whether {@code totalCount} stops at 10,000, which makes slow searches
   *     faster. If it is false or absent, all messages are counted.
   */
  @GET("users/{accountId}/messages")
  @Headers("Accept: application/json")
  Call<MessagePage> listMessages(
      @Path("accountId") String accountId,
      @Query("messageId") @Nullable String messageId,
      @Query("sourceTn") @Nullable String sourceTn,
      @Query("destinationTn") @Nullable String destinationTn,
      @Query("messageStatus") @Nullable MessageStatus messageStatus,
      @Query("messageDirection") @Nullable MessageDirection messageDirection,
      @Query("carrierName") @Nullable String carrierName,
      @Query("messageType") @Nullable MessageType messageType,
      @Query("errorCode") @Nullable Integer errorCode,
      @Query("fromDateTime") @Nullable String fromDateTime,
      @Query("toDateTime") @Nullable String toDateTime,
      @Query("campaignId") @Nullable String campaignId,
      @Query("fromBwLatency") @Nullable Integer fromBwLatency,
      @Query("bwQueued") @Nullable Boolean bwQueued,
      @Query("product") @Nullable MessageProduct product,
      @Query("location") @Nullable String location,
      @Query("carrierQueued") @Nullable Boolean carrierQueued,
      @Query("fromCarrierLatency") @Nullable Integer fromCarrierLatency,
      @Query("callingNumberCountryA3") @Nullable String callingNumberCountryA3,
      @Query("calledNumberCountryA3") @Nullable String calledNumberCountryA3,
      @Query("fromSegmentCount") @Nullable Integer fromSegmentCount,
      @Query("toSegmentCount") @Nullable Integer toSegmentCount,
      @Query("fromMessageSize") @Nullable Long fromMessageSize,
      @Query("toMessageSize") @Nullable Long toMessageSize,
      @Query("sort") @Nullable String sort,
      @Query("pageToken") @Nullable String pageToken,
      @Query("limit") @Nullable Integer limit,
      @Query("limitTotalCount") @Nullable Boolean limitTotalCount);

  /**
   * Does the same as {@link #listMessages} without waiting for the response; cancelling the future
   * cancels the call.
   *
   * @param accountId The id of the Bandwidth account, 7 digits as the Bandwidth App shows them. The
   *     older form that begins with {@code u-} is deprecated and does not work with OAuth.
   * @param messageId The id of a message, to find just that one. There are two forms, {@code
   *     9e0df4ca-b18d-40d7-a59f-82fcdf5ae8e6} and {@code 1589228074636lm4k2je7j7jklbn2}.
   * @param sourceTn The phone number that sent the message: one whole number, up to 10 whole
   *     numbers separated by commas, or the beginning of a number, which has to be 5 characters or
   *     longer ({@code +1919}).
   * @param destinationTn The phone number that received the message: one whole number, up to 10
   *     whole numbers separated by commas, or the beginning of a number, which has to be 5
   *     characters or longer ({@code +1919}).
   * @param messageStatus The status of the messages.
   * @param messageDirection The direction of the messages.
   * @param carrierName The name of the carrier, such as {@code Verizon}, {@code TMobile} or {@code
   *     AT&T}. The list is open.
   * @param messageType The type of the messages.
   * @param errorCode The error code of the messages. Those without an error have 0.
   * @param fromDateTime The beginning of the time in which Bandwidth received the messages, in ISO
   *     8601 with exactly three digits of milliseconds; without them the response is {@code 400}.
   *     Bandwidth searches the last 14 days.
   * @param toDateTime The end of the time in which Bandwidth received the messages, in ISO 8601
   *     with exactly three digits of milliseconds; without them the response is {@code 400}.
   *     Bandwidth searches the last 14 days.
   * @param campaignId The id of the campaign that the messages belong to.
   * @param fromBwLatency The least time that the messages spent at Bandwidth, in seconds. Only for
   *     accounts with Advanced Quality Metrics.
   * @param bwQueued Whether the messages are queued in Bandwidth's network.
   * @param product The messaging product of the messages.
   * @param location The id of the location that the messages belong to.
   * @param carrierQueued Whether the messages are queued in the carrier's network. Only for
   *     accounts with Advanced Quality Metrics, and only for outbound messages.
   * @param fromCarrierLatency The least time that the messages spent at the carrier, in seconds.
   *     Only for accounts with Advanced Quality Metrics, and only for outbound messages.
   * @param callingNumberCountryA3 The country of the calling number, in three letters (ISO 3166-1
   *     alpha-3).
   * @param calledNumberCountryA3 The country of the called number, in three letters (ISO 3166-1
   *     alpha-3).
   * @param fromSegmentCount The least number of segments.
   * @param toSegmentCount The greatest number of segments.
   * @param fromMessageSize The least size of a message in bytes, content and headers together.
   * @param toMessageSize The greatest size of a message in bytes, content and headers together.
   * @param sort What to sort by: a field, a colon, and {@code asc} or {@code desc}. Bandwidth does
   *     not document which fields can be sorted by. By an older page, the most recently received
   *     messages come first without this parameter; newer pages do not say.
   * @param pageToken The {@code nextPageToken} or {@code prevPageToken} of a page; absent for the
   *     first page. Bandwidth does not document how long a token is valid.
   * @param limit How many messages a page has. It counts together with the messages before the
   *     page: beyond the first 10,000 messages of a search there are no pages, so narrow the search
   *     instead.
   * @param limitTotalCount Whether {@code totalCount} stops at 10,000, which makes slow searches
   *     faster. If it is false or absent, all messages are counted.
   */
  @GET("users/{accountId}/messages")
  @Headers("Accept: application/json")
  CompletableFuture<MessagePage> listMessagesAsync(
      @Path("accountId") String accountId,
      @Query("messageId") @Nullable String messageId,
      @Query("sourceTn") @Nullable String sourceTn,
      @Query("destinationTn") @Nullable String destinationTn,
      @Query("messageStatus") @Nullable MessageStatus messageStatus,
      @Query("messageDirection") @Nullable MessageDirection messageDirection,
      @Query("carrierName") @Nullable String carrierName,
      @Query("messageType") @Nullable MessageType messageType,
      @Query("errorCode") @Nullable Integer errorCode,
      @Query("fromDateTime") @Nullable String fromDateTime,
      @Query("toDateTime") @Nullable String toDateTime,
      @Query("campaignId") @Nullable String campaignId,
      @Query("fromBwLatency") @Nullable Integer fromBwLatency,
      @Query("bwQueued") @Nullable Boolean bwQueued,
      @Query("product") @Nullable MessageProduct product,
      @Query("location") @Nullable String location,
      @Query("carrierQueued") @Nullable Boolean carrierQueued,
      @Query("fromCarrierLatency") @Nullable Integer fromCarrierLatency,
      @Query("callingNumberCountryA3") @Nullable String callingNumberCountryA3,
      @Query("calledNumberCountryA3") @Nullable String calledNumberCountryA3,
      @Query("fromSegmentCount") @Nullable Integer fromSegmentCount,
      @Query("toSegmentCount") @Nullable Integer toSegmentCount,
      @Query("fromMessageSize") @Nullable Long fromMessageSize,
      @Query("toMessageSize") @Nullable Long toMessageSize,
      @Query("sort") @Nullable String sort,
      @Query("pageToken") @Nullable String pageToken,
      @Query("limit") @Nullable Integer limit,
      @Query("limitTotalCount") @Nullable Boolean limitTotalCount);
}

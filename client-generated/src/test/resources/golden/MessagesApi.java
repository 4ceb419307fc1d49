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

/** Sends messages to one or more phone numbers, and searches sent and received messages. */
@Generated
public interface MessagesApi {
  /**
   * Sends one SMS, MMS or group message. Media makes it an MMS; more than one recipient makes it a
   * group message, which is an MMS too.
   *
   * <p>{@code 202} means that Bandwidth has queued the message, not that it was delivered; delivery
   * is reported to the callback URL of the application. Any 4xx or 5xx from Bandwidth means that
   * the message was neither sent nor billed. There is no idempotency key: repeating a request after
   * a timeout can send the message twice.
   *
   * @param accountId The Bandwidth account that sends and is billed, a string of digits.
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
   * @param accountId The Bandwidth account that sends and is billed, a string of digits.
   * @param messageRequest The message to send.
   */
  @POST("users/{accountId}/messages")
  @Headers("Accept: application/json")
  CompletableFuture<Message> createMessageAsync(
      @Path("accountId") String accountId, @Body MessageRequest messageRequest);

  /**
   * Searches sent and received messages, one page at a time. At least one parameter is required;
   * without any, the response is {@code 400}. To find one message, search for its {@code
   * messageId}. Send the {@code nextPageToken} of a page as {@code pageToken} to get the next one.
   *
   * <p>The response never includes the text, media, tag or application of a message, and none of
   * these can be searched for. A message usually appears within a minute, and up to 15 minutes
   * later on busy days; Bandwidth guarantees no upper limit, so a message that is not found might
   * still have been sent.
   *
   * <p>Bandwidth accepts 3,500 searches per 5 minutes from one IP address. Bandwidth does not
   * document whether a group message is listed once or once per recipient, or which role the
   * credentials need.
   *
   * @param accountId The id of the Bandwidth account, 7 digits, as shown in the Bandwidth App. The
   *     older form that begins with {@code u-} is deprecated and does not work with OAuth.
   * @param parameters the other parameters, null for none of them
   */
  @GET("users/{accountId}/messages")
  @Headers("Accept: application/json")
  Call<MessagePage> listMessages(
      @Path("accountId") String accountId,
      @retrofit2.http.Tag @Nullable ListMessagesParameters parameters);

  /**
   * Does the same as {@link #listMessages} without waiting for the response; cancelling the future
   * cancels the call.
   *
   * @param accountId The id of the Bandwidth account, 7 digits, as shown in the Bandwidth App. The
   *     older form that begins with {@code u-} is deprecated and does not work with OAuth.
   * @param parameters the other parameters, null for none of them
   */
  @GET("users/{accountId}/messages")
  @Headers("Accept: application/json")
  CompletableFuture<MessagePage> listMessagesAsync(
      @Path("accountId") String accountId,
      @retrofit2.http.Tag @Nullable ListMessagesParameters parameters);
}

// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.concurrent.CompletableFuture;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.Headers;
import retrofit2.http.POST;
import retrofit2.http.Path;

/** Sends messages to one or more phone numbers. */
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
}

// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.concurrent.CompletableFuture;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.Headers;
import retrofit2.http.POST;
import retrofit2.http.Path;

/**
 * Sends messages by the best of several channels: RBM, SMS and MMS. Beta, so Bandwidth can still
 * change it.
 */
@Generated
public interface MultiChannelApi {
  /**
   * Sends one message by the first channel that works. Beta.
   *
   * <p>Sends one message by the first channel that works, for example as RBM, else as SMS. This
   * operation is a beta of Bandwidth's: Bandwidth can still change it.
   *
   * <p>{@code 202} means that Bandwidth has queued the message, not that it was delivered; delivery
   * is reported to the callback URL of the application, whose events name the channel. There is no
   * idempotency key: a request that is repeated after a time-out can send the message twice.
   *
   * @param accountId The id of the Bandwidth account, 7 digits as the Bandwidth App shows them. The
   *     older form that begins with {@code u-} is deprecated and does not work with OAuth.
   * @param multiChannelMessageRequest The message, once for each channel.
   */
  @POST("users/{accountId}/messages/multiChannel")
  @Headers("Accept: application/json")
  Call<MultiChannelMessageResponse> createMultiChannelMessage(
      @Path("accountId") String accountId,
      @Body MultiChannelMessageRequest multiChannelMessageRequest);

  /**
   * Does the same as {@link #createMultiChannelMessage} without waiting for the response;
   * cancelling the future cancels the call.
   *
   * @param accountId The id of the Bandwidth account, 7 digits as the Bandwidth App shows them. The
   *     older form that begins with {@code u-} is deprecated and does not work with OAuth.
   * @param multiChannelMessageRequest The message, once for each channel.
   */
  @POST("users/{accountId}/messages/multiChannel")
  @Headers("Accept: application/json")
  CompletableFuture<MultiChannelMessageResponse> createMultiChannelMessageAsync(
      @Path("accountId") String accountId,
      @Body MultiChannelMessageRequest multiChannelMessageRequest);
}

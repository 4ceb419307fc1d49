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
 * Sends messages through the first channel that works: RBM, SMS or MMS. Beta; Bandwidth can still
 * change it.
 */
@Generated
public interface MultiChannelApi {
  /**
   * Sends one message through the first channel that works. Beta.
   *
   * <p>Sends one message through the first channel that works, for example as RBM, otherwise as
   * SMS. This operation is in beta; Bandwidth can still change it.
   *
   * <p>{@code 202} means that Bandwidth has queued the message, not that it was delivered; delivery
   * is reported to the callback URL of the application, whose events name the channel. There is no
   * idempotency key: repeating a request after a timeout can send the message twice.
   *
   * @param accountId The id of the Bandwidth account, 7 digits, as shown in the Bandwidth App. The
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
   * @param accountId The id of the Bandwidth account, 7 digits, as shown in the Bandwidth App. The
   *     older form that begins with {@code u-} is deprecated and does not work with OAuth.
   * @param multiChannelMessageRequest The message, once for each channel.
   */
  @POST("users/{accountId}/messages/multiChannel")
  @Headers("Accept: application/json")
  CompletableFuture<MultiChannelMessageResponse> createMultiChannelMessageAsync(
      @Path("accountId") String accountId,
      @Body MultiChannelMessageRequest multiChannelMessageRequest);
}

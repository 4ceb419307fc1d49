// Generated from messaging.yaml by retrofit-moshi; do not edit.
package io.github.bandwidthmessaging.api;

import io.github.bandwidthmessaging.api.RetrofitClient.Generated;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.Header;
import retrofit2.http.Headers;
import retrofit2.http.PUT;
import retrofit2.http.Path;
import retrofit2.http.Streaming;

/** Stores the media files that messages refer to. */
@Generated
public interface MediaApi {
  /**
   * Permanently deletes a media file.
   *
   * <p>Permanently deletes a media file that you uploaded or received with a message. Make sure
   * that no message still needs it. The name can be reused immediately.
   *
   * <p>Bandwidth does not document the response if the file does not exist.
   *
   * @param accountId The id of the Bandwidth account, 7 digits, as shown in the Bandwidth App. The
   *     older form that begins with {@code u-} is deprecated and does not work with OAuth.
   * @param mediaId The name of the media file. The name of a file received with a message contains
   *     slashes, which must not be encoded.
   */
  @DELETE("users/{accountId}/media/{mediaId}")
  Call<Void> deleteMedia(
      @Path("accountId") String accountId,
      @Path(value = "mediaId", encoded = true)
          @RequestWriter.InPath(name = "mediaId", style = RequestWriter.PathStyle.SLASHES)
          String mediaId);

  /**
   * Does the same as {@link #deleteMedia} without waiting for the response; cancelling the future
   * cancels the call.
   *
   * @param accountId The id of the Bandwidth account, 7 digits, as shown in the Bandwidth App. The
   *     older form that begins with {@code u-} is deprecated and does not work with OAuth.
   * @param mediaId The name of the media file. The name of a file received with a message contains
   *     slashes, which must not be encoded.
   */
  @DELETE("users/{accountId}/media/{mediaId}")
  CompletableFuture<Void> deleteMediaAsync(
      @Path("accountId") String accountId,
      @Path(value = "mediaId", encoded = true)
          @RequestWriter.InPath(name = "mediaId", style = RequestWriter.PathStyle.SLASHES)
          String mediaId);

  /**
   * Downloads a media file.
   *
   * <p>Downloads a media file that you uploaded or received with a message. The media id of a
   * received file is everything after {@code media/} in the URL of the event, slashes included.
   *
   * <p>Bandwidth keeps a file for up to 48 hours. Bandwidth does not document the body of the
   * {@code 404} for a missing file, range requests, or response headers other than {@code
   * Content-Type}.
   *
   * <p>Each download needs your credentials, so do not pass the URL to browsers or phones; copy the
   * file to your own server instead.
   *
   * @param accountId The id of the Bandwidth account, 7 digits, as shown in the Bandwidth App. The
   *     older form that begins with {@code u-} is deprecated and does not work with OAuth.
   * @param mediaId The name of the media file. The name of a file received with a message contains
   *     slashes, which must not be encoded.
   */
  @GET("users/{accountId}/media/{mediaId}")
  @Streaming
  Call<ResponseBody> getMedia(
      @Path("accountId") String accountId,
      @Path(value = "mediaId", encoded = true)
          @RequestWriter.InPath(name = "mediaId", style = RequestWriter.PathStyle.SLASHES)
          String mediaId);

  /**
   * Does the same as {@link #getMedia} without waiting for the response; cancelling the future
   * cancels the call.
   *
   * @param accountId The id of the Bandwidth account, 7 digits, as shown in the Bandwidth App. The
   *     older form that begins with {@code u-} is deprecated and does not work with OAuth.
   * @param mediaId The name of the media file. The name of a file received with a message contains
   *     slashes, which must not be encoded.
   */
  @GET("users/{accountId}/media/{mediaId}")
  @Streaming
  CompletableFuture<ResponseBody> getMediaAsync(
      @Path("accountId") String accountId,
      @Path(value = "mediaId", encoded = true)
          @RequestWriter.InPath(name = "mediaId", style = RequestWriter.PathStyle.SLASHES)
          String mediaId);

  /**
   * Lists the media files of an account, one page at a time. A page holds up to 1,000 files. If
   * there are more, the response has a {@code Continuation-Token} header; send its value in the
   * request header of the same name to get the next page. Omit the header from the first request.
   *
   * <p>There are no filters. Bandwidth does not document the order of the files, how long a token
   * is valid, or what marks the last page; treat a response without a token as the last.
   *
   * @param accountId The id of the Bandwidth account, 7 digits, as shown in the Bandwidth App. The
   *     older form that begins with {@code u-} is deprecated and does not work with OAuth.
   * @param continuationToken The {@code Continuation-Token} of the previous page; absent for the
   *     first page. It is opaque; send it unchanged.
   */
  @GET("users/{accountId}/media")
  @Headers("Accept: application/json")
  Call<List<MediaItem>> listMedia(
      @Path("accountId") String accountId,
      @Header("Continuation-Token") @Nullable String continuationToken);

  /**
   * Does the same as {@link #listMedia} without waiting for the response; cancelling the future
   * cancels the call.
   *
   * @param accountId The id of the Bandwidth account, 7 digits, as shown in the Bandwidth App. The
   *     older form that begins with {@code u-} is deprecated and does not work with OAuth.
   * @param continuationToken The {@code Continuation-Token} of the previous page; absent for the
   *     first page. It is opaque; send it unchanged.
   */
  @GET("users/{accountId}/media")
  @Headers("Accept: application/json")
  CompletableFuture<List<MediaItem>> listMediaAsync(
      @Path("accountId") String accountId,
      @Header("Continuation-Token") @Nullable String continuationToken);

  /**
   * Stores a media file under a name that you choose. An existing file of this name is overwritten
   * without notice, so repeating a request does no harm, but two files need two names.
   *
   * <p>The response does not include the URL. To send the file, use {@code
   * https://messaging.bandwidth.com/api/v2/users/{accountId}/media/{mediaId}} in the {@code media}
   * of a message. Bandwidth keeps the file for up to 48 hours; storage is free, and the number of
   * files is unlimited.
   *
   * <p>The maximum file size is 3.5 MB; an older page of Bandwidth's says 3.75 MB. Bandwidth does
   * not document the response to a file that is too large or of an unsupported type.
   *
   * @param accountId The id of the Bandwidth account, 7 digits, as shown in the Bandwidth App. The
   *     older form that begins with {@code u-} is deprecated and does not work with OAuth.
   * @param mediaId The name of the media file. The name of a file received with a message contains
   *     slashes, which must not be encoded.
   * @param body The bytes of the file. Send its media type as the {@code Content-Type} of the
   *     request.
   *     <p>Bandwidth documents {@code application/gzip}, {@code application/javascript}, {@code
   *     application/json}, {@code application/ogg}, {@code application/pdf}, {@code
   *     application/rtf}, {@code application/smil}, {@code application/x-bzip2}, {@code
   *     application/x-gzip}, {@code application/x-tar}, {@code application/xml}, {@code
   *     application/zip}, {@code audio/3gpp}, {@code audio/amr}, {@code audio/flac}, {@code
   *     audio/mp4}, {@code audio/mpeg}, {@code audio/ogg}, {@code audio/wav}, {@code audio/webm},
   *     {@code image/bmp}, {@code image/gif}, {@code image/heic}, {@code image/heif}, {@code
   *     image/jpeg}, {@code image/pjpeg}, {@code image/png}, {@code image/svg+xml}, {@code
   *     image/tiff}, {@code image/webp}, {@code image/x-icon}, {@code text/calendar}, {@code
   *     text/css}, {@code text/csv}, {@code text/html}, {@code text/javascript}, {@code
   *     text/plain}, {@code text/vcard}, {@code text/vnd.wap.wml}, {@code text/xml}, {@code
   *     video/avi}, {@code video/mp4}, {@code video/mpeg}, {@code video/ogg}, {@code
   *     video/quicktime}, {@code video/webm}, {@code video/x-flv} and {@code video/x-ms-wmv}. The
   *     list is open; send {@code application/octet-stream} if the type is unknown. its content
   *     type is that of the request: <code>&#42;/*</code>
   * @param cacheControl HTTP cache directives for the file. Bandwidth does not document whether a
   *     download returns them.
   */
  @PUT("users/{accountId}/media/{mediaId}")
  Call<Void> uploadMedia(
      @Path("accountId") String accountId,
      @Path(value = "mediaId", encoded = true)
          @RequestWriter.InPath(name = "mediaId", style = RequestWriter.PathStyle.SLASHES)
          String mediaId,
      @Body RequestBody body,
      @Header("Cache-Control") @Nullable String cacheControl);

  /**
   * Does the same as {@link #uploadMedia} without waiting for the response; cancelling the future
   * cancels the call.
   *
   * @param accountId The id of the Bandwidth account, 7 digits, as shown in the Bandwidth App. The
   *     older form that begins with {@code u-} is deprecated and does not work with OAuth.
   * @param mediaId The name of the media file. The name of a file received with a message contains
   *     slashes, which must not be encoded.
   * @param body The bytes of the file. Send its media type as the {@code Content-Type} of the
   *     request.
   *     <p>Bandwidth documents {@code application/gzip}, {@code application/javascript}, {@code
   *     application/json}, {@code application/ogg}, {@code application/pdf}, {@code
   *     application/rtf}, {@code application/smil}, {@code application/x-bzip2}, {@code
   *     application/x-gzip}, {@code application/x-tar}, {@code application/xml}, {@code
   *     application/zip}, {@code audio/3gpp}, {@code audio/amr}, {@code audio/flac}, {@code
   *     audio/mp4}, {@code audio/mpeg}, {@code audio/ogg}, {@code audio/wav}, {@code audio/webm},
   *     {@code image/bmp}, {@code image/gif}, {@code image/heic}, {@code image/heif}, {@code
   *     image/jpeg}, {@code image/pjpeg}, {@code image/png}, {@code image/svg+xml}, {@code
   *     image/tiff}, {@code image/webp}, {@code image/x-icon}, {@code text/calendar}, {@code
   *     text/css}, {@code text/csv}, {@code text/html}, {@code text/javascript}, {@code
   *     text/plain}, {@code text/vcard}, {@code text/vnd.wap.wml}, {@code text/xml}, {@code
   *     video/avi}, {@code video/mp4}, {@code video/mpeg}, {@code video/ogg}, {@code
   *     video/quicktime}, {@code video/webm}, {@code video/x-flv} and {@code video/x-ms-wmv}. The
   *     list is open; send {@code application/octet-stream} if the type is unknown. its content
   *     type is that of the request: <code>&#42;/*</code>
   * @param cacheControl HTTP cache directives for the file. Bandwidth does not document whether a
   *     download returns them.
   */
  @PUT("users/{accountId}/media/{mediaId}")
  CompletableFuture<Void> uploadMediaAsync(
      @Path("accountId") String accountId,
      @Path(value = "mediaId", encoded = true)
          @RequestWriter.InPath(name = "mediaId", style = RequestWriter.PathStyle.SLASHES)
          String mediaId,
      @Body RequestBody body,
      @Header("Cache-Control") @Nullable String cacheControl);
}

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

/** Keeps the media files that messages refer to. */
@Generated
public interface MediaApi {
  /**
   * Deletes a media file for good.
   *
   * <p>Deletes a media file for good: one that you uploaded, or one that came in with a message.
   * Make sure that no message still needs it. The name can be used for another file at once.
   *
   * <p>Bandwidth does not document the response when there is no such file.
   *
   * @param accountId The id of the Bandwidth account, 7 digits as the Bandwidth App shows them. The
   *     older form that begins with {@code u-} is deprecated and does not work with OAuth.
   * @param mediaId The name of the media file. The name of a file that came in with a message
   *     contains slashes, which have to reach Bandwidth as they are: by a remark in its own tests,
   *     Bandwidth does not support encoded characters in the path.
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
   * @param accountId The id of the Bandwidth account, 7 digits as the Bandwidth App shows them. The
   *     older form that begins with {@code u-} is deprecated and does not work with OAuth.
   * @param mediaId The name of the media file. The name of a file that came in with a message
   *     contains slashes, which have to reach Bandwidth as they are: by a remark in its own tests,
   *     Bandwidth does not support encoded characters in the path.
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
   * <p>Downloads a media file: one that you uploaded, or one that came in with a message. The media
   * id of a file that came in is everything after {@code media/} in the URL that the event has,
   * slashes included.
   *
   * <p>Bandwidth keeps a file for up to 48 hours. Bandwidth does not document the body of the
   * {@code 404} for a file that is gone, nor whether a part of a file can be asked for, nor which
   * headers the response has besides {@code Content-Type}.
   *
   * <p>Each download needs your credentials, so do not hand the URL to browsers or phones: copy the
   * file to a server of your own instead.
   *
   * @param accountId The id of the Bandwidth account, 7 digits as the Bandwidth App shows them. The
   *     older form that begins with {@code u-} is deprecated and does not work with OAuth.
   * @param mediaId The name of the media file. The name of a file that came in with a message
   *     contains slashes, which have to reach Bandwidth as they are: by a remark in its own tests,
   *     Bandwidth does not support encoded characters in the path.
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
   * @param accountId The id of the Bandwidth account, 7 digits as the Bandwidth App shows them. The
   *     older form that begins with {@code u-} is deprecated and does not work with OAuth.
   * @param mediaId The name of the media file. The name of a file that came in with a message
   *     contains slashes, which have to reach Bandwidth as they are: by a remark in its own tests,
   *     Bandwidth does not support encoded characters in the path.
   */
  @GET("users/{accountId}/media/{mediaId}")
  @Streaming
  CompletableFuture<ResponseBody> getMediaAsync(
      @Path("accountId") String accountId,
      @Path(value = "mediaId", encoded = true)
          @RequestWriter.InPath(name = "mediaId", style = RequestWriter.PathStyle.SLASHES)
          String mediaId);

  /**
   * Lists the media files of an account, a page at a time. A page has up to 1,000 files. While
   * there are more, the response has a {@code Continuation-Token} header; send its value in the
   * request header of the same name to get the next page. Leave the header out of the first
   * request.
   *
   * <p>There are no filters. Bandwidth does not document in which order the files come, how long a
   * token is valid, or what marks the last page; a response without a token is taken for the last.
   *
   * @param accountId The id of the Bandwidth account, 7 digits as the Bandwidth App shows them. The
   *     older form that begins with {@code u-} is deprecated and does not work with OAuth.
   * @param continuationToken The {@code Continuation-Token} of the page before; absent for the
   *     first page. It is opaque, and case and punctuation matter.
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
   * @param accountId The id of the Bandwidth account, 7 digits as the Bandwidth App shows them. The
   *     older form that begins with {@code u-} is deprecated and does not work with OAuth.
   * @param continuationToken The {@code Continuation-Token} of the page before; absent for the
   *     first page. It is opaque, and case and punctuation matter.
   */
  @GET("users/{accountId}/media")
  @Headers("Accept: application/json")
  CompletableFuture<List<MediaItem>> listMediaAsync(
      @Path("accountId") String accountId,
      @Header("Continuation-Token") @Nullable String continuationToken);

  /**
   * Stores a media file under a name of yours. A file that already has this name in the account is
   * overwritten without notice, so repeating a request does no harm, but two files need two names.
   *
   * <p>The response has no URL. To send the file, use {@code
   * https://messaging.bandwidth.com/api/v2/users/{accountId}/media/{mediaId}} in the {@code media}
   * of a message. Bandwidth keeps the file for up to 48 hours; storage is free, and the number of
   * files is not limited.
   *
   * <p>Bandwidth's support article on MMS sizes allows 3.5 MB for a file; its page on media, which
   * is older, says 3.75 MB. Bandwidth does not document the response to a file that is too large or
   * of a type that it does not support.
   *
   * @param accountId The id of the Bandwidth account, 7 digits as the Bandwidth App shows them. The
   *     older form that begins with {@code u-} is deprecated and does not work with OAuth.
   * @param mediaId The name of the media file. The name of a file that came in with a message
   *     contains slashes, which have to reach Bandwidth as they are: by a remark in its own tests,
   *     Bandwidth does not support encoded characters in the path.
   * @param body The bytes of the file, as they are. Its media type is the {@code Content-Type} of
   *     the request, which Bandwidth's OpenAPI document does not require, but its older page on
   *     uploads does.
   *     <p>Bandwidth's OpenAPI document lists {@code application/gzip}, {@code
   *     application/javascript}, {@code application/json}, {@code application/ogg}, {@code
   *     application/pdf}, {@code application/rtf}, {@code application/smil}, {@code
   *     application/x-bzip2}, {@code application/x-gzip}, {@code application/x-tar}, {@code
   *     application/xml}, {@code application/zip}, {@code audio/3gpp}, {@code audio/amr}, {@code
   *     audio/flac}, {@code audio/mp4}, {@code audio/mpeg}, {@code audio/ogg}, {@code audio/wav},
   *     {@code audio/webm}, {@code image/bmp}, {@code image/gif}, {@code image/heic}, {@code
   *     image/heif}, {@code image/jpeg}, {@code image/pjpeg}, {@code image/png}, {@code
   *     image/svg+xml}, {@code image/tiff}, {@code image/webp}, {@code image/x-icon}, {@code
   *     text/calendar}, {@code text/css}, {@code text/csv}, {@code text/html}, {@code
   *     text/javascript}, {@code text/plain}, {@code text/vcard}, {@code text/vnd.wap.wml}, {@code
   *     text/xml}, {@code video/avi}, {@code video/mp4}, {@code video/mpeg}, {@code video/ogg},
   *     {@code video/quicktime}, {@code video/webm}, {@code video/x-flv} and {@code
   *     video/x-ms-wmv}. The list is open: Bandwidth's own command line sends {@code
   *     application/octet-stream} for a file whose type it does not recognize. its content type is
   *     that of the request: <code>&#42;/*</code>
   * @param cacheControl The cache directives of the file, as in HTTP. Bandwidth does not document
   *     whether a download returns them.
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
   * @param accountId The id of the Bandwidth account, 7 digits as the Bandwidth App shows them. The
   *     older form that begins with {@code u-} is deprecated and does not work with OAuth.
   * @param mediaId The name of the media file. The name of a file that came in with a message
   *     contains slashes, which have to reach Bandwidth as they are: by a remark in its own tests,
   *     Bandwidth does not support encoded characters in the path.
   * @param body The bytes of the file, as they are. Its media type is the {@code Content-Type} of
   *     the request, which Bandwidth's OpenAPI document does not require, but its older page on
   *     uploads does.
   *     <p>Bandwidth's OpenAPI document lists {@code application/gzip}, {@code
   *     application/javascript}, {@code application/json}, {@code application/ogg}, {@code
   *     application/pdf}, {@code application/rtf}, {@code application/smil}, {@code
   *     application/x-bzip2}, {@code application/x-gzip}, {@code application/x-tar}, {@code
   *     application/xml}, {@code application/zip}, {@code audio/3gpp}, {@code audio/amr}, {@code
   *     audio/flac}, {@code audio/mp4}, {@code audio/mpeg}, {@code audio/ogg}, {@code audio/wav},
   *     {@code audio/webm}, {@code image/bmp}, {@code image/gif}, {@code image/heic}, {@code
   *     image/heif}, {@code image/jpeg}, {@code image/pjpeg}, {@code image/png}, {@code
   *     image/svg+xml}, {@code image/tiff}, {@code image/webp}, {@code image/x-icon}, {@code
   *     text/calendar}, {@code text/css}, {@code text/csv}, {@code text/html}, {@code
   *     text/javascript}, {@code text/plain}, {@code text/vcard}, {@code text/vnd.wap.wml}, {@code
   *     text/xml}, {@code video/avi}, {@code video/mp4}, {@code video/mpeg}, {@code video/ogg},
   *     {@code video/quicktime}, {@code video/webm}, {@code video/x-flv} and {@code
   *     video/x-ms-wmv}. The list is open: Bandwidth's own command line sends {@code
   *     application/octet-stream} for a file whose type it does not recognize. its content type is
   *     that of the request: <code>&#42;/*</code>
   * @param cacheControl The cache directives of the file, as in HTTP. Bandwidth does not document
   *     whether a download returns them.
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

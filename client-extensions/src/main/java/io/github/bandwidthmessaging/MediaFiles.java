package io.github.bandwidthmessaging;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.util.Objects.requireNonNull;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Types;
import io.github.bandwidthmessaging.RepeatableCall.LocalException;
import io.github.bandwidthmessaging.RepeatableCall.Operation;
import io.github.bandwidthmessaging.api.MediaItem;
import io.github.bandwidthmessaging.api.RetrofitClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.CopyOption;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import okhttp3.HttpUrl;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The media files of an account: those that you upload to send, and those that arrived with a
 * message. Bandwidth keeps both for up to 48 hours, and storage is free.
 *
 * <pre>{@code
 * URI picture = client.media().upload(Path.of("coupon.png"));
 * client.send(sender.media(to, "20 % off", picture));
 * }</pre>
 *
 * <p>Unlike a message, all of this is safe to repeat. It is therefore retried after a broken
 * connection, a lost response, or a 429, 500, 502, 503, or 504, as often as the {@link RetryPolicy}
 * says; if it still fails, it throws an {@link ApiException}.
 *
 * <p>Files are streamed both ways, and are never held in memory as a whole. The client's time
 * limits apply to each attempt, by default 60 seconds from connecting to the last byte; {@link
 * RequestOptions#withAttemptTimeout} sets another limit.
 */
public final class MediaFiles {
  private static final String GONE =
      "; Bandwidth keeps media for up to 48 hours, under the exact name";
  private static final String FILE = " /users/{accountId}/media/{mediaId}";
  private static final Operation UPLOAD = new Operation("uploadMedia", "PUT" + FILE, 204, "");
  private static final Operation DOWNLOAD = new Operation("getMedia", "GET" + FILE, 200, GONE);
  private static final Operation DELETE = new Operation("deleteMedia", "DELETE" + FILE, 204, GONE);
  private static final Operation LIST =
      new Operation("listMedia", "GET /users/{accountId}/media", 200, "");

  private static final JsonAdapter<List<@Nullable MediaItem>> ITEMS =
      RetrofitClient.moshi().adapter(Types.newParameterizedType(List.class, MediaItem.class));

  private interface FileAction {
    void run() throws IOException;
  }

  private final MessagingClient client;

  MediaFiles(MessagingClient client) {
    this.client = client;
  }

  /**
   * Uploads a local file under a new, random name.
   *
   * @param file a file whose suffix says what is in it, for example {@code coupon.png}
   * @return the URI to send it with, for example with {@link Sender#media}
   * @throws IllegalArgumentException if the suffix is not known, or the file is empty or larger
   *     than 3.5 MB
   * @throws ApiException if the file could not be read or uploaded
   */
  public URI upload(Path file) {
    return upload(MediaUpload.of(file));
  }

  /**
   * Uploads a file. If this throws, the file might still have been stored; uploading it again under
   * the same name is harmless.
   *
   * <p>Bandwidth documents a 204 for a file that is stored. A 200 or 201 means the same in HTTP and
   * is accepted, too. Any other response is an {@link ApiException}, as is one that arrived before
   * the whole file was written, which is retried.
   *
   * @param upload the file
   * @return the URI to send it with, for example with {@link Sender#media}; Bandwidth fetches the
   *     file from there when it sends the message, and nobody else can without your credentials
   * @throws IllegalArgumentException if the size or content type is not allowed
   * @throws ApiException if the file could not be read or uploaded
   */
  public URI upload(MediaUpload upload) {
    return upload(upload, RequestOptions.none());
  }

  /**
   * Uploads a file as {@link #upload(MediaUpload)} does, with options for this request.
   *
   * @param upload the file
   * @param options the options for this request
   * @return the URI to send it with
   * @throws IllegalArgumentException if the size or content type is not allowed
   * @throws ApiException if the file could not be read or uploaded
   */
  public URI upload(MediaUpload upload, RequestOptions options) {
    String name = requireNonNull(upload, "upload == null").name();
    RequestBody body;
    try {
      body = upload.body();
    } catch (LocalException e) {
      throw local(e);
    }
    return new RepeatableCall<>(
            client,
            UPLOAD,
            options,
            List.of(name),
            account -> client.requests.uploadMedia(account, name, body, upload.cacheControl()),
            response -> {
              response.close();
              String account = options.accountIdOr(client.accountId);
              return client.requests.getMedia(account, name).build().url().uri();
            })
        .execute();
  }

  /**
   * Starts to download a file, which the caller reads and closes. For a {@link RequestListener},
   * the download has ended by then.
   *
   * @param nameOrUrl the name of the file, or the URL that an inbound message has for it. A URL
   *     must have the scheme, host, port, account, and path of this client or of Bandwidth;
   *     otherwise nothing is requested, because a request carries the credentials.
   * @return the file
   * @throws IllegalArgumentException if it is the URL of something else, or a segment of the name
   *     is empty, {@code .} or {@code ..}
   * @throws ApiException if there is no such file, or no longer ({@code status()} 404), or it could
   *     not be downloaded
   */
  public MediaDownload download(String nameOrUrl) {
    return download(nameOrUrl, RequestOptions.none());
  }

  /**
   * Starts to download a file as {@link #download(String)} does, with options for this request.
   *
   * @param nameOrUrl the name or the URL of the file
   * @param options the options for this request; its limits include the time it takes to read the
   *     file
   * @return the file
   * @throws IllegalArgumentException if it is not the URL or the name of a file of the account
   * @throws ApiException if there is no such file, or it could not be downloaded
   */
  public MediaDownload download(String nameOrUrl, RequestOptions options) {
    return get(nameOrUrl, options, MediaDownload::new);
  }

  /**
   * Downloads a file to a local one. It is written next to that under another name and moved when
   * it is complete, so a failed download leaves nothing behind. One that is cut off is retried.
   *
   * @param nameOrUrl the name or the URL of the file, as {@link #download(String)} takes them
   * @param file the local file, in a directory that exists
   * @param copyOptions {@link java.nio.file.StandardCopyOption#REPLACE_EXISTING} if it may replace
   *     another file
   * @throws IllegalArgumentException if it is not the URL or the name of a file of the account
   * @throws UnsupportedOperationException if there is another option
   * @throws ApiException if there is no such file, or it could not be downloaded or written; with a
   *     {@link FileAlreadyExistsException} as the cause if the local file exists
   */
  public void download(String nameOrUrl, Path file, CopyOption... copyOptions) {
    download(nameOrUrl, file, RequestOptions.none(), copyOptions);
  }

  /**
   * Downloads a file to a local one as {@link #download(String, Path, CopyOption...)} does, with
   * options for the request.
   *
   * @param nameOrUrl the name or the URL of the file
   * @param file the local file, in a directory that exists
   * @param options the options for this request
   * @param copyOptions {@link java.nio.file.StandardCopyOption#REPLACE_EXISTING} if it may replace
   *     another file
   * @throws IllegalArgumentException if it is not the URL or the name of a file of the account
   * @throws UnsupportedOperationException if there is another option
   * @throws ApiException if there is no such file, or it could not be downloaded or written
   */
  public void download(
      String nameOrUrl, Path file, RequestOptions options, CopyOption... copyOptions) {
    requireNonNull(file, "file == null");
    List<CopyOption> how = List.of(copyOptions);
    if (!List.of(REPLACE_EXISTING).containsAll(how)) {
      throw new UnsupportedOperationException("REPLACE_EXISTING is the only option");
    }
    String name = name(nameOrUrl, options);
    if (how.isEmpty() && Files.exists(file)) {
      throw local(unwritable(new FileAlreadyExistsException(file.toString())));
    }
    Boolean unused =
        get(
            name,
            options,
            response -> {
              save(response, file, copyOptions);
              return true;
            });
  }

  /**
   * Lists the files of the account, up to 1,000 a page.
   *
   * @return the files, in an order that Bandwidth does not document
   */
  public Pager<MediaItem> list() {
    return list(RequestOptions.none());
  }

  /**
   * Lists the files of the account as {@link #list()} does, with options for this request.
   *
   * @param options the options for the request of each page
   * @return the files, in an order that Bandwidth does not document
   */
  public Pager<MediaItem> list(RequestOptions options) {
    requireNonNull(options, "options == null");
    return new Pager<>(
        new Pager.Source<MediaItem>() {
          @Override
          public Page<MediaItem> page(@Nullable String token, long before) {
            if (token != null && !token.chars().allMatch(c -> c >= ' ' && c <= '~')) {
              throw LIST.failure(
                  "200, but its Continuation-Token contains a character that HTTP does not allow in a"
                      + " header, so the next page cannot be requested");
            }
            return new RepeatableCall<>(
                    client,
                    LIST,
                    options,
                    List.of(),
                    account -> client.requests.listMedia(account, token),
                    response -> read(response))
                .execute();
          }

          @Override
          public ApiException repeated() {
            return LIST.failure(
                "200, but its Continuation-Token repeats an earlier one, so the list never ends");
          }
        });
  }

  /**
   * Deletes a file for good, even one that a message still refers to. Its name can be reused
   * immediately. If the response to an attempt was lost and the next attempt does not find the
   * file, it counts as deleted.
   *
   * @param nameOrUrl the name or the URL of the file, as {@link #download(String)} takes them; the
   *     URI that {@code upload} returned is one
   * @throws IllegalArgumentException if it is not the URL or the name of a file of the account
   * @throws ApiException if it could not be deleted; whether that includes a file that does not
   *     exist (404), Bandwidth does not document
   */
  public void delete(String nameOrUrl) {
    delete(nameOrUrl, RequestOptions.none());
  }

  /**
   * Deletes a file for good as {@link #delete(String)} does, with options for this request.
   *
   * @param nameOrUrl the name or the URL of the file
   * @param options the options for this request
   * @throws IllegalArgumentException if it is not the URL or the name of a file of the account
   * @throws ApiException if it could not be deleted
   */
  public void delete(String nameOrUrl, RequestOptions options) {
    String name = name(nameOrUrl, options);
    Boolean unused =
        new RepeatableCall<>(
                client,
                DELETE,
                options,
                List.of(name),
                account -> client.requests.deleteMedia(account, name),
                response -> {
                  response.close();
                  return true;
                })
            .execute();
  }

  /** Returns the account, without its credentials. */
  @Override
  public String toString() {
    return "MediaFiles[accountId=" + client.accountId + "]";
  }

  private <T> T get(String nameOrUrl, RequestOptions options, RepeatableCall.Reader<T> reader) {
    String name = name(nameOrUrl, options);
    return new RepeatableCall<>(
            client,
            DOWNLOAD,
            options,
            List.of(name),
            account -> client.requests.getMedia(account, name),
            reader)
        .execute();
  }

  private Page<MediaItem> read(Response response) throws IOException {
    List<MediaItem> found = new ArrayList<>();
    for (@Nullable MediaItem item : RepeatableCall.json(response, ITEMS)) {
      if (item != null) {
        found.add(item);
      }
    }
    String next = response.header("Continuation-Token");
    return new Page<>(found, next == null || next.isBlank() ? null : next, null);
  }

  /**
   * Returns the name of a file. Only this name is taken from a URL, never where the request goes.
   */
  private String name(String nameOrUrl, RequestOptions options) {
    requireNonNull(nameOrUrl, "nameOrUrl == null");
    requireNonNull(options, "options == null");
    // No name contains this, because a segment would be empty.
    return MediaUpload.checkedSegments(
        nameOrUrl.contains("://")
            ? nameIn(nameOrUrl, options.accountIdOr(client.accountId))
            : nameOrUrl);
  }

  private String nameIn(String text, String accountId) {
    HttpUrl url = HttpUrl.parse(text);
    if (url == null) {
      throw foreign("is not an http or https URL");
    }
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      throw foreign("has a user or password");
    }
    if (url.query() != null || url.fragment() != null) {
      throw foreign("has a query or fragment");
    }
    // An event has Bandwidth's own URL, even if the client has another baseUrl.
    HttpUrl bandwidth = HttpUrl.get(RetrofitClient.BASE_URL);
    HttpUrl base = url.host().equals(bandwidth.host()) ? bandwidth : client.baseUrl;
    if (!url.host().equals(base.host())) {
      throw foreign("has another host");
    }
    if (!url.scheme().equals(base.scheme())) {
      throw foreign("has another scheme");
    }
    if (url.port() != base.port()) {
      throw foreign("has another port");
    }
    List<String> path = new ArrayList<>(base.pathSegments());
    path.remove(path.size() - 1);
    path.add("users");
    int account = path.size();
    path.add(accountId);
    path.add("media");
    List<String> segments = url.pathSegments();
    if (segments.size() > account && !segments.get(account).equals(accountId)) {
      throw foreign("has another account or path");
    }
    if (segments.size() <= path.size() || !segments.subList(0, path.size()).equals(path)) {
      throw foreign("has another path");
    }
    return String.join("/", segments.subList(path.size(), segments.size()));
  }

  private static IllegalArgumentException foreign(String why) {
    return new IllegalArgumentException(
        "The URL " + why + ", so it is not that of a media file of this account");
  }

  private static void save(Response response, Path file, CopyOption... copyOptions)
      throws IOException {
    Path part = file.resolveSibling("." + UUID.randomUUID() + ".part");
    try {
      try (response;
          OutputStream out = create(part)) {
        InputStream in = response.body().byteStream();
        byte[] bytes = new byte[64 * 1024];
        for (int read = in.read(bytes); read != -1; read = in.read(bytes)) {
          int count = read;
          locally(() -> out.write(bytes, 0, count));
        }
        locally(out::close);
      }
      locally(() -> Files.move(part, file, copyOptions));
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static OutputStream create(Path part) throws LocalException {
    try {
      return Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Distinguishes failures on this machine from failures on the network. */
  private static void locally(FileAction action) throws LocalException {
    try {
      action.run();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private static LocalException unwritable(IOException e) {
    return LocalException.of(
        "Could not write the downloaded file", e, "its directory does not exist");
  }

  private static ApiException local(LocalException e) {
    return new ApiException(String.valueOf(e.getMessage()), e.getCause(), 0, false, null, null);
  }
}

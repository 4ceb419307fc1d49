package io.github.bandwidthmessaging;

import java.io.InputStream;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * A media file being downloaded from Bandwidth. Close it, whether or not the content was read.
 *
 * <p>Reading throws an {@link java.io.IOException} if the content is cut off or does not arrive in
 * time; the limits of the attempt include the time it takes to read. Content that is cut off never
 * looks complete, unless the response has no length and ends with the connection. What was read
 * cannot be taken back, so nothing is retried from then on, unlike with {@link
 * MediaFiles#download(String, java.nio.file.Path, java.nio.file.CopyOption...)}.
 */
public final class MediaDownload implements AutoCloseable {
  private final Response response;

  MediaDownload(Response response) {
    this.response = response;
  }

  /**
   * Returns the content type that the file was uploaded or received with.
   *
   * @return for example {@code image/jpeg}, or null if the response has none
   */
  public @Nullable String contentType() {
    return response.header("Content-Type");
  }

  /**
   * Returns the size of the file.
   *
   * @return the number of bytes, or null if the response does not give it
   */
  public @Nullable Long length() {
    long length = response.body().contentLength();
    return length == -1 ? null : length;
  }

  /**
   * Returns the content, streamed from the network.
   *
   * @return the same stream each time
   */
  public InputStream content() {
    return response.body().byteStream();
  }

  /** Ends the download and releases its connection. */
  @Override
  public void close() {
    response.close();
  }

  /** Returns the content type and the size. */
  @Override
  public String toString() {
    return "MediaDownload[contentType=" + contentType() + ", length=" + length() + "]";
  }
}

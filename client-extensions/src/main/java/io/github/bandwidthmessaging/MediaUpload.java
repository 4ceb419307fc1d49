package io.github.bandwidthmessaging;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.github.bandwidthmessaging.RepeatableCall.LocalException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * A file to upload with {@link MediaFiles#upload(MediaUpload)}. It is opened for each attempt, so a
 * retry starts at the first byte, and is never held in memory as a whole.
 *
 * <p>An upload is immutable: each {@code with} method returns a changed upload and leaves this one
 * unchanged.
 */
public final class MediaUpload {
  /** Content that can be read more than once. */
  @FunctionalInterface
  public interface Source {
    /**
     * Opens the content at its beginning. Called once for each attempt. A stream that waits for its
     * content cannot be interrupted: while it waits, the upload can exceed its time limits.
     *
     * @return a new stream, which the upload closes
     * @throws IOException if it cannot be opened; the upload then fails and is not retried
     */
    InputStream open() throws IOException;
  }

  private interface Length {
    long get() throws IOException;
  }

  /** 3.5 MB, interpreted so that nothing is refused that Bandwidth might accept. */
  private static final long MAX_LENGTH = 7 * 1024 * 1024 / 2;

  /** The content types that Bandwidth lists, with the suffixes that imply them. */
  private static final String TYPES =
      """
      application/gzip gz
      application/javascript
      application/json json
      application/ogg ogx
      application/pdf pdf
      application/rtf rtf
      application/smil smil smi
      application/x-bzip2 bz2
      application/x-gzip
      application/x-tar tar
      application/xml xml
      application/zip zip
      audio/3gpp
      audio/amr amr
      audio/flac flac
      audio/mp4 m4a
      audio/mpeg mp3
      audio/ogg ogg oga
      audio/wav wav
      audio/webm weba
      image/bmp bmp
      image/gif gif
      image/heic heic
      image/heif heif
      image/jpeg jpg jpeg
      image/pjpeg
      image/png png
      image/svg+xml svg
      image/tiff tif tiff
      image/webp webp
      image/x-icon ico
      text/calendar ics
      text/css css
      text/csv csv
      text/html html htm
      text/javascript js
      text/plain txt
      text/vcard vcf
      text/vnd.wap.wml wml
      text/xml
      video/avi avi
      video/mp4 mp4
      video/mpeg mpeg mpg
      video/ogg ogv
      video/quicktime mov
      video/webm webm
      video/x-flv flv
      video/x-ms-wmv wmv
      """;

  private static final Map<String, String> TYPE_OF_SUFFIX =
      TYPES
          .lines()
          .map(line -> line.split(" ", -1))
          .flatMap(words -> Arrays.stream(words).skip(1).map(suffix -> Map.entry(suffix, words[0])))
          .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));

  /**
   * Bandwidth's own command line sends the last one, which is not on the list, if it must guess.
   */
  static final Set<String> KNOWN_TYPES = knownTypes();

  /** Characters that a URL need not encode: Bandwidth supports no encoding in a path. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._~/-]+");

  private static final Pattern HEADER_VALUE = Pattern.compile("[!-~](?:[ -~]*[!-~])?");

  private final String name;
  private final Length length;
  private final Source source;
  private final @Nullable String contentType;
  private final @Nullable String cacheControl;
  private final boolean isLimited;

  private MediaUpload(
      String name,
      Length length,
      Source source,
      @Nullable String contentType,
      @Nullable String cacheControl,
      boolean isLimited) {
    this.name = name;
    this.length = length;
    this.source = source;
    this.contentType = contentType;
    this.cacheControl = cacheControl;
    this.isLimited = isLimited;
  }

  /**
   * Returns an upload of a local file. Its name on the server is a new, random one with the suffix
   * of the file, because a file with the same name in the account would be overwritten without
   * notice; {@link #withName} sets another.
   *
   * @param file the file, which must not change during the upload
   * @return an upload with the content type of the file's suffix, if that is known
   */
  public static MediaUpload of(Path file) {
    requireNonNull(file, "file == null");
    String suffix = suffix(String.valueOf(file.getFileName()));
    String random = UUID.randomUUID().toString();
    return new MediaUpload(
        NAME.matcher(suffix).matches() ? random + "." + suffix : random,
        () -> Files.size(file),
        () -> Files.newInputStream(file),
        TYPE_OF_SUFFIX.get(suffix),
        null,
        true);
  }

  /**
   * Returns an upload of bytes.
   *
   * @param name the name on the server, as {@link #withName} takes it
   * @param bytes the content, of which the upload keeps a copy
   * @return an upload with the content type of the name's suffix, if that is known
   * @throws IllegalArgumentException if the name is not allowed
   */
  public static MediaUpload of(String name, byte[] bytes) {
    byte[] copy = requireNonNull(bytes, "bytes == null").clone();
    return of(name, copy.length, () -> new ByteArrayInputStream(copy));
  }

  /**
   * Returns an upload of content from anywhere.
   *
   * @param name the name on the server, as {@link #withName} takes it
   * @param length the number of bytes; a source that has fewer or more fails, and nothing is stored
   * @param source opens the content
   * @return an upload with the content type of the name's suffix, if that is known
   * @throws IllegalArgumentException if the name is not allowed, or the length is negative
   */
  public static MediaUpload of(String name, long length, Source source) {
    requireNonNull(source, "source == null");
    if (length < 0) {
      throw new IllegalArgumentException("length < 0");
    }
    String type = TYPE_OF_SUFFIX.get(suffix(checkedName(name)));
    return new MediaUpload(name, () -> length, source, type, null, true);
  }

  /**
   * Returns this upload with another name. A file with the same name in the account is overwritten
   * without notice, even one that a message was just sent with: give each file its own name.
   *
   * @param name ASCII letters, digits, {@code .}, {@code _}, {@code ~}, and {@code -}, with {@code
   *     /} between segments, none of which is {@code .} or {@code ..}
   * @return the upload; its content type stays, if it has one
   * @throws IllegalArgumentException if the name is not allowed
   */
  public MediaUpload withName(String name) {
    String type = contentType == null ? TYPE_OF_SUFFIX.get(suffix(checkedName(name))) : contentType;
    return new MediaUpload(checkedName(name), length, source, type, cacheControl, isLimited);
  }

  /**
   * Returns this upload with a content type other than that of the suffix.
   *
   * @param contentType for example {@code image/png}
   * @return the upload
   * @throws IllegalArgumentException if it is not a media type
   */
  public MediaUpload withContentType(String contentType) {
    requireNonNull(contentType, "contentType == null");
    if (MediaType.parse(contentType) == null || !HEADER_VALUE.matcher(contentType).matches()) {
      throw new IllegalArgumentException("contentType is not a media type, such as image/png");
    }
    return new MediaUpload(name, length, source, contentType, cacheControl, isLimited);
  }

  /**
   * Returns this upload with cache directives, whose effect Bandwidth does not document.
   *
   * @param cacheControl the value of the {@code Cache-Control} header, for example {@code no-cache}
   * @return the upload
   * @throws IllegalArgumentException if HTTP does not allow this value in a header
   */
  public MediaUpload withCacheControl(String cacheControl) {
    requireNonNull(cacheControl, "cacheControl == null");
    if (!HEADER_VALUE.matcher(cacheControl).matches()) {
      throw new IllegalArgumentException("cacheControl must be printable ASCII");
    }
    return new MediaUpload(name, length, source, contentType, cacheControl, isLimited);
  }

  /**
   * Returns this upload without the checks of size and content type, for what Bandwidth accepts
   * beyond its documentation: by default, a file must have 1 byte to 3.5 MB (3,670,016 bytes), the
   * limit for MMS, and one of the 48 content types that Bandwidth lists, or {@code
   * application/octet-stream}.
   *
   * @return the upload
   */
  public MediaUpload withoutLimits() {
    return new MediaUpload(name, length, source, contentType, cacheControl, false);
  }

  String name() {
    return name;
  }

  @Nullable String cacheControl() {
    return cacheControl;
  }

  /**
   * Returns a body that can be written several times.
   *
   * @throws IllegalArgumentException if size or content type are not allowed
   * @throws LocalException if the size cannot be determined
   */
  RequestBody body() throws LocalException {
    if (contentType == null) {
      throw new IllegalArgumentException(
          "The content type does not follow from the name; set it by withContentType");
    }
    MediaType type = requireNonNull(MediaType.parse(contentType));
    String plain = (type.type() + "/" + type.subtype()).toLowerCase(Locale.ROOT);
    if (isLimited && !KNOWN_TYPES.contains(plain)) {
      throw new IllegalArgumentException(
          "Bandwidth does not list the content type "
              + plain
              + "; withoutLimits() skips this check");
    }
    long bytes;
    try {
      bytes = length.get();
    } catch (IOException e) {
      throw unreadable(e);
    }
    if (isLimited && (bytes == 0 || bytes > MAX_LENGTH)) {
      throw new IllegalArgumentException(
          "The file has "
              + bytes
              + " bytes; Bandwidth allows 1 to "
              + MAX_LENGTH
              + "; withoutLimits() skips this check");
    }
    return new Body(type, bytes, source);
  }

  /** Returns the name and the content type, without the content. */
  @Override
  public String toString() {
    return "MediaUpload[name=" + name + ", contentType=" + contentType + "]";
  }

  /** Throws unless the slashes of a name only separate segments. */
  static String checkedSegments(String name) {
    for (String segment : name.split("/", -1)) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        throw new IllegalArgumentException(
            "The media name has a segment that is empty, \".\" or \"..\"");
      }
    }
    return name;
  }

  private static String checkedName(String name) {
    requireNonNull(name, "name == null");
    if (!NAME.matcher(checkedSegments(name)).matches()) {
      throw new IllegalArgumentException(
          "The media name must have ASCII letters, digits and ._~-/ only: Bandwidth does not support"
              + " encoded characters in a URL");
    }
    return name;
  }

  private static String suffix(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static Set<String> knownTypes() {
    Set<String> types = new HashSet<>(Set.of("application/octet-stream"));
    TYPES.lines().map(line -> line.split(" ", -1)[0]).forEach(types::add);
    return Set.copyOf(types);
  }

  private static LocalException unreadable(Exception e) {
    return LocalException.of("Could not read the file to upload", e, "it does not exist");
  }

  private static final class Body extends RequestBody {
    private final MediaType type;
    private final long length;
    private final Source source;

    Body(MediaType type, long length, Source source) {
      this.type = type;
      this.length = length;
      this.source = source;
    }

    @Override
    public MediaType contentType() {
      return type;
    }

    @Override
    public long contentLength() {
      return length;
    }

    /**
     * Writes the last byte only after the source has ended, so that the server never takes the
     * beginning of a longer file for a whole one.
     */
    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      InputStream in;
      try {
        in = requireNonNull(source.open(), "source.open() == null");
      } catch (IOException | RuntimeException e) {
        throw unreadable(e);
      }
      try {
        Buffer ahead = new Buffer();
        byte[] bytes = new byte[8192];
        long count = 0;
        for (int read = read(in, bytes); read != -1; read = read(in, bytes)) {
          count += read;
          if (count > length) {
            throw new LocalException(
                "The file to upload has more than its " + length + " bytes", null);
          }
          ahead.write(bytes, 0, read);
          sink.write(ahead, Math.max(0, ahead.size() - 1));
        }
        if (count < length) {
          throw new LocalException(
              "The file to upload ended after " + count + " of its " + length + " bytes", null);
        }
        sink.write(ahead, ahead.size());
      } finally {
        try {
          in.close();
        } catch (IOException e) {
          // All of it was read.
        }
      }
    }

    private static int read(InputStream in, byte[] bytes) throws LocalException {
      try {
        return in.read(bytes);
      } catch (IOException | RuntimeException e) {
        throw unreadable(e);
      }
    }
  }
}

package io.github.bandwidthmessaging;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bandwidthmessaging.api.MediaItem;
import io.github.bandwidthmessaging.api.Message;
import io.github.bandwidthmessaging.api.MessageEvent;
import io.github.bandwidthmessaging.callbacks.CallbackReceiver;
import io.github.bandwidthmessaging.testing.FakeBandwidth;
import io.github.bandwidthmessaging.testing.FakeBandwidth.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class MediaFilesTest {
  /** With every byte, so that no reading as text goes unnoticed. */
  private static final byte[] PICTURE = random(100_000);

  private static final String INBOUND = "14762070468292kw2fuqty55yp2b2/0/bw.png";

  @AutoClose private final FakeBandwidth bandwidth = FakeBandwidth.start();
  @AutoClose private final MessagingClient client = bandwidth.clientBuilder().build();
  private final MediaFiles media = client.media();
  private final Path folder;

  MediaFilesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void uploadsFileUnderNewNameAndReturnsWhatToSend() throws IOException {
    Path file = Files.write(folder.resolve("Coupon 20.PNG"), PICTURE);

    URI first = media.upload(file);
    URI second = media.upload(file);

    assertThat(first).isNotEqualTo(second);
    assertThat(first.toString())
        .matches(Pattern.quote(bandwidth.url()) + "users/9900000/media/[0-9a-f-]{36}\\.png");
    assertThat(bandwidth.media().values()).containsExactly(PICTURE, PICTURE);
    try (MediaDownload download = media.download(first.toString())) {
      assertThat(download.contentType()).isEqualTo("image/png");
      assertThat(download.length()).isEqualTo(PICTURE.length);
      assertThat(download.content().readAllBytes()).isEqualTo(PICTURE);
    }
    client.send(Examples.SENDER.media(Examples.FIRST, "20 % off", first));
    assertThat(bandwidth.onlySent().media()).containsExactly(first);
  }

  @Test
  void uploadsBytesUnderTheirName() {
    byte[] bytes = PICTURE.clone();
    MediaUpload upload = MediaUpload.of("a/b_c~d.e-1.gif", bytes);
    bytes[0]++;

    URI uri = media.upload(upload, RequestOptions.none().withAccountId("9900001"));

    assertThat(uri).hasToString(bandwidth.url() + "users/9900001/media/a/b_c~d.e-1.gif");
    assertThat(bandwidth.media().get("a/b_c~d.e-1.gif")).isEqualTo(PICTURE);
  }

  @Test
  void opensSourceAgainForEachAttempt() {
    AtomicInteger opened = new AtomicInteger();
    AtomicInteger closed = new AtomicInteger();
    bandwidth.failNextMedia(Fault.HANG_UP, Fault.BAD_GATEWAY, Fault.QUEUE_FULL);

    media.upload(
        MediaUpload.of(
            "a.png",
            PICTURE.length,
            () -> {
              opened.incrementAndGet();
              return new ByteArrayInputStream(PICTURE) {
                @Override
                public void close() throws IOException {
                  closed.incrementAndGet();
                  throw new IOException("ignored");
                }
              };
            }));

    assertThat(opened).hasValue(4);
    assertThat(closed).hasValue(4);
    assertThat(bandwidth.media().values()).containsExactly(PICTURE);
  }

  @ParameterizedTest
  @CsvSource({
    "0, The file to upload has more than its 0 bytes",
    "98304, The file to upload has more than its 98304 bytes",
    "99999, The file to upload has more than its 99999 bytes",
    "100001, The file to upload ended after 100000 of its 100001 bytes",
    "200000, The file to upload ended after 100000 of its 200000 bytes"
  })
  void storesNoPartOfSourceWithAnotherLength(long length, String why) {
    MediaUpload upload =
        MediaUpload.of("a.png", length, () -> new ByteArrayInputStream(PICTURE)).withoutLimits();

    ApiException e = catchThrowableOfType(ApiException.class, () -> media.upload(upload));

    assertThat(e).hasMessage(why);
    assertThat(e.attempts()).isEqualTo(1);
    assertThat(e.isRetryable()).isFalse();
    media.upload(MediaUpload.of("b.png", PICTURE));
    assertThat(bandwidth.media()).containsOnlyKeys("b.png");
  }

  @Test
  void reportsSourceThatFails() {
    InputStream failing =
        new ByteArrayInputStream(PICTURE) {
          @Override
          public int read(byte[] bytes) throws IOException {
            throw new IOException("disk");
          }
        };

    assertThatThrownBy(() -> media.upload(MediaUpload.of("a.png", 5, () -> failing)))
        .isInstanceOf(ApiException.class)
        .hasMessage("Could not read the file to upload: IOException")
        .rootCause()
        .hasMessage("disk");
    InputStream broken =
        new ByteArrayInputStream(PICTURE) {
          @Override
          public int read(byte[] bytes) {
            throw new IllegalStateException("closed");
          }
        };
    assertThatThrownBy(() -> media.upload(MediaUpload.of("a.png", 5, () -> broken)))
        .isInstanceOf(ApiException.class)
        .hasMessage("Could not read the file to upload: IllegalStateException");
    assertThatThrownBy(() -> media.upload(folder.resolve("absent.png")))
        .isInstanceOf(ApiException.class)
        .hasMessage("Could not read the file to upload: it does not exist")
        .hasCauseInstanceOf(NoSuchFileException.class);
    assertThat(bandwidth.media()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3_670_016})
  void takesFilesUpToTheLimit(int length) {
    media.upload(MediaUpload.of("a.png", new byte[length]));

    assertThat(bandwidth.media().get("a.png")).hasSize(length);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3_670_017})
  void refusesOtherFilesUnlessAsked(int length) {
    MediaUpload upload = MediaUpload.of("a.png", new byte[length]);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> media.upload(upload))
        .withMessage(
            "The file has %d bytes; Bandwidth allows 1 to 3670016; withoutLimits() skips this"
                + " check",
            length);
    assertThat(bandwidth.media()).isEmpty();

    media.upload(upload.withoutLimits());
    assertThat(bandwidth.media().get("a.png")).hasSize(length);
  }

  @ParameterizedTest
  @CsvSource({
    "a.png, image/png",
    "A.JPG, image/jpeg",
    "a.b.jpeg, image/jpeg",
    "a/b.vcf, text/vcard",
    "a.mp4, video/mp4"
  })
  void contentTypeFollowsFromTheName(String name, String type) {
    media.upload(MediaUpload.of(name, PICTURE));

    assertThat(typeOf(name)).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a.exe", "png", "a.png/b", "a.3gp"})
  void contentTypeIsNeverGuessed(String name) {
    MediaUpload upload = MediaUpload.of(name, PICTURE);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> media.upload(upload))
        .withMessageContaining("withContentType");

    media.upload(upload.withContentType("image/PNG; a=b"));
    assertThat(typeOf(name)).isEqualTo("image/PNG; a=b");
  }

  @Test
  void contentTypeFollowsFromTheFileUnlessOneIsGiven() throws IOException {
    Path file = Files.write(folder.resolve("a.png"), PICTURE);
    Path other = Files.write(folder.resolve("noSuffix"), PICTURE);

    media.upload(MediaUpload.of(file).withName("b"));
    media.upload(MediaUpload.of(file).withName("c.gif").withContentType("image/gif"));
    media.upload(MediaUpload.of(other).withName("d.gif"));

    assertThat(typeOf("b")).isEqualTo("image/png");
    assertThat(typeOf("c.gif")).isEqualTo("image/gif");
    assertThat(typeOf("d.gif")).isEqualTo("image/gif");
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/jpg", "video/3gpp", "x/y"})
  void refusesContentTypeThatBandwidthDoesNotListUnlessAsked(String type) {
    MediaUpload upload = MediaUpload.of("a", PICTURE).withContentType(type);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> media.upload(upload))
        .withMessage(
            "Bandwidth does not list the content type %s; withoutLimits() skips this check", type);

    media.upload(upload.withoutLimits());
    assertThat(typeOf("a")).isEqualTo(type);
  }

  @Test
  void knowsTheContentTypesOfTheDocument() throws IOException {
    String document = Files.readString(Path.of("../openapi/messaging.yaml"));
    Matcher types = Pattern.compile("x-known-content-types:\n((?: +- .*\n)+)").matcher(document);

    assertThat(types.find()).isTrue();
    assertThat(MediaUpload.KNOWN_TYPES)
        .hasSize(49)
        .contains("application/octet-stream")
        .containsAll(types.group(1).lines().map(line -> line.replace("- ", "").strip()).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "/",
        "a/",
        "/a",
        "a//b",
        "a/../b",
        "./a",
        "a b",
        "a?b",
        "a#b",
        "a%2Fb",
        "a+b",
        "a&b",
        "ä.png",
        "a\n",
        "https://example.com/a"
      })
  void refusesNamesThatBandwidthCouldNotServe(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MediaUpload.of(name, PICTURE))
        .withMessageStartingWith("The media name ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MediaUpload.of("a", PICTURE).withName(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\nb", "a\r\nX: y", " a", "a ", "ä"})
  void refusesInvalidHeaders(String value) {
    MediaUpload upload = MediaUpload.of("a", PICTURE);

    assertThatIllegalArgumentException().isThrownBy(() -> upload.withCacheControl(value));
    assertThatIllegalArgumentException().isThrownBy(() -> upload.withContentType(value));
  }

  @Test
  void pictureOfInboundEventIsDownloadedByItsUrl() throws IOException {
    media.upload(MediaUpload.of(INBOUND, PICTURE), RequestOptions.none().withAccountId("9900902"));
    CallbackReceiver.Reply reply;
    try (InputStream payload =
        getClass().getResourceAsStream("/payloads/callback-message-received-mms.json")) {
      reply =
          CallbackReceiver.of("user", "password")
              .receive(okhttp3.Credentials.basic("user", "password"), requireNonNull(payload));
    }
    Message message = requireNonNull(reply.events().get(0).message());
    String url = requireNonNull(message.media()).get(0);
    Path file = folder.resolve("bw.png");

    try (MessagingClient owner = client.newBuilder().accountId("9900902").build()) {
      owner.media().download(url, file);
    }

    assertThat(url)
        .isEqualTo("https://messaging.bandwidth.com/api/v2/users/9900902/media/" + INBOUND);
    assertThat(file).hasBinaryContent(PICTURE);
    assertThat(files()).containsExactly(file);
  }

  @Test
  void pictureThatSomeoneSentToTheFakeIsDownloaded() throws IOException {
    MessageEvent event =
        bandwidth.receivedMedia(
            Examples.FIRST, Examples.SECOND, "Look", "photo.jpg", "image/jpeg", PICTURE);
    String url = requireNonNull(requireNonNull(event.message()).media()).get(0);

    try (MediaDownload download = media.download(url)) {
      assertThat(download.content().readAllBytes()).isEqualTo(PICTURE);
      assertThat(download).hasToString("MediaDownload[contentType=image/jpeg, length=100000]");
    }
    bandwidth.expireMedia();
    assertThatThrownBy(() -> media.download(url))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.status()).isEqualTo(404))
        .hasMessage(
            "GET /users/{accountId}/media/{mediaId} -> 404 resource-not-found: There is no such"
                + " media; Bandwidth keeps media for up to 48 hours, under the exact name");
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"QUEUE_FULL", "SERVER_ERROR", "BAD_GATEWAY", "UNREADABLE_RESPONSE", "HANG_UP"})
  void truncatedDownloadIsRetried(Fault fault) throws IOException {
    media.upload(MediaUpload.of("a.png", PICTURE));
    Path file = folder.resolve("a.png");
    bandwidth.failNextMedia(fault, fault);

    media.download("a.png", file);

    assertThat(file).hasBinaryContent(PICTURE);
    assertThat(files()).containsExactly(file);
  }

  @Test
  void downloadThatFailsLeavesNothing() throws IOException {
    media.upload(MediaUpload.of("a.png", PICTURE));
    Path file = folder.resolve("a.png");
    bandwidth.failNextMedia(Fault.HANG_UP, Fault.HANG_UP, Fault.HANG_UP, Fault.HANG_UP);

    ApiException e = catchThrowableOfType(ApiException.class, () -> media.download("a.png", file));

    assertThat(e)
        .hasMessage(
            "GET /users/{accountId}/media/{mediaId} -> 200, but the body cannot be read"
                + " (unexpected end of stream)");
    assertThat(e.status()).isEqualTo(200);
    assertThat(e.attempts()).isEqualTo(4);
    assertThat(e.isRetryable()).isTrue();
    assertThat(files()).isEmpty();
  }

  @Test
  void downloadReplacesFileOnlyWhenAsked() throws IOException {
    media.upload(MediaUpload.of("a.png", PICTURE));
    Path file = Files.writeString(folder.resolve("a.png"), "mine");
    bandwidth.failNextMedia(Fault.FORBIDDEN);

    assertThatThrownBy(() -> media.download("a.png", file))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.attempts()).isZero())
        .hasCauseInstanceOf(FileAlreadyExistsException.class)
        .hasMessage("Could not write the downloaded file: it already exists");
    assertThatThrownBy(() -> media.download("a.png", file, REPLACE_EXISTING))
        .hasMessageContaining("403");
    assertThatThrownBy(() -> media.download("a.png", file, ATOMIC_MOVE))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(file).hasContent("mine");

    media.download("a.png", file, REPLACE_EXISTING);
    assertThat(file).hasBinaryContent(PICTURE);
    assertThat(files()).containsExactly(file);
  }

  @Test
  void doesNotReplaceFileThatCameMeanwhile() throws IOException {
    media.upload(MediaUpload.of("a.png", PICTURE));
    Path file = folder.resolve("a.png");
    RequestListener.Factory rival =
        request -> {
          try {
            Files.writeString(file, "mine");
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return new RequestListener() {};
        };
    MediaFiles watched = client.newBuilder().listener(rival).build().media();

    assertThatThrownBy(() -> watched.download("a.png", file))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.attempts()).isEqualTo(1))
        .hasCauseInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("mine");
    assertThat(files()).containsExactly(file);
  }

  @Test
  void namesWhatIsNull() {
    assertThatNullPointerException()
        .isThrownBy(() -> media.upload(MediaUpload.of("a.png", PICTURE), none()))
        .withMessage("options == null");
    assertThatNullPointerException()
        .isThrownBy(() -> media.download("a.png", none()))
        .withMessage("options == null");
    assertThatNullPointerException()
        .isThrownBy(() -> media.delete("a.png", none()))
        .withMessage("options == null");
    assertThatNullPointerException()
        .isThrownBy(() -> media.list(none()))
        .withMessage("options == null");
    assertThatNullPointerException()
        .isThrownBy(() -> media.download(none()))
        .withMessage("nameOrUrl == null");
  }

  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T none() {
    return null;
  }

  @Test
  void reportsFileThatCannotBeWritten() {
    media.upload(MediaUpload.of("a.png", PICTURE));

    assertThatThrownBy(() -> media.download("a.png", folder.resolve("absent/a.png")))
        .isInstanceOfSatisfying(
            ApiException.class,
            e -> {
              assertThat(e.attempts()).isEqualTo(1);
              assertThat(e.isRetryable()).isFalse();
            })
        .hasMessage("Could not write the downloaded file: its directory does not exist")
        .hasCauseInstanceOf(NoSuchFileException.class);
  }

  @Test
  void listsAllPages() {
    for (int i = 0; i < 5; i++) {
      media.upload(MediaUpload.of("a/" + i + ".png", new byte[i + 1]));
    }
    media.upload(
        MediaUpload.of("b", PICTURE).withContentType("image/png"),
        RequestOptions.none().withAccountId("9900001"));
    bandwidth.pageMedia(2);
    bandwidth.failNextMedia(Fault.HANG_UP, Fault.QUEUE_FULL, Fault.UNREADABLE_RESPONSE);

    Pager<MediaItem> items = media.list();

    assertThat(items)
        .extracting(MediaItem::mediaName)
        .containsExactly("a/0.png", "a/1.png", "a/2.png", "a/3.png", "a/4.png");
    assertThat(items.stream().mapToLong(item -> requireNonNull(item.contentLength())))
        .containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(media.list(RequestOptions.none().withAccountId("9900001"))).hasSize(1);
    for (MediaItem item : items) {
      media.delete(requireNonNull(item.content()));
    }
    assertThat(bandwidth.media()).containsOnlyKeys("b");
    assertThat(items).isEmpty();
  }

  @Test
  void deletesByNameAndByUri() {
    URI uri = media.upload(MediaUpload.of("a/b.png", PICTURE));
    media.upload(MediaUpload.of("c.png", PICTURE));

    media.delete(uri.toString());
    bandwidth.failNextMedia(Fault.QUEUE_FULL);
    media.delete("c.png");

    assertThat(bandwidth.media()).isEmpty();
    assertThatThrownBy(() -> media.delete("c.png"))
        .hasMessageStartingWith("DELETE /users/{accountId}/media/{mediaId} -> 404 ")
        .hasMessageContaining("48 hours");
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"HANG_UP", "BAD_GATEWAY"})
  void fileThatAnEarlierAttemptDeletedIsDeleted(Fault fault) {
    media.upload(MediaUpload.of("a.png", PICTURE));
    bandwidth.failNextMedia(fault);

    media.delete("a.png");

    assertThat(bandwidth.media()).isEmpty();
    bandwidth.failNextMedia(Fault.QUEUE_FULL, Fault.UNAUTHORIZED);
    assertThatThrownBy(() -> media.delete("a.png"))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.status()).isEqualTo(404));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a/../b", "a//b", "/a", "a/"})
  void refusesNamesWithSegmentsThatMeanAnotherPath(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> media.download(name))
        .withMessage("The media name has a segment that is empty, \".\" or \"..\"");
    assertThatIllegalArgumentException().isThrownBy(() -> media.delete(name));
  }

  /** A name is opaque: whatever it is, it is of one file of the account. */
  @ParameterizedTest
  @ValueSource(strings = {"https:/example.com/a", "a?b", "a#b", "%2e%2e", "..\\..", "a b", "@"})
  void nameIsNeverMoreThanName(String name) {
    assertThatThrownBy(() -> media.download(name))
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.status()).isEqualTo(404));
  }

  @Test
  void showsNoCredentials() {
    assertThat(media).hasToString("MediaFiles[accountId=9900000]");
    assertThat(MediaUpload.of("a.png", PICTURE))
        .hasToString("MediaUpload[name=a.png, contentType=image/png]");
  }

  private String typeOf(String name) {
    try (MediaDownload download = media.download(name)) {
      return requireNonNull(download.contentType());
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(17).nextBytes(bytes);
    return bytes;
  }
}

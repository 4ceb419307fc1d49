package io.github.bandwidthmessaging.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PrismExtension.class)
final class SendDocumentedMessagesTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "BW_ACCOUNT_ID", "9900000",
          "BW_USERNAME", "username",
          "BW_PASSWORD", "password",
          "BW_MESSAGING_APPLICATION_ID", "93de2206-9669-4e07-948d-329f4b722ee2");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Properties properties = new Properties();
  private final Prism prism;

  SendDocumentedMessagesTest(Prism prism) {
    this.prism = prism;
  }

  @Test
  void printsTheFiveDocumentedMessages() {
    assertThat(run(Map.of())).isZero();
    assertThat(out.toString(UTF_8))
        .isEqualToNormalizingNewlines(
            """

            Message           To                          Text                  Media  Status  Message id                     Segments
            ----------------  --------------------------  --------------------  -----  ------  -----------------------------  --------
            Text              +12345678902                Hey, check this out!      0     202  14762070468292kw2fuqty55yp2b2         1
            Picture           +12345678902                Hey, check this out!      1     202  14762070468292kw2fuqty55yp2b2         1
            Several pictures  +12345678902                Hey, check this out!      2     202  14762070468292kw2fuqty55yp2b2         1
            Group text        +12345678902, +12345678903  Hey, check this out!      0     202  14762070468292kw2fuqty55yp2b2         1
            Group picture     +12345678902, +12345678903  Hey, check this out!      1     202  14762070468292kw2fuqty55yp2b2         1

            5 of 5 accepted
            """);
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void doesNotReadTheEnvironmentUnlessAsked() {
    Map<String, String> unreadable =
        new AbstractMap<>() {
          @Override
          public Set<Entry<String, String>> entrySet() {
            throw new AssertionError("The environment is read");
          }
        };
    assertThat(run(unreadable)).isZero();
  }

  @Test
  void doesNotTurnRealByTheWordFalse() {
    properties.setProperty("real", "false");
    assertThat(run(Map.of())).isZero();
    assertThat(out.toString(UTF_8)).contains("Group picture");
  }

  @Test
  void doesNotIgnoreNumbersThatNothingIsSentTo() {
    properties.setProperty("to", "+12345678902");
    assertFailsWith("-Dfrom and -Dto are for the real service: add -Dreal.");
  }

  @Test
  void saysInOneSentenceThatThePortIsInUse() {
    int port = prism.url().getPort();
    properties.setProperty("prism.port", String.valueOf(port));
    assertFailsWith(
        "Port "
            + port
            + " is in use; choose another -Dprism.port for Prism, or leave it out for a free one.");
  }

  @Test
  void saysInOneSentenceThatThePortIsNone() {
    properties.setProperty("prism.port", "65536");
    assertFailsWith("-Dprism.port is 65536, which is no port.");
  }

  @Test
  void namesEverythingThatIsMissingForTheRealService() {
    properties.setProperty("real", "true");
    assertFailsWith(
        "To send to the real service, set BW_ACCOUNT_ID, BW_CLIENT_ID, BW_CLIENT_SECRET,"
            + " BW_MESSAGING_APPLICATION_ID, -Dfrom, -Dto.");
  }

  @Test
  void refusesWrongRecipientForTheRealService() {
    real("+12345678901", "12345678902");
    assertThat(run(ENVIRONMENT)).isOne();
    assertThat(err.toString(UTF_8)).hasLineCount(1).doesNotContain("12345678902");
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void sendsOneTextToTheRealServiceWhenAsked() {
    real("+12345678901", "+12345678904");
    assertThat(run(ENVIRONMENT)).isZero();
    assertThat(out.toString(UTF_8))
        .contains("1 of 1 accepted", "Hello from Java", "202", "14762070468292kw2fuqty55yp2b2")
        .doesNotContain("+12345678904");
  }

  @Test
  void failsWhenAMessageIsRefused() {
    real("+12345678901", "+12345678904");
    int exitCode =
        new SendDocumentedMessages(ENVIRONMENT, properties, stream(out), stream(err))
            .run(prism.url() + "/nowhere");
    assertThat(exitCode).isOne();
    assertThat(out.toString(UTF_8)).contains("404", "0 of 1 accepted");
    assertThat(err.toString(UTF_8)).startsWith("Text: NOT_SENT").hasLineCount(1);
  }

  private void real(String from, String to) {
    properties.setProperty("real", "true");
    properties.setProperty("from", from);
    properties.setProperty("to", to);
  }

  private void assertFailsWith(String sentence) {
    assertThat(run(Map.of())).isOne();
    assertThat(err.toString(UTF_8)).isEqualToNormalizingNewlines(sentence + "\n");
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  private int run(Map<String, String> environment) {
    return new SendDocumentedMessages(environment, properties, stream(out), stream(err))
        .run(prism.url().toString());
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, UTF_8);
  }
}

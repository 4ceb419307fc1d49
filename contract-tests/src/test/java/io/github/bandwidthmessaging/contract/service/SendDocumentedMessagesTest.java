package io.github.bandwidthmessaging.contract.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.bandwidthmessaging.Credentials;
import io.github.bandwidthmessaging.MessagingClient;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PrismExtension.class)
final class SendDocumentedMessagesTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Properties properties = new Properties();
  private final Prism prism;

  SendDocumentedMessagesTest(Prism prism) {
    this.prism = prism;
  }

  @Test
  void printsTheFiveDocumentedMessages() {
    assertThat(run()).isZero();
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
    assertThat(run(() -> fail("The environment is read"))).isZero();
  }

  @Test
  void doesNotTurnRealByTheWordFalse() {
    properties.setProperty("real", "false");
    assertThat(run()).isZero();
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
  void saysInOneSentenceThatThePortIsInvalid() {
    properties.setProperty("prism.port", "65536");
    assertFailsWith("-Dprism.port is 65536, which is not a port.");
  }

  @Test
  void namesEverythingThatIsMissingForTheRealService(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("log");
    ProcessBuilder program =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dreal",
                SendDocumentedMessages.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    program.environment().keySet().removeIf(name -> name.startsWith("BW_"));
    program.environment().put("BW_ACCOUNT_ID", "9900000");
    Process process = program.start();
    try {
      assertThat(process.waitFor(30, SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).isOne();
    assertThat(log)
        .content()
        .hasLineCount(1)
        .contains("BW_CLIENT_ID", "BW_CLIENT_SECRET", "BW_MESSAGING_APPLICATION_ID")
        .contains("-Dfrom", "-Dto")
        .doesNotContain("BW_ACCOUNT_ID");
  }

  @Test
  void refusesWrongRecipientForTheRealService() {
    real("+12345678901", "12345678902");
    assertThat(run(this::prismClient)).isOne();
    assertThat(err.toString(UTF_8)).hasLineCount(1).doesNotContain("12345678902");
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  @Test
  void sendsOneTextToTheRealServiceWhenAsked() {
    real("+12345678901", "+12345678904");
    assertThat(run(this::prismClient)).isZero();
    assertThat(out.toString(UTF_8))
        .contains("1 of 1 accepted", "Hello from Java", "202", "14762070468292kw2fuqty55yp2b2")
        .doesNotContain("+12345678904");
  }

  @Test
  void failsWhenAMessageIsRefused() {
    real("+12345678901", "+12345678904");
    assertThat(run(() -> client(prism.url() + "/nowhere"))).isOne();
    assertThat(out.toString(UTF_8)).contains("404", "0 of 1 accepted");
    assertThat(err.toString(UTF_8)).startsWith("Text: NOT_SENT").hasLineCount(1);
  }

  private void real(String from, String to) {
    properties.setProperty("real", "true");
    properties.setProperty("from", from);
    properties.setProperty("to", to);
  }

  private void assertFailsWith(String sentence) {
    assertThat(run()).isOne();
    assertThat(err.toString(UTF_8)).isEqualToNormalizingNewlines(sentence + "\n");
    assertThat(out.toString(UTF_8)).isEmpty();
  }

  private int run() {
    return run(() -> fail("The environment is read"));
  }

  private int run(Supplier<MessagingClient.Builder> environment) {
    return new SendDocumentedMessages(
            new RealService(environment, properties), stream(out), stream(err))
        .run();
  }

  private MessagingClient.Builder prismClient() {
    return client(prism.url().toString());
  }

  /** Returns the settings that the environment gives, with Prism instead of Bandwidth. */
  static MessagingClient.Builder client(String baseUrl) {
    return MessagingClient.builder()
        .accountId("9900000")
        .credentials(Credentials.basic("username", "password"))
        .applicationId("93de2206-9669-4e07-948d-329f4b722ee2")
        .baseUrl(baseUrl);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, UTF_8);
  }
}

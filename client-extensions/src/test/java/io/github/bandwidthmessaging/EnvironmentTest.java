package io.github.bandwidthmessaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | BW_ACCOUNT_ID, BW_MESSAGING_APPLICATION_ID, BW_CLIENT_ID, BW_CLIENT_SECRET",
        "BW_ACCOUNT_ID,BW_CLIENT_ID | BW_MESSAGING_APPLICATION_ID, BW_CLIENT_SECRET",
        "BW_USERNAME | BW_ACCOUNT_ID, BW_MESSAGING_APPLICATION_ID, BW_PASSWORD",
        "BW_PASSWORD | BW_ACCOUNT_ID, BW_MESSAGING_APPLICATION_ID, BW_USERNAME",
        "BW_CLIENT_SECRET | BW_ACCOUNT_ID, BW_MESSAGING_APPLICATION_ID, BW_CLIENT_ID",
        "BW_USERNAME,BW_CLIENT_ID | BW_ACCOUNT_ID, BW_MESSAGING_APPLICATION_ID, BW_CLIENT_SECRET",
        "BW_USERNAME,BW_PASSWORD,BW_CLIENT_SECRET | BW_ACCOUNT_ID, BW_MESSAGING_APPLICATION_ID,"
            + " BW_CLIENT_ID"
      })
  void namesAllThatIsMissing(String set, String missing) {
    assertThatIllegalStateException()
        .isThrownBy(() -> Environment.builder(variables(set.split(","))))
        .withMessage("Missing in the environment: " + missing);
  }

  @ParameterizedTest
  @CsvSource({"BW_CLIENT_ID, BW_CLIENT_SECRET", "BW_USERNAME, BW_PASSWORD"})
  void makesClientAndSender(String name, String secret) {
    try (MessagingClient client =
        Environment.builder(variables("BW_ACCOUNT_ID", "BW_MESSAGING_APPLICATION_ID", name, secret))
            .build()) {
      assertThat(client).hasToString("MessagingClient[accountId=9900000]");
      assertThat(client.sender("+12345678901").text(Examples.FIRST, "Hi").applicationId())
          .isEqualTo("a-BW_MESSAGING_APPLICATION_ID");
    }
  }

  @Test
  void treatsBlankAsMissing() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Environment.builder(Map.of("BW_ACCOUNT_ID", " ")))
        .withMessageContaining("BW_ACCOUNT_ID");
  }

  @Test
  void namesVariableOfWrongAccount() {
    Map<String, String> variables =
        variables("BW_MESSAGING_APPLICATION_ID", "BW_CLIENT_ID", "BW_CLIENT_SECRET");
    variables.put("BW_ACCOUNT_ID", "my-account");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> MessagingClient.fromEnvironment(variables))
        .withMessage(
            "BW_ACCOUNT_ID must contain only digits, like 9900000; the Bandwidth Dashboard shows"
                + " it");
  }

  @ParameterizedTest
  @CsvSource({"BW_BASE_URL, baseUrl", "BW_TOKEN_URL, tokenUrl"})
  void sendsSecretsToNoOtherMachineUnencrypted(String variable, String name) {
    Map<String, String> variables =
        variables(
            "BW_ACCOUNT_ID", "BW_MESSAGING_APPLICATION_ID", "BW_CLIENT_ID", "BW_CLIENT_SECRET");
    variables.put(variable, "http://gateway.example");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> MessagingClient.fromEnvironment(variables).build())
        .withMessageStartingWith(name + " must be https");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BW_ACCOUNT_ID",
        "BW_MESSAGING_APPLICATION_ID",
        "BW_CLIENT_ID",
        "BW_CLIENT_SECRET",
        "BW_BASE_URL",
        "BW_TOKEN_URL"
      })
  void namesVariableThatEndsWithLineBreak(String name) {
    Map<String, String> variables =
        variables(
            "BW_ACCOUNT_ID", "BW_MESSAGING_APPLICATION_ID", "BW_CLIENT_ID", "BW_CLIENT_SECRET");
    variables.put(name, variables.getOrDefault(name, "https://gateway.example") + "\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> MessagingClient.fromEnvironment(variables))
        .withMessage(
            "%s begins or ends with white space, such as the line break at the end of a file",
            name);
  }

  @Test
  void hasNoSenderWithoutApplication() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Examples.client("http://127.0.0.1").build().sender("+12345678901"))
        .withMessageContaining("applicationId");
  }

  private static Map<String, String> variables(String... names) {
    Map<String, String> variables = new HashMap<>();
    for (String name : names) {
      variables.put(name, name.equals("BW_ACCOUNT_ID") ? "9900000" : "a-" + name);
    }
    return variables;
  }
}

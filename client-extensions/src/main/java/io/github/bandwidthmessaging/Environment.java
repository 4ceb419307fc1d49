package io.github.bandwidthmessaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings in environment variables. */
final class Environment {
  private final Map<String, String> variables;
  private final List<String> missing = new ArrayList<>();

  private Environment(Map<String, String> variables) {
    this.variables = variables;
  }

  static MessagingClient.Builder builder(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    String accountId = environment.required("BW_ACCOUNT_ID");
    MessagingClient.Builder builder =
        MessagingClient.builder()
            .applicationId(environment.required("BW_MESSAGING_APPLICATION_ID"));
    Credentials credentials = environment.credentials();
    if (credentials == null || !environment.missing.isEmpty()) {
      throw new IllegalStateException(
          "Missing in the environment: " + String.join(", ", environment.missing));
    }
    if (environment.isSet("BW_BASE_URL")) {
      builder.baseUrl(environment.value("BW_BASE_URL"));
    }
    return builder
        .accountId(MessagingClient.checkedAccount(accountId, "BW_ACCOUNT_ID"))
        .credentials(credentials);
  }

  private @Nullable Credentials credentials() {
    boolean user =
        (isSet("BW_USERNAME") || isSet("BW_PASSWORD"))
            && !isSet("BW_CLIENT_ID")
            && !isSet("BW_CLIENT_SECRET");
    String name = required(user ? "BW_USERNAME" : "BW_CLIENT_ID");
    String secret = required(user ? "BW_PASSWORD" : "BW_CLIENT_SECRET");
    if (name.isEmpty() || secret.isEmpty()) {
      return null;
    }
    if (user) {
      return Credentials.basic(name, secret);
    }
    return isSet("BW_TOKEN_URL")
        ? Credentials.oauth(name, secret, value("BW_TOKEN_URL"))
        : Credentials.oauth(name, secret);
  }

  private boolean isSet(String name) {
    return !variables.getOrDefault(name, "").isBlank();
  }

  private String required(String name) {
    if (!isSet(name)) {
      missing.add(name);
      return "";
    }
    return value(name);
  }

  private String value(String name) {
    return MessagingClient.unpadded(variables.getOrDefault(name, ""), name);
  }
}

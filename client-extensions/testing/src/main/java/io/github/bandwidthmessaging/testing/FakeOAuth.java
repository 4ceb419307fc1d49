package io.github.bandwidthmessaging.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bandwidthmessaging.testing.FakeBandwidth.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The token endpoint of a {@link FakeBandwidth}, and its check of credentials and account. */
final class FakeOAuth {
  /** Who has access, and to what. */
  record Client(String accountId, String id, String secret) {
    private String authorization() {
      return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8));
    }
  }

  private static final Pattern TOKEN = Pattern.compile("Bearer token-([0-9]{1,9})");
  private static final Pattern ACCOUNT_ID = Pattern.compile("[0-9]+");

  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final Queue<Duration> delays = new ConcurrentLinkedQueue<>();
  private Client client = new Client("9900000", "client-id", "client-secret");
  private boolean isRequired;
  private Duration lifetime = Duration.ofHours(1);
  private int issued;
  private int revoked;

  synchronized void require(Client client) {
    this.client = client;
    isRequired = true;
  }

  synchronized Client client() {
    return client;
  }

  void failNext(Fault... next) {
    faults.addAll(List.of(next));
  }

  void delayNext(Duration delay) {
    delays.add(delay);
  }

  synchronized void setLifetime(Duration lifetime) {
    this.lifetime = lifetime;
  }

  synchronized void revoke() {
    revoked = issued;
  }

  synchronized int issued() {
    return issued;
  }

  /** Issues a token, or refuses to. */
  void handle(Exchange exchange) throws IOException {
    if (!FakeBandwidth.waited(delays.poll())) {
      return;
    }
    Fault fault = knows(exchange.header("Authorization")) ? faults.poll() : Fault.UNAUTHORIZED;
    if (fault == null) {
      exchange.respond(200, token());
      return;
    }
    switch (fault) {
      case UNAUTHORIZED -> exchange.respond(401, "{\"error\":\"invalid_client\"}");
      case BAD_REQUEST -> exchange.respond(400, "{\"error\":\"invalid_request\"}");
      case UNREADABLE_RESPONSE -> exchange.respond(200, "{\"access_token\":");
      default -> exchange.respond(fault.status(), fault.body());
    }
  }

  private synchronized boolean knows(@Nullable String authorization) {
    return !isRequired || client.authorization().equals(authorization);
  }

  private synchronized String token() {
    return "{\"access_token\":\"token-%d\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
        .formatted(++issued, lifetime.toSeconds());
  }

  /** Whether a request for an account may be carried out. */
  synchronized boolean allows(@Nullable String authorization, String accountId) {
    if (authorization == null || !ACCOUNT_ID.matcher(accountId).matches()) {
      return false;
    }
    Matcher token = TOKEN.matcher(authorization);
    int number = token.matches() ? Integer.parseInt(token.group(1)) : 0;
    return isRequired
        ? number > revoked && number <= issued && accountId.equals(client.accountId())
        : number == 0 || number > revoked;
  }
}

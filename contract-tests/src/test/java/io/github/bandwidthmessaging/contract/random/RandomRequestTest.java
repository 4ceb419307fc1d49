package io.github.bandwidthmessaging.contract.random;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bandwidthmessaging.check.document.Document;
import io.github.bandwidthmessaging.contract.operation.Operation;
import io.github.bandwidthmessaging.contract.operation.Operations;
import io.github.bandwidthmessaging.contract.service.GeneratedApi;
import io.github.bandwidthmessaging.contract.service.Prism;
import io.github.bandwidthmessaging.contract.service.PrismExtension;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Requests made from the document, on both sides of each of its boundaries. {@code
 * -Drandom.requests} sets how many, {@code -Drandom.seed} which.
 */
@ExtendWith(PrismExtension.class)
final class RandomRequestTest {
  private static final int REQUESTS = Integer.getInteger("random.requests", 2000);
  private static final long SEED = Long.getLong("random.seed", 1);

  private static final Operations OPERATIONS = Operations.of(Document.read().json());

  private final Prism prism;

  RandomRequestTest(Prism prism) {
    this.prism = prism;
  }

  @Test
  @Timeout(1800)
  void clientDocumentAndPrismAgree() {
    RequestTrial trial =
        RequestTrial.of(OPERATIONS, GeneratedApi.ofProject(), prism, new Random(SEED), REQUESTS);
    trial.write(SEED);
    assertThat(trial.disagreements()).as("-Drandom.seed=%d", SEED).isEmpty();
    assertThat(trial.oneSided()).as("boundaries of which only one side was tried").isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void knownDifferenceIsThere(RequestRule rule) {
    Operation operation = OPERATIONS.named("createMessage");
    RequestOpinions.Verdict verdict =
        new RequestOpinions(operation, GeneratedApi.ofProject(), prism)
            .on(operation.sample().withBody(rule.example()).values());
    assertThat(verdict.rules()).containsExactly(rule);
    assertThat(verdict.disagreement()).isNull();
  }

  @Test
  void findsSmallestRequestThatOnlyAnotherDocumentForbids() {
    JsonNode other = Document.read().json();
    ObjectNode tag = (ObjectNode) other.at("/components/schemas/MessageRequest/properties/tag");
    int limit = tag.get("maxLength").asInt();
    tag.put("maxLength", limit - 1);
    Operation operation = Operations.of(other).named("createMessage");
    RequestTrial trial = new RequestTrial();
    trial.run(
        new RequestOpinions(operation, GeneratedApi.ofProject(), prism),
        RequestBoundaries.of(OPERATIONS.named("createMessage").sample(), new Random(SEED)).stream()
            .filter(boundary -> boundary.keyword().contains(".tag: maxLength"))
            .toList(),
        20);
    assertThat(trial.disagreements())
        .singleElement()
        .asString()
        .startsWith(
            "createMessage.request.tag: maxLength: The document forbids it, Prism returns 202: ")
        .endsWith(",\"tag\":\"" + "x".repeat(limit) + "\"}}");
  }
}

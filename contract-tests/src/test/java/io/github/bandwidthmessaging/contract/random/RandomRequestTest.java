package io.github.bandwidthmessaging.contract.random;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bandwidthmessaging.check.document.Document;
import io.github.bandwidthmessaging.contract.service.Prism;
import io.github.bandwidthmessaging.contract.service.PrismExtension;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Requests made from the document, on both sides of each of its boundaries. {@code
 * -Drandom.requests} says how many, {@code -Drandom.seed} which.
 */
@ExtendWith(PrismExtension.class)
final class RandomRequestTest {
  private static final int REQUESTS = Integer.getInteger("random.requests", 500);
  private static final long SEED = Long.getLong("random.seed", 1);

  private final Prism prism;

  RandomRequestTest(Prism prism) {
    this.prism = prism;
  }

  @Test
  @Timeout(1800)
  void clientDocumentAndPrismAgree() {
    RequestTrial trial = new RequestTrial(new RequestOpinions(Document.read().json(), prism));
    trial.run(boundaries(), REQUESTS);
    trial.write(SEED);
    assertThat(trial.disagreements()).as("-Drandom.seed=%d", SEED).isEmpty();
    assertThat(trial.oneSided()).as("boundaries of which only one side was tried").isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void knownDifferenceIsThere(RequestRule rule) {
    RequestOpinions.Verdict verdict =
        new RequestOpinions(Document.read().json(), prism).on(rule.example());
    assertThat(verdict.rules()).containsExactly(rule);
    assertThat(verdict.disagreement()).isNull();
  }

  @Test
  void findsSmallestRequestThatOnlyAnotherDocumentForbids() {
    JsonNode other = Document.read().json();
    ObjectNode tag = (ObjectNode) other.at("/components/schemas/MessageRequest/properties/tag");
    tag.put("maxLength", 1023);
    RequestTrial trial = new RequestTrial(new RequestOpinions(other, prism));
    trial.run(
        boundaries().stream().filter(boundary -> boundary.keyword().startsWith("tag")).toList(),
        20);
    assertThat(trial.disagreements())
        .singleElement()
        .asString()
        .startsWith("tag: maxLength: The document forbids it, Prism answers 202: {\"from\":")
        .endsWith(",\"tag\":\"" + "x".repeat(1024) + "\"}");
  }

  private static List<SchemaValues.Boundary> boundaries() {
    JsonNode document = Document.read().json();
    return new SchemaValues(document, new Random(SEED))
        .boundaries(document.at("/components/schemas/MessageRequest"));
  }
}

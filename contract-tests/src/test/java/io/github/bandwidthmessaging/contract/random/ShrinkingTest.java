package io.github.bandwidthmessaging.contract.random;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;

final class ShrinkingTest {
  @Test
  void shrinksAValueAsFarAsThePredicateHolds() throws Exception {
    JsonNode large =
        new YAMLMapper()
            .readTree("{a: [one, two, {b: 'a long text'}], c: {d: 'é with more'}, e: 1}");
    JsonNode smallest =
        Shrinking.smallest(
            large, json -> json.at("/a").size() > 0 && json.at("/c/d").asText().length() > 2);
    assertThat(smallest.toString()).isEqualTo("{\"a\":[{}],\"c\":{\"d\":\"xxx\"}}");
  }
}

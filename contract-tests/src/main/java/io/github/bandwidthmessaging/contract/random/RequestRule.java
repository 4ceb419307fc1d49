package io.github.bandwidthmessaging.contract.random;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.bandwidthmessaging.check.document.DocumentSchema;
import io.github.bandwidthmessaging.contract.operation.SameJson;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A known difference between client, schema, and Prism. It holds for each request that it applies
 * to, and for no other.
 */
enum RequestRule {
  BLANK_TEXT(
      "The client refuses a text that a phone shows as nothing.", "content", "{'text': ' \\n'}"),
  BLANK_APPLICATION(
      "The client refuses an application whose variable was not set.",
      "required",
      "{'applicationId': ' '}"),
  NOT_ON_THE_WEB(
      "The client refuses media that is not on the web, where Bandwidth fetches it.",
      "URL",
      "{'media': ['ftp://example.com/a.png']}"),
  PAST_EXPIRATION(
      "The client refuses a message that has expired.",
      "future",
      "{'expiration': '2026-11-24T02:00:00+02:00'}"),
  REPEATED_RECIPIENT(
      "The client refuses a recipient that comes twice.",
      "distinct",
      "{'to': ['+12345678902', '+12345678902']}"),
  SENDER_AMONG_RECIPIENTS(
      "The client refuses a sender that is a recipient.", "recipient", "{'to': '+12345678901'}"),
  NOT_IN_JAVA(
      "Java knows no leap second, no offset beyond 18 hours, no tenth digit of a second, and no URI"
          + " that ends where the host begins.",
      null,
      "{'expiration': '2099-12-31T23:59:60Z'}"),
  NOT_IN_RFC_3339(
      "Prism takes a space for the T of a time, and an offset without colon, without minutes, or"
          + " of 24 hours.",
      null,
      "{'expiration': '2099-12-31 23:59:59+02'}");

  /** What the client takes for the time of day. */
  static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

  private static final Pattern NOT_JAVA_TIME =
      Pattern.compile(":60|\\.\\d{10}|[+-](18:(?!00)|19:|2\\d:)");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();
  private static final String SMALLEST =
      "{'from': '+12345678901', 'to': '+12345678902', 'applicationId': 'a', 'text': 'x'}";

  private final String sentence;
  private final @Nullable String violation;
  private final String change;

  RequestRule(String sentence, @Nullable String violation, String change) {
    this.sentence = sentence;
    this.violation = violation;
    this.change = change;
  }

  /** Returns what differs and why. */
  String sentence() {
    return sentence;
  }

  /** Returns the client's name for the rule that the document does not have. */
  @Nullable String violation() {
    return violation;
  }

  boolean appliesTo(JsonNode request) {
    JsonNode expiration = request.path("expiration");
    return switch (this) {
      case BLANK_TEXT -> !request.has("media") && request.path("text").asText("x").isBlank();
      case BLANK_APPLICATION -> request.path("applicationId").asText().isBlank();
      case NOT_ON_THE_WEB -> !texts(request, "media").allMatch(RequestRule::isOnTheWeb);
      case PAST_EXPIRATION ->
          SameJson.moment(expiration.asText()).filter(RequestRule::isPast).isPresent();
      case REPEATED_RECIPIENT ->
          texts(request, "to").distinct().count() < request.path("to").size();
      case SENDER_AMONG_RECIPIENTS ->
          texts(request, "to").anyMatch(request.path("from").asText()::equals);
      case NOT_IN_JAVA ->
          NOT_JAVA_TIME.matcher(expiration.asText()).find()
              || texts(request, "media").anyMatch(url -> url.endsWith("://"));
      case NOT_IN_RFC_3339 ->
          !DocumentSchema.isDateTime(expiration.asText())
              && DocumentSchema.isDateTime(asRfc3339(expiration.asText()));
    };
  }

  /** Returns which differences about times and URIs a request of any operation can have. */
  static Set<RequestRule> ofValues(JsonNode values) {
    Set<RequestRule> rules = EnumSet.noneOf(RequestRule.class);
    for (JsonNode value : values) {
      if (value.isContainerNode()) {
        rules.addAll(ofValues(value));
      } else if (value.isTextual()) {
        ObjectNode message = JSON.createObjectNode().set("expiration", value);
        message.putArray("media").add(value);
        Stream.of(NOT_IN_JAVA, NOT_IN_RFC_3339)
            .filter(rule -> rule.appliesTo(message))
            .forEach(rules::add);
      }
    }
    return rules;
  }

  /** Returns a small request that this rule applies to. */
  JsonNode example() {
    try {
      ObjectNode request = (ObjectNode) JSON.readTree(SMALLEST);
      return request.setAll((ObjectNode) JSON.readTree(change));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the strings of a list, or the only one. */
  private static Stream<String> texts(JsonNode request, String property) {
    JsonNode value = request.path(property);
    return value.isTextual()
        ? Stream.of(value.asText())
        : StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText);
  }

  private static boolean isOnTheWeb(String url) {
    return url.matches("(?i)https?://([^/?#]*@)?([\\w.-]+|\\[[^/?#]+])(:\\d*)?([/?#].*)?");
  }

  private static boolean isPast(Instant moment) {
    return !moment.isAfter(NOW);
  }

  private static String asRfc3339(String moment) {
    return moment
        .replaceFirst("\\s", "T")
        .replaceFirst("([+-])24", "$100")
        .replaceFirst("(T.*[+-]\\d\\d)$", "$1:00")
        .replaceFirst("(T.*[+-]\\d\\d)(\\d\\d)$", "$1:$2");
  }
}

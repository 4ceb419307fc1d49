package io.github.bandwidthmessaging.check.documentation;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bandwidthmessaging.check.document.DocumentStatements;
import io.github.bandwidthmessaging.check.document.DocumentStatements.Statement;
import io.github.bandwidthmessaging.check.documentation.Disagreement.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What no keyword of OpenAPI can say, so that descriptions say it: other limits, and where sources
 * contradict each other or are silent. A sentence that has a number or names a source has to be in
 * {@code words.yaml}, and what is there in a description.
 *
 * @param sentences those of {@code words.yaml}
 * @param transcribed the operations whose descriptions follow the page, which is compared by itself
 */
record Wording(List<Sentence> sentences, Set<String> transcribed) {
  private static final Pattern END = Pattern.compile("\\s*\\n\\n\\s*|(?<=[.]) (?=[A-Z`])");
  private static final Pattern TELLING =
      Pattern.compile("\\d|\\bdocuments?\\b|article|older page|command line|\\btests\\b|examples");

  /** A sentence of the description of a place; without sources it says that they are silent. */
  record Sentence(String place, String words, Map<String, String> sources) {
    private boolean isAt(String other, String said) {
      return place.equals(other) && words.equals(said);
    }
  }

  static Wording ofTranscription() {
    List<Sentence> sentences = new ArrayList<>();
    JsonNode data = Transcription.yaml("words.yaml");
    for (JsonNode section : data) {
      for (Map.Entry<String, JsonNode> entry : section.properties()) {
        for (String place : Transcription.expand(entry.getKey(), List.of()).toList()) {
          entry.getValue().forEach(each -> sentences.add(sentence(place, each)));
        }
      }
    }
    return new Wording(sentences, operationsOfPage());
  }

  private static Sentence sentence(String place, JsonNode entry) {
    return entry.isTextual()
        ? new Sentence(place, entry.asText(), Map.of())
        : new Sentence(
            place,
            entry.path("words").asText(),
            entry.path("sources").properties().stream()
                .collect(toMap(Map.Entry::getKey, source -> source.getValue().asText())));
  }

  private static Set<String> operationsOfPage() {
    String operation = Transcription.yaml("page.yaml").path("operation").asText();
    return Stream.concat(
            Stream.of(operation),
            Transcription.ofOtherSources().stream()
                .filter(fact -> fact.aspect().equals("callback of"))
                .filter(fact -> fact.value().equals(operation))
                .map(Transcription.Fact::place))
        .collect(toSet());
  }

  List<Disagreement> disagreements(DocumentStatements document) {
    List<Disagreement> found = new ArrayList<>();
    Map<String, Statement> descriptions = document.descriptions();
    for (Sentence sentence : sentences) {
      Statement description = descriptions.get(sentence.place());
      if (description != null && !sentences(description).contains(sentence.words())) {
        found.add(
            of(sentence.place(), description, "description does not say: " + sentence.words()));
      }
    }
    Set<String> ofPage =
        descriptions.entrySet().stream()
            .filter(entry -> transcribed.contains(operation(entry.getKey())))
            .flatMap(entry -> sentences(entry.getValue()).stream())
            .collect(toSet());
    descriptions.forEach(
        (place, description) ->
            sentences(description).stream()
                .filter(words -> TELLING.matcher(words).find() && !ofPage.contains(words))
                .filter(words -> sentences.stream().noneMatch(each -> each.isAt(place, words)))
                .forEach(
                    words -> found.add(of(place, description, "no source for words: " + words))));
    return found;
  }

  private static Disagreement of(String place, Statement description, String sentence) {
    return new Disagreement(Kind.WORDS, place, "", "", sentence, List.of(), description);
  }

  private static List<String> sentences(Statement description) {
    return END.splitAsStream(description.value().replaceAll("(?<!\n)\n(?!\n)", " ")).toList();
  }

  private static String operation(String place) {
    return place.replaceFirst("[. ].*", "");
  }
}

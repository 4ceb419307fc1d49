package io.github.bandwidthmessaging.check.documentation;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bandwidthmessaging.check.document.DocumentStatements;
import io.github.bandwidthmessaging.check.document.DocumentStatements.Statement;
import io.github.bandwidthmessaging.check.documentation.Disagreement.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What no keyword of OpenAPI can express, so descriptions say it: other limits, and where sources
 * contradict each other or are silent. A sentence with a number or the name of a source must be in
 * {@code words.yaml}, and vice versa.
 *
 * @param sentences those of {@code words.yaml}
 * @param transcribed the operations whose descriptions follow the page, which is compared by itself
 */
record Wording(List<Sentence> sentences, Set<String> transcribed) {
  private static final Pattern END = Pattern.compile("\\s*\\n\\n\\s*|(?<=[.]) (?=[A-Z`])");
  private static final Pattern SOURCE =
      Pattern.compile("\\bdocuments?\\b|article|older page|command line|\\btests\\b|examples");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");

  /** Standards and statuses have numbers of their own. */
  private static final Pattern STANDARD = Pattern.compile("E\\.164|RFC 3339|base64|`[2-5]\\d\\d`");

  /** What was read from each description, which is needed again for each edit of a document. */
  private static final Map<String, List<String>> SPLIT = new ConcurrentHashMap<>();

  private static final Map<String, List<Claim>> CLAIMS = new ConcurrentHashMap<>();

  /** A sentence that has numbers or names a source. */
  private record Claim(String words, boolean namesSource, List<String> numbers) {
    static Claim of(String words) {
      List<String> numbers =
          NUMBER
              .matcher(STANDARD.matcher(words).replaceAll(""))
              .results()
              .map(MatchResult::group)
              .toList();
      return new Claim(words, SOURCE.matcher(words).find(), numbers);
    }

    /** Whether keywords say the same. */
    boolean isSaidBy(@Nullable Map<String, Statement> statements) {
      return !namesSource
          && statements != null
          && numbers.stream()
              .allMatch(
                  number ->
                      statements.values().stream()
                          .anyMatch(statement -> statement.value().equals(number)));
    }
  }

  /** A sentence in the description of a place; without sources, it says that they are silent. */
  record Sentence(String place, String words, Map<String, String> sources) {}

  static Wording of(Additions additions) {
    List<Sentence> sentences = new ArrayList<>();
    for (JsonNode section : additions.wordsJson()) {
      for (Map.Entry<String, JsonNode> entry : section.properties()) {
        for (String place : Transcription.expand(entry.getKey(), List.of()).toList()) {
          entry.getValue().forEach(each -> sentences.add(sentence(place, each)));
        }
      }
    }
    return new Wording(sentences, operationsOfPage(additions));
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

  private static Set<String> operationsOfPage(Additions additions) {
    String operation = Transcription.yaml("page.yaml").path("operation").asText();
    return Stream.concat(
            Stream.of(operation),
            Transcription.ofOtherSources(additions.json()).stream()
                .filter(fact -> fact.aspect().equals("callback of"))
                .filter(fact -> fact.value().equals(operation))
                .map(Transcription.Fact::place))
        .collect(toSet());
  }

  List<Disagreement> disagreements(DocumentStatements document) {
    List<Disagreement> found = new ArrayList<>();
    Map<String, Statement> descriptions = document.descriptions();
    Set<String> untouched = document.untouched();
    Set<String> explained = new HashSet<>();
    for (Sentence sentence : sentences) {
      if (!untouched.contains(DocumentStatements.operation(sentence.place()))) {
        explained.add(sentence.place() + " " + sentence.words());
        Statement description = descriptions.get(sentence.place());
        if (description != null && !split(description).contains(sentence.words())) {
          found.add(
              of(
                  Kind.WORDS,
                  sentence.place(),
                  description,
                  "description does not say",
                  sentence.words()));
        }
      }
    }
    Set<String> ofPage = new HashSet<>();
    descriptions.forEach(
        (place, description) -> {
          if (transcribed.contains(DocumentStatements.operation(place))) {
            ofPage.addAll(split(description));
          }
        });
    descriptions.forEach(
        (place, description) -> {
          List<Claim> claims = claims(description);
          if (!claims.isEmpty() && !untouched.contains(DocumentStatements.operation(place))) {
            for (Claim claim : claims) {
              if (!ofPage.contains(claim.words())
                  && !explained.contains(place + " " + claim.words())
                  && !claim.isSaidBy(document.places().get(place))) {
                found.add(
                    of(Kind.UNSOURCED, place, description, "no source for words", claim.words()));
              }
            }
          }
        });
    return found;
  }

  private static Disagreement of(
      Kind kind, String place, Statement description, String what, String words) {
    return new Disagreement(
        kind, place, Disagreement.IN_WORDS, words, what + ": " + words, List.of(), description);
  }

  private static List<Claim> claims(Statement description) {
    return CLAIMS.computeIfAbsent(
        description.value(),
        text ->
            split(description).stream()
                .map(Claim::of)
                .filter(claim -> claim.namesSource() || !claim.numbers().isEmpty())
                .toList());
  }

  private static List<String> split(Statement description) {
    return SPLIT.computeIfAbsent(
        description.value(),
        text -> END.splitAsStream(text.replaceAll("(?<!\n)\n(?!\n)", " ")).toList());
  }
}

package io.github.bandwidthmessaging.check.documentation;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.bandwidthmessaging.check.document.DocumentStatements;
import io.github.bandwidthmessaging.check.documentation.SavedFile.NotACopyException;
import io.github.bandwidthmessaging.check.documentation.Transcription.Fact;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page or document besides the transcribed page that the data cites, as sources.yaml has it. */
record CitedSource(String name, JsonNode data) {
  private static final Pattern PRINTED_ERROR =
      Pattern.compile("(?m)^\\s*(?:Status:|HTTP/\\S+) (\\d{3})\\b[^{}]{0,500}(?=\\{)");
  private static final Set<String> LISTS = Set.of("authentication", "content type", "values");
  private static final String NO_PATTERN = "sources.yaml has no pattern for it";
  private static final String SOURCES = "sources.yaml";
  private static final String UNNAMED = "example";
  private static final String CLOSED_TABS =
      " (copied text lacks closed tabs; save the page as HTML)";

  /** The source that a file is a copy of. */
  static Optional<CitedSource> of(SavedFile file) {
    return all().stream().filter(source -> source.isCopy(file)).findFirst();
  }

  static List<CitedSource> all() {
    return Transcription.yaml("sources.yaml").properties().stream()
        .map(source -> new CitedSource(source.getKey(), source.getValue()))
        .toList();
  }

  String address() {
    return data.path("address").asText();
  }

  /** What the data takes from here, and what else this project relies on. */
  List<Fact> facts() {
    Stream<Fact> others =
        data.path("values").properties().stream()
            .flatMap(
                place ->
                    place.getValue().properties().stream()
                        .map(
                            value ->
                                new Fact(
                                    place.getKey(),
                                    value.getKey(),
                                    value.getValue().asText(),
                                    SOURCES)));
    return Stream.concat(
            Transcription.ofOtherSources(Additions.OF_PROJECT.json()).stream()
                .filter(fact -> fact.source().equals(name)),
            others)
        .toList();
  }

  /** A copy has most of the marks. */
  private boolean isCopy(SavedFile file) {
    return isDocument() == file.content().matches("(?s)(.*\\n)?openapi: .*")
        && marks().stream().filter(file.text()::contains).count() * 2 > marks().size();
  }

  Findings compare(SavedFile file) throws NotACopyException {
    String text = file.text();
    Map<String, Map<String, String>> said =
        isDocument() ? statements(operation(file.content())) : printedErrors(text);
    if (file.isCutOff()
        || !text.contains(marks().get(marks().size() - 1))
        || said.values().stream().anyMatch(aspects -> aspects.containsKey("reference"))) {
      throw new NotACopyException("is a copy of " + name + " that is cut off: its end is missing");
    }
    Map<String, Pattern> patterns = patterns();
    Map<String, Set<String>> notCompared = new LinkedHashMap<>();
    Findings findings = new Findings();
    for (Fact fact : facts()) {
      String key = fact.place() + " " + fact.aspect();
      String place = placeThere(fact);
      Pattern pattern = patterns.get(key);
      Map<String, String> aspects = said.get(place);
      String reason = reasonNotToCompare(key);
      if (!reason.isEmpty()) {
        notCompared.computeIfAbsent(reason, because -> new LinkedHashSet<>()).add(fact.place());
      } else if (pattern != null) {
        compare(fact, Set.of(fact.value()), matches(pattern, text, fact.value()), findings);
      } else if (!isDocument() && place.equals(fact.place())) {
        notCompared.computeIfAbsent(NO_PATTERN, because -> new LinkedHashSet<>()).add(key);
      } else if (!isDocument() && aspects == null) {
        String gone = fact.place() + ": not there" + CLOSED_TABS + " -> " + target(fact);
        if (!findings.facts().contains(gone)) {
          findings.facts().add(gone);
        }
      } else {
        String value = aspects == null ? "" : aspects.getOrDefault(fact.aspect(), "");
        boolean isList = isDocument() && LISTS.contains(fact.aspect());
        compare(
            fact,
            isList ? list(keyword(fact)) : Set.of(keyword(fact)),
            isList ? list(value) : Set.of(value),
            findings);
      }
    }
    notCompared.forEach(
        (reason, places) -> findings.notCompared().add(String.join(", ", places) + ": " + reason));
    return findings;
  }

  private static void compare(
      Fact fact, Set<String> expected, Set<String> found, Findings findings) {
    boolean oneIsEnough = fact.aspect().equals("authentication");
    if (!found.equals(expected) && !(oneIsEnough && found.containsAll(expected))) {
      String value = String.join(", ", found);
      findings
          .facts()
          .add(
              "%s %s: was %s, source says %s -> %s"
                  .formatted(
                      fact.place(),
                      fact.aspect(),
                      String.join(", ", expected),
                      value.isEmpty() ? "nothing" : value,
                      target(fact)));
    }
  }

  private static String target(Fact fact) {
    String folder = fact.place().startsWith("createMessage.") ? "errors" : "examples/$1";
    return fact.place().contains(" example ")
        ? fact.place()
            .replaceFirst("(\\w+)\\.response (\\d+) example (\\w+)", folder + "/$2-$3.json")
        : fact.source().equals(SOURCES) ? SOURCES : "additions.yaml";
  }

  Map<String, Pattern> patterns() {
    Map<String, Pattern> patterns = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : data.path("patterns").properties()) {
      Transcription.expand(entry.getKey(), List.of())
          .forEach(key -> patterns.put(key, Pattern.compile(entry.getValue().asText())));
    }
    return patterns;
  }

  private static Set<String> matches(Pattern pattern, String text, String value) {
    return pattern
        .matcher(text)
        .results()
        .map(match -> match.groupCount() == 0 ? value : match.group(1))
        .collect(toCollection(TreeSet::new));
  }

  /** The name that the source has for a place. */
  private String placeThere(Fact fact) {
    String place = fact.place();
    for (Map.Entry<String, JsonNode> other : data.path("places").properties()) {
      place = place.replaceFirst(other.getKey(), other.getValue().asText());
    }
    return place;
  }

  private String reasonNotToCompare(String key) {
    return data.path("not compared").properties().stream()
        .filter(entry -> key.matches(entry.getKey()))
        .map(entry -> entry.getValue().asText())
        .findFirst()
        .orElse("");
  }

  /** The errors on a page, each with its values by path. */
  private static Map<String, Map<String, String>> printedErrors(String text) {
    Map<String, Map<String, String>> errors = new LinkedHashMap<>();
    PRINTED_ERROR
        .matcher(text)
        .results()
        .forEach(
            head -> {
              try {
                JsonNode body = new JsonMapper().readTree(text.substring(head.end()));
                errors.putIfAbsent(
                    "response " + head.group(1), DocumentStatements.leaves(body, ""));
              } catch (JsonProcessingException e) {
                errors.putIfAbsent("response " + head.group(1), Map.of());
              }
            });
    return errors;
  }

  private static Set<String> list(String value) {
    return new TreeSet<>(List.of(value.split(" or |, ")));
  }

  private static String keyword(Fact fact) {
    String keyword =
        fact.aspect().equals("format") ? DocumentationCheck.format(fact.value()).keyword() : "";
    return keyword.isEmpty() ? fact.value() : keyword;
  }

  private static Map<String, Map<String, String>> statements(JsonNode document) {
    Map<String, Map<String, String>> statements = new LinkedHashMap<>();
    DocumentStatements.of(document)
        .places()
        .forEach(
            (place, aspects) ->
                aspects.forEach(
                    (aspect, statement) ->
                        statements
                            .computeIfAbsent(place, name -> new LinkedHashMap<>())
                            .put(aspect, statement.value())));
    return statements;
  }

  private boolean isDocument() {
    return data.has("operation");
  }

  /**
   * The operations that the data is about, which have the same names there, and the callbacks that
   * the document refers to.
   */
  private JsonNode operation(String yaml) throws NotACopyException {
    String path = data.path("operation").asText();
    try {
      JsonNode document = new YAMLMapper().readTree(yaml);
      if (document.path("paths") instanceof ObjectNode paths
          && paths.path(path).path("post") instanceof ObjectNode post) {
        nameExamples(document);
        retain(paths, facts().stream().map(fact -> operationOf(fact.place())).collect(toSet()));
        ObjectNode callbacks = post.putObject("callbacks");
        for (Map.Entry<String, JsonNode> named : data.path("callbacks").properties()) {
          for (String callback : Transcription.strings(named.getValue())) {
            JsonNode urls = document.path("components").path("callbacks").path(callback);
            callbacks.set(callback, urls);
            urls.findParents("requestBody")
                .forEach(called -> ((ObjectNode) called).put("operationId", named.getKey()));
          }
        }
        return document;
      }
      throw new NotACopyException("is a copy of " + name + " without POST " + path);
    } catch (JsonProcessingException e) {
      throw new NotACopyException(
          "is a copy of "
              + name
              + " that is broken or cut off: "
              + e.getOriginalMessage().lines().findFirst().orElse(""));
    }
  }

  /** Names the one example of a body, which has no name there, {@link #UNNAMED}. */
  private static void nameExamples(JsonNode document) {
    for (JsonNode body : document.findParents("example")) {
      if (body.has("schema") && !body.has("in")) {
        JsonNode value = ((ObjectNode) body).remove("example");
        ((ObjectNode) body).putObject("examples").putObject(UNNAMED).set("value", value);
      }
    }
  }

  private static void retain(ObjectNode paths, Set<String> operations) {
    for (JsonNode item : paths) {
      Set<String> others =
          item.properties().stream()
              .filter(method -> DocumentStatements.METHODS.contains(method.getKey()))
              .filter(
                  method -> !operations.contains(method.getValue().path("operationId").asText()))
              .map(Map.Entry::getKey)
              .collect(toSet());
      ((ObjectNode) item).remove(others);
    }
  }

  private static String operationOf(String place) {
    return place.replaceFirst("[. ].*", "");
  }

  private List<String> marks() {
    return Transcription.strings(data.path("marks"));
  }
}

package io.github.bandwidthmessaging.check.documentation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.bandwidthmessaging.check.document.Document;
import io.github.bandwidthmessaging.check.document.DocumentStatements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The facts of the documentation page and of other sources, as they were written down. */
final class Transcription {
  static final String PAGE = "page";

  private static final JsonMapper JSON = new JsonMapper();
  private static final String ERRORS = "Bandwidth's page on errors";
  private static final Pattern IN_BRACES = Pattern.compile("\\{([^}]+)}");
  private static final Pattern MANDATORY_WITHOUT =
      Pattern.compile("(?:Yes \\(if|No \\(required if no) (\\w+) is (?:not )?provided\\)");
  private static final Pattern ARRAY_OF = Pattern.compile("array of (\\d+) .*or more (\\w+)s");
  private static final Pattern ERROR_FILE = Pattern.compile("(\\d+)-(\\w+)\\.json");
  private static final Pattern EXAMPLE = Pattern.compile("(\\w+)/(request|\\d+)-(\\w+)");

  /** What a source says of one aspect of one place. */
  record Fact(String place, String aspect, String value, String source) {}

  /** A format that the documentation names; without a keyword of OpenAPI it is a pattern. */
  record Format(String keyword, List<String> takes, List<String> refuses) {}

  private final List<Fact> facts = new ArrayList<>();

  private Transcription() {}

  static List<Fact> ofPage() {
    Transcription transcription = new Transcription();
    transcription.addPage();
    return transcription.facts;
  }

  /** The facts of a file in the form of {@code additions.yaml}. */
  static List<Fact> ofAdditions(JsonNode additions) {
    Transcription transcription = new Transcription();
    for (Map.Entry<String, JsonNode> source : additions.path("facts").properties()) {
      for (Map.Entry<String, JsonNode> place : source.getValue().properties()) {
        expand(place.getKey(), strings(additions.path("events")))
            .forEach(name -> transcription.add(name, place.getValue(), source.getKey()));
      }
    }
    return transcription.facts;
  }

  static List<Fact> ofOtherSources(JsonNode additions) {
    Transcription transcription = new Transcription();
    transcription.facts.addAll(ofAdditions(additions));
    String operation = yaml("page.yaml").path("operation").asText();
    for (String file : Documentation.files("errors")) {
      Matcher name = ERROR_FILE.matcher(file);
      if (!name.matches()) {
        throw new IllegalStateException("errors/" + file + " has no status in its name");
      }
      transcription.addExample(
          operation + ".response " + name.group(1) + " example " + name.group(2),
          Documentation.read("errors/" + file),
          ERRORS);
    }
    transcription.facts.addAll(ofExamples(additions));
    return transcription.facts;
  }

  /** The examples apart from those of the page and its errors. */
  private static List<Fact> ofExamples(JsonNode additions) {
    Transcription transcription = new Transcription();
    for (Map.Entry<String, JsonNode> source : additions.path("examples").properties()) {
      for (String file : strings(source.getValue())) {
        Matcher name = EXAMPLE.matcher(file);
        if (!name.matches()) {
          throw new IllegalStateException(
              file + " is neither operation/status-name nor operation/request-name");
        }
        transcription.addExample(
            "%s.%s example %s"
                .formatted(
                    name.group(1),
                    name.group(2).replaceFirst("(?=\\d)", "response "),
                    name.group(3)),
            Documentation.read("examples/" + file + ".json"),
            source.getKey());
      }
    }
    return transcription.facts;
  }

  /** Whether a file, without its ending, is named after the place of an example. */
  static boolean isExample(String file) {
    return EXAMPLE.matcher(file).matches();
  }

  /** What the page says and the document need not say, each with the reason as its value. */
  static List<Fact> leftOut(JsonNode additions) {
    Transcription transcription = new Transcription();
    additions
        .path("leftOut")
        .properties()
        .forEach(place -> transcription.add(place.getKey(), place.getValue(), PAGE));
    return transcription.facts;
  }

  static Map<String, Format> formats() {
    Map<String, Format> formats = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : yaml("formats.yaml").properties()) {
      JsonNode format = entry.getValue();
      formats.put(
          entry.getKey(),
          new Format(
              format.path("keyword").asText(),
              strings(format.path("takes")),
              strings(format.path("refuses"))));
    }
    return formats;
  }

  static JsonNode yaml(String file) {
    return Document.tree(Documentation.read(file));
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private void addPage() {
    JsonNode page = yaml("page.yaml");
    String operation = page.path("operation").asText();
    String url = page.path("url").asText();
    add(operation, "url", page.path("method").asText() + " " + url);
    add(operation, "authentication", page.path("authentication").asText().toLowerCase(Locale.ROOT));
    IN_BRACES
        .matcher(url)
        .results()
        .forEach(name -> add(operation + ".path." + name.group(1), "mandatory", "yes"));
    String request = operation + ".request";
    add(request, "mandatory", "yes");
    add(request, "type", "object");
    addParameters(request, page.path("request"));
    for (DocumentedExample example : DocumentedExample.all()) {
      PrintedResponse receipt = example.printedReceipt();
      String sent = Objects.requireNonNull(example.printedAsHttp().headers().get("Content-Type"));
      String response = operation + ".response " + receipt.status();
      add(request, "content type", mediaType(sent));
      add(response, "content type", mediaType(receipt.contentType()));
      add(operation + "." + receipt.status(), "type", "object");
      addParameters(operation + "." + receipt.status(), page.path("response"));
      addExample(request + " example " + example.key(), example.requestJson(), PAGE);
      addExample(response + " example " + example.key(), example.responseJson(), PAGE);
    }
  }

  private void addParameters(String root, JsonNode parameters) {
    TreeSet<String> alternatives = new TreeSet<>();
    for (Map.Entry<String, JsonNode> parameter : parameters.properties()) {
      String place = root + "." + parameter.getKey();
      JsonNode cells = parameter.getValue();
      addType(place, cells.path("type").asText());
      cells.properties().stream()
          .filter(
              cell -> !List.of("mandatory", "type", "format", "sentences").contains(cell.getKey()))
          .forEach(cell -> add(place, cell.getKey(), cell.getValue().asText()));
      if (cells.has("format")) {
        addFormat(place, cells.path("type").asText(), cells.path("format").asText());
      }
      if (cells.has("mandatory")) {
        String mandatory = cells.path("mandatory").asText();
        add(place, "mandatory", mandatory.equals("Yes") ? "yes" : "no");
        MANDATORY_WITHOUT
            .matcher(mandatory)
            .results()
            .forEach(
                other -> {
                  alternatives.add(other.group(1));
                  alternatives.add(parameter.getKey());
                });
      }
    }
    if (!alternatives.isEmpty()) {
      add(root, "needs one of", String.join(", ", alternatives));
    }
  }

  private void addType(String place, String type) {
    for (String alternative : type.split(" -OR- ", -1)) {
      Matcher array = ARRAY_OF.matcher(alternative);
      if (array.matches()) {
        add(place, "type", "array");
        add(place, "min items", array.group(1));
        add(place + "[]", "type", array.group(2));
      } else {
        add(place, "type", alternative.equals("int") ? "integer" : alternative);
      }
    }
  }

  private void addFormat(String place, String type, String format) {
    if (!type.startsWith("array")) {
      add(place, "format", format);
    }
    if (type.contains("array")) {
      add(place + "[]", "format", format);
    }
  }

  private void addExample(String place, String json, String source) {
    DocumentStatements.leaves(json(json), "")
        .forEach((aspect, value) -> facts.add(new Fact(place, aspect, value, source)));
  }

  private void add(String place, JsonNode aspects, String source) {
    aspects
        .properties()
        .forEach(
            aspect ->
                facts.add(new Fact(place, aspect.getKey(), aspect.getValue().asText(), source)));
  }

  private void add(String place, String aspect, String value) {
    facts.add(new Fact(place, aspect, value, PAGE));
  }

  /** Expands {@code *} to each event, and braces to each of what they hold. */
  static Stream<String> expand(String place, List<String> events) {
    Matcher braces = IN_BRACES.matcher(place.replace("*", "{" + String.join(",", events) + "}"));
    if (!braces.find()) {
      return Stream.of(place);
    }
    return Stream.of(braces.group(1).split(",", -1))
        .flatMap(name -> expand(braces.replaceFirst(Matcher.quoteReplacement(name)), events));
  }

  private static String mediaType(String contentType) {
    return contentType.replaceFirst(";.*", "");
  }

  static List<String> strings(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}

package io.github.bandwidthmessaging.check.documentation;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.bandwidthmessaging.check.Project;
import io.github.bandwidthmessaging.check.document.Document;
import io.github.bandwidthmessaging.check.document.YamlLines;
import io.github.bandwidthmessaging.check.documentation.Transcription.Fact;
import io.github.bandwidthmessaging.generator.DocumentCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A mistake in the transcribed data, which says nothing about the document.
 *
 * @param file the file, from the project's directory
 */
public record DataMistake(String file, int line, String sentence) {
  /**
   * What the files look like; {@code *} stands for any names, {@code /} for patterns, and {@code |}
   * stands between the values that are known.
   */
  private static final String SHAPES =
      """
      additions.yaml: {events: [text], facts: {'*': {'*': {'*': text}}}, examples: {'*': [text]}, leftOut: {'*': {'*': text}}}
      equivalent-mutants.yaml: {'/': text}
      errata.yaml: {receipts: {'*': {'*': text}}, sections: {'*': {'*': text}}}
      formats.yaml: {'*': {source: text, keyword: text, takes: [text], refuses: [text]}}
      page.yaml:
        {address: text, title: text, operation: text, method: text, url: text, authentication: text, prose: {'*': {'*': text}},
         request: {'*': {'*': text}}, response: {'*': {'*': text}}, examples: {'*': {'*': text}}}
      sources.yaml:
        '*': {address: text, sure: high | medium, marks: [text], operation: text, callbacks: {'*': [text]}, places: {'/': text}, patterns: {'*': pattern},
              values: {'*': {'*': text}}, not compared: {'/': text}}
      words.yaml:
        facts: {'*': [{words: text, sources: {'*': high | medium | low}}]}
        contradictions: {'*': [{words: text, sources: {'*': high | medium | low}}]}
        silence: {'*': [text]}
      """;

  @Override
  public String toString() {
    return "%s:%d: %s.".formatted(file, line, sentence);
  }

  /** Returns the mistakes in the project's own data. */
  static List<DataMistake> all() {
    return in(Project.resolve("openapi/documentation"));
  }

  /** Returns the mistakes in the data of a folder. */
  public static List<DataMistake> in(Path folder) {
    Finder finder = new Finder(folder);
    try {
      for (Map.Entry<String, JsonNode> shape : Document.tree(SHAPES).properties()) {
        finder.addOfYaml(shape.getKey(), shape.getValue());
      }
      finder.addOfJson();
      if (finder.found.isEmpty()) {
        finder.addUnknownSources();
        finder.addExamplesWithoutFile();
      }
      if (finder.found.isEmpty()) {
        finder.addReferencesToNothing();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return finder.found;
  }

  private static final class Finder {
    private final Path folder;
    private final List<DataMistake> found = new ArrayList<>();

    Finder(Path folder) {
      this.folder = folder;
    }

    void addOfYaml(String name, JsonNode shape) throws IOException {
      Path file = folder.resolve(name);
      if (!Files.exists(file)) {
        add(file, 0, "the file is missing");
        return;
      }
      try {
        YamlLines lines = YamlLines.of(file);
        for (YamlLines.Duplicate twice : lines.duplicates()) {
          add(
              file,
              twice.line(),
              "\"%s\" is here twice, first on line %d",
              twice.key(),
              twice.first());
        }
        addOf(file, lines, shape, Document.tree(Files.readString(file)), "");
      } catch (YAMLException e) {
        // The check of the document has a better message for it.
        DocumentCheck.complaints(file).stream()
            .limit(1)
            .forEach(
                each -> add(file, each.line(), "%s", each.sentence().replaceFirst("\\.$", "")));
      }
    }

    private void addOf(Path file, YamlLines lines, JsonNode shape, JsonNode value, String pointer) {
      String name =
          pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/").replace("~0", "~");
      if (shape.isObject()) {
        if (!value.isObject()) {
          add(file, lines.line(pointer), "\"%s\" must be a map%s", name, instead(value));
          return;
        }
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
          String inner = pointer + "/" + YamlLines.escaped(entry.getKey());
          if (shape.has("/")) {
            addOfPattern(file, lines.line(inner), entry.getKey());
          }
          JsonNode known =
              shape.has("/")
                  ? shape.get("/")
                  : shape.has("*") ? shape.get("*") : shape.get(entry.getKey());
          if (known == null) {
            String names = shape.propertyStream().map(Map.Entry::getKey).collect(joining(", "));
            add(
                file,
                lines.line(inner),
                "\"%s\" is not known here, only %s",
                entry.getKey(),
                names);
          } else {
            addOf(file, lines, known, entry.getValue(), inner);
          }
        }
      } else if (shape.isArray()) {
        if (!value.isArray()) {
          add(file, lines.line(pointer), "\"%s\" must be a list%s", name, instead(value));
        }
        for (int i = 0; i < value.size(); i++) {
          addOf(file, lines, shape.get(0), value.path(i), pointer + "/" + i);
        }
      } else if (!value.isValueNode() || value.isNull()) {
        add(file, lines.line(pointer), "\"%s\" must be a string%s", name, instead(value));
      } else if (value.isBoolean()) {
        add(file, lines.line(pointer), "\"%s\" is read as %s; put it in quotes", name, value);
      } else if (shape.asText().equals("pattern")) {
        addOfPattern(file, lines.line(pointer), value.asText());
      } else if (shape.asText().contains("|")
          && !List.of(shape.asText().split(" \\| ", -1)).contains(value.asText())) {
        add(
            file,
            lines.line(pointer),
            "\"%s\" must be one of %s, not '%s'",
            name,
            shape.asText().replace(" |", ","),
            value.asText());
      }
    }

    private void addOfPattern(Path file, int line, String pattern) {
      try {
        Pattern.compile(pattern);
      } catch (PatternSyntaxException e) {
        add(file, line, "the pattern %s is invalid: %s", pattern, e.getDescription());
      }
    }

    private static String instead(JsonNode value) {
      return value.isObject()
          ? ", not a map"
          : value.isArray()
              ? ", not a list"
              : value.isNull() || value.isMissingNode()
                  ? ", and is empty; is the next line indented?"
                  : ", not '" + value.asText() + "'";
    }

    void addOfJson() throws IOException {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file :
            files.filter(each -> each.toString().endsWith(".json")).sorted().toList()) {
          try {
            new JsonMapper().readTree(file.toFile());
          } catch (JsonProcessingException e) {
            add(
                file,
                e.getLocation().getLineNr(),
                "%s",
                e.getOriginalMessage().replaceAll("\\s+", " "));
          }
        }
      }
    }

    void addReferencesToNothing() throws IOException {
      Path file = folder.resolve("additions.yaml");
      YamlLines lines = YamlLines.of(file);
      JsonNode additions = Document.tree(Files.readString(file));
      List<Fact> facts =
          Stream.concat(
                  Transcription.ofPage().stream(), Transcription.ofOtherSources(additions).stream())
              .toList();
      List<Fact> all = Facts.withReferences(facts);
      List<String> events = Transcription.strings(additions.path("events"));
      for (Map.Entry<String, JsonNode> source : additions.path("facts").properties()) {
        for (Map.Entry<String, JsonNode> place : source.getValue().properties()) {
          JsonNode reference = place.getValue().path(Facts.REFERENCE);
          boolean leads =
              reference.isMissingNode()
                  || Transcription.expand(place.getKey(), events)
                      .anyMatch(
                          from ->
                              all.stream()
                                  .anyMatch(
                                      fact ->
                                          !fact.place().equals(from)
                                              && Facts.isInside(fact.place(), reference.asText())));
          String pointer =
              "/facts/"
                  + YamlLines.escaped(source.getKey())
                  + "/"
                  + YamlLines.escaped(place.getKey());
          if (!leads) {
            add(
                file,
                lines.line(pointer),
                "%s is the same as %s, for which there is no source",
                place.getKey(),
                reference.asText());
          }
        }
      }
    }

    private void addUnknownSources() throws IOException {
      JsonNode sources = Document.tree(Files.readString(folder.resolve("sources.yaml")));
      Path file = folder.resolve("words.yaml");
      YamlLines lines = YamlLines.of(file);
      YamlLines.pointers(Document.tree(Files.readString(file)))
          .forEach(
              (node, pointer) -> {
                if (pointer.endsWith("/sources")) {
                  node.propertyStream()
                      .map(Map.Entry::getKey)
                      .filter(name -> !sources.has(name) && !Additions.isOurs(name))
                      .forEach(
                          name ->
                              add(
                                  file,
                                  lines.line(pointer + "/" + YamlLines.escaped(name)),
                                  "sources.yaml has no \"%s\"",
                                  name));
                }
              });
    }

    private void addExamplesWithoutFile() throws IOException {
      Path file = folder.resolve("additions.yaml");
      YamlLines lines = YamlLines.of(file);
      for (Map.Entry<String, JsonNode> source :
          Document.tree(Files.readString(file)).path("examples").properties()) {
        String pointer = "/examples/" + YamlLines.escaped(source.getKey()) + "/";
        for (int i = 0; i < source.getValue().size(); i++) {
          String name = source.getValue().path(i).asText();
          if (!Transcription.isExample(name)
              || !Files.exists(folder.resolve("examples/" + name + ".json"))) {
            add(
                file,
                lines.line(pointer + i),
                "there is no example examples/%s.json, named operation/status-name or"
                    + " operation/request-name",
                name);
          }
        }
      }
    }

    @SuppressWarnings("AnnotateFormatMethod") // Would need a dependency.
    private void add(Path file, int line, String sentence, Object... arguments) {
      found.add(new DataMistake(Project.name(file), line, sentence.formatted(arguments)));
    }
  }
}

package io.github.bandwidthmessaging.check.documentation;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bandwidthmessaging.check.Project;
import io.github.bandwidthmessaging.check.document.Document;
import io.github.bandwidthmessaging.check.document.DocumentStatements;
import io.github.bandwidthmessaging.check.document.DocumentStatements.Statement;
import io.github.bandwidthmessaging.check.document.YamlLines;
import io.github.bandwidthmessaging.check.documentation.Transcription.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The file with what the document says beyond the documentation page, and its sources. */
public record Additions(Path file) {
  /** Those of the project. */
  static final Additions OF_PROJECT =
      new Additions(Project.resolve("openapi/documentation/additions.yaml"));

  /** Begins the name of a source that nobody has named yet. */
  private static final String TODO = "TODO";

  private static final String KEY =
      "  'TODO: where it is documented, or \"Ours: \" and the reason':";

  /** A place whose source is still to be named, and its line. */
  public record Todo(String place, int line) {}

  /** Returns the folder with all of the data. */
  public Path folder() {
    return file.resolveSibling("");
  }

  JsonNode json() {
    try {
      return Document.tree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the facts whose source is still to be named. */
  public List<Todo> todos() {
    YamlLines lines = YamlLines.of(file);
    List<Todo> todos = new ArrayList<>();
    for (Map.Entry<String, JsonNode> source : json().path("facts").properties()) {
      if (!isSource(source.getKey())) {
        String pointer = "/facts/" + YamlLines.escaped(source.getKey()) + "/";
        for (Map.Entry<String, JsonNode> place : source.getValue().properties()) {
          int line = lines.line(pointer + YamlLines.escaped(place.getKey()));
          todos.add(new Todo(place.getKey(), line));
        }
      }
    }
    return todos;
  }

  private static boolean isSource(String name) {
    return !name.contains(TODO) && !name.isBlank() && !name.matches("Ours:\\s*");
  }

  /** Adds what a document says without a source, each with a source to be named. */
  public void addTodos(JsonNode document, DocumentationCheck check) throws IOException {
    DocumentStatements statements = DocumentStatements.of(document);
    Map<String, Map<String, String>> added = new LinkedHashMap<>();
    // What is said of one place can hold for others, which are "same as" it.
    List<Disagreement> open = unsourced(check, statements);
    while (!open.isEmpty()) {
      said(open.get(0), statements, check.known().keySet())
          .forEach(
              (place, aspects) ->
                  added.computeIfAbsent(place, name -> new TreeMap<>()).putAll(aspects));
      List<Disagreement> rest = unsourced(check.with(facts(added)), statements);
      if (rest.size() >= open.size() && rest.get(0).equals(open.get(0))) {
        throw new IllegalStateException("cannot be written down: " + open.get(0));
      }
      open = rest;
    }
    if (!added.isEmpty()) {
      write(added);
    }
  }

  private static List<Disagreement> unsourced(
      DocumentationCheck check, DocumentStatements statements) {
    return check.disagreements(statements).stream()
        .filter(each -> each.kind() == Disagreement.Kind.UNSOURCED)
        .toList();
  }

  /**
   * Returns what the document says of one aspect, or of a place with all that is inside it; what is
   * said of a known place as well is a reference to that.
   */
  private static Map<String, Map<String, String>> said(
      Disagreement disagreement, DocumentStatements statements, Set<String> known) {
    String place = disagreement.place();
    if (!disagreement.aspect().isEmpty()) {
      return Map.of(place, Map.of(disagreement.aspect(), disagreement.value()));
    }
    Map<String, Map<String, String>> said = new LinkedHashMap<>();
    inside(place, statements)
        .forEach(
            (suffix, aspects) -> {
              String inner = place + suffix;
              if (said.keySet().stream().noneMatch(outer -> isReference(said, outer, inner))) {
                said.put(
                    inner,
                    sameAs(inner, statements, known)
                        .map(other -> Map.of(Facts.REFERENCE, other))
                        .orElse(aspects));
              }
            });
    return said;
  }

  /**
   * Returns a known place of which the same is said; a single value is no reason to refer to it.
   */
  private static Optional<String> sameAs(
      String place, DocumentStatements statements, Set<String> known) {
    Map<String, Map<String, String>> own = inside(place, statements);
    return own.size() == 1 && !place.contains(" example ")
        ? Optional.empty()
        : known.stream().filter(other -> own.equals(inside(other, statements))).findFirst();
  }

  private static boolean isReference(
      Map<String, Map<String, String>> said, String outer, String inner) {
    return said.getOrDefault(outer, Map.of()).containsKey(Facts.REFERENCE)
        && Facts.isInside(inner, outer);
  }

  private static Map<String, Map<String, String>> inside(
      String place, DocumentStatements statements) {
    Map<String, Map<String, String>> inside = new LinkedHashMap<>();
    for (Map.Entry<String, Map<String, Statement>> entry : statements.places().entrySet()) {
      if (Facts.isInside(entry.getKey(), place)) {
        Map<String, String> aspects = new TreeMap<>();
        entry.getValue().forEach((aspect, statement) -> aspects.put(aspect, statement.value()));
        aspects.remove("mandatory", "no");
        inside.put(entry.getKey().substring(place.length()), aspects);
      }
    }
    return inside;
  }

  private static List<Fact> facts(Map<String, Map<String, String>> places) {
    List<Fact> facts = new ArrayList<>();
    places.forEach(
        (place, aspects) ->
            aspects.forEach((aspect, value) -> facts.add(new Fact(place, aspect, value, TODO))));
    return facts;
  }

  private void write(Map<String, Map<String, String>> places) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    int at = lines.indexOf(KEY) + 1;
    if (at == 0) {
      at = YamlLines.of(file).lastLine("/facts");
      while (lines.get(at - 1).isBlank() || lines.get(at - 1).startsWith("#")) {
        at--;
      }
      lines.add(at++, KEY);
    }
    for (Map.Entry<String, Map<String, String>> place : places.entrySet()) {
      lines.add(
          at++,
          place.getValue().entrySet().stream()
              .map(aspect -> quoted(aspect.getKey()) + ": " + quoted(aspect.getValue()))
              .collect(joining(", ", "    " + quoted(place.getKey()) + ": {", "}")));
    }
    Files.write(file, lines);
  }

  private static String quoted(String text) {
    boolean plain =
        text.matches("[A-Za-z][\\w /-]*([./][\\w -]+)*")
            && !text.matches("(?i)yes|no|on|off|true|false|null|y|n");
    return plain ? text : "'" + text.replace("'", "''") + "'";
  }
}

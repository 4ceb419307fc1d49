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

/**
 * The file with what the document says beyond the documentation page, and its sources; those of
 * sentences are in {@code words.yaml} beside it.
 */
public record Additions(Path file) {
  /** The additions of the project. */
  static final Additions OF_PROJECT =
      new Additions(Project.resolve("openapi/documentation/additions.yaml"));

  /** The prefix of a source that is not yet named. */
  private static final String TODO = "TODO";

  private static final String SOURCE =
      "'TODO: where it is documented, or \"Ours: \" and the reason'";

  private static final String KEY = "  " + SOURCE + ":";

  /** A place whose source is still to be named in a line of a file. */
  public record Todo(Path file, String place, int line) {}

  /** Returns the folder with all of the data. */
  public Path folder() {
    return file.resolveSibling("");
  }

  private Path words() {
    return file.resolveSibling("words.yaml");
  }

  JsonNode json() {
    return tree(file);
  }

  JsonNode wordsJson() {
    return tree(words());
  }

  private static JsonNode tree(Path file) {
    try {
      return Document.tree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the facts and sentences whose source is still to be named. */
  public List<Todo> todos() {
    List<Todo> todos = new ArrayList<>();
    YamlLines lines = YamlLines.of(file);
    for (Map.Entry<String, JsonNode> source : json().path("facts").properties()) {
      if (!isNamed(source.getKey())) {
        String pointer = "/facts/" + YamlLines.escaped(source.getKey()) + "/";
        for (Map.Entry<String, JsonNode> place : source.getValue().properties()) {
          int line = lines.line(pointer + YamlLines.escaped(place.getKey()));
          todos.add(new Todo(file, place.getKey(), line));
        }
      }
    }
    YamlLines linesOfWords = YamlLines.of(words());
    for (Map.Entry<String, JsonNode> section : wordsJson().properties()) {
      for (Map.Entry<String, JsonNode> place : section.getValue().properties()) {
        String pointer = "/" + section.getKey() + "/" + YamlLines.escaped(place.getKey()) + "/";
        for (int i = 0; i < place.getValue().size(); i++) {
          for (Map.Entry<String, JsonNode> source :
              place.getValue().path(i).path("sources").properties()) {
            if (!isNamed(source.getKey())) {
              int line = linesOfWords.line(pointer + i + "/sources");
              todos.add(new Todo(words(), place.getKey(), line));
            }
          }
        }
      }
    }
    return todos;
  }

  /** Whether the name of a source is more than what is written in place of one. */
  private static boolean isNamed(String source) {
    return !source.contains(TODO) && !source.isBlank() && !source.matches("Ours:\\s*");
  }

  /** Whether a source is not one of Bandwidth's: our own reason, or one to be named. */
  static boolean isOurs(String source) {
    return source.startsWith("Ours:") || !isNamed(source);
  }

  /** Adds what a document says without a source, each with a source to be named. */
  public void addTodos(JsonNode document, DocumentationCheck check) throws IOException {
    DocumentStatements statements = DocumentStatements.of(document);
    Map<String, Map<String, String>> added = new LinkedHashMap<>();
    // A fact about one place can apply to others, which are "same as" it.
    List<Disagreement> open = unsourced(check, statements, false);
    while (!open.isEmpty()) {
      said(open.get(0), statements, check.known().keySet())
          .forEach(
              (place, aspects) ->
                  added.computeIfAbsent(place, name -> new TreeMap<>()).putAll(aspects));
      List<Disagreement> rest = unsourced(check.with(facts(added)), statements, false);
      if (rest.size() >= open.size() && rest.get(0).equals(open.get(0))) {
        throw new IllegalStateException("cannot be written down: " + open.get(0));
      }
      open = rest;
    }
    if (!added.isEmpty()) {
      write(added);
    }
    for (Disagreement sentence : unsourced(check, statements, true)) {
      writeSentence(sentence);
    }
  }

  private static List<Disagreement> unsourced(
      DocumentationCheck check, DocumentStatements statements, boolean inWords) {
    return check.disagreements(statements).stream()
        .filter(each -> each.kind() == Disagreement.Kind.UNSOURCED && each.isInWords() == inWords)
        .toList();
  }

  /**
   * Returns what the document says of one aspect, or of a place with its contents; what a known
   * place says too becomes a reference to it.
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

  /** Returns a known place with the same facts; a single value is not enough for a reference. */
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
      at = end(file, lines, "/facts");
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

  /** Writes a sentence below the places that have it in their descriptions. */
  private void writeSentence(Disagreement sentence) throws IOException {
    String place =
        sentence.alsoAt().isEmpty()
            ? sentence.place()
            : "{" + sentence.place() + "," + String.join(",", sentence.alsoAt()) + "}";
    List<String> lines = new ArrayList<>(Files.readAllLines(words()));
    boolean isNew = !wordsJson().path("facts").has(place);
    int at = end(words(), lines, isNew ? "/facts" : "/facts/" + YamlLines.escaped(place));
    if (isNew) {
      lines.add(at++, "  " + quoted(place) + ":");
    }
    lines.add(at++, "    - words: " + quoted(sentence.value()));
    lines.add(at, "      sources: {" + SOURCE + ": high}");
    Files.write(words(), lines);
  }

  /** Returns the index of the line after what a pointer leads to. */
  private static int end(Path file, List<String> lines, String pointer) {
    int end = YamlLines.of(file).lastLine(pointer);
    while (lines.get(end - 1).isBlank() || lines.get(end - 1).strip().startsWith("#")) {
      end--;
    }
    return end;
  }

  private static String quoted(String text) {
    boolean plain =
        text.matches("[A-Za-z][\\w /-]*([./][\\w -]+)*")
            && !text.matches("(?i)yes|no|on|off|true|false|null|y|n");
    return plain ? text : "'" + text.replace("'", "''") + "'";
  }
}

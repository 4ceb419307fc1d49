package io.github.bandwidthmessaging.check.edit;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bandwidthmessaging.check.Project;
import io.github.bandwidthmessaging.check.document.AliasException;
import io.github.bandwidthmessaging.check.document.Document;
import io.github.bandwidthmessaging.check.document.DocumentChanges.Change;
import io.github.bandwidthmessaging.check.document.DocumentStatements;
import io.github.bandwidthmessaging.check.document.DocumentStatements.Statement;
import io.github.bandwidthmessaging.check.document.GeneratedClient;
import io.github.bandwidthmessaging.check.document.LimitsInWords;
import io.github.bandwidthmessaging.check.document.Lint;
import io.github.bandwidthmessaging.check.document.ReleasedDocument;
import io.github.bandwidthmessaging.check.document.YamlLines;
import io.github.bandwidthmessaging.check.documentation.Disagreement;
import io.github.bandwidthmessaging.check.documentation.DocumentationCheck;
import io.github.bandwidthmessaging.check.edit.Complaint.Kind;
import io.github.bandwidthmessaging.generator.DocumentCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every check of the document that needs no compiled client, at once. */
final class EditCheck {
  private static final String CORRECT = "Correct the line. Nothing is generated until then.";
  private static final String ACCEPT =
      "If that is intended, accept it with `mvn -q -f openapi -Daccept`.";

  /** The document, in the forms that the checks want. */
  private record Content(Document document, JsonNode json, YamlLines lines) {}

  private final Path file;
  private final GoldenCopies golden;
  private final ReleasedDocument released;
  private final String version;
  private final List<Complaint> complaints = new ArrayList<>();
  private List<Disagreement> disagreements = List.of();
  private @Nullable GeneratedClient client;

  /**
   * Checks a document.
   *
   * @param sources null if their data has mistakes
   * @param work a folder for what is generated
   * @param version the version of the SDK that is being made
   */
  EditCheck(
      Path file,
      @Nullable DocumentationCheck sources,
      GoldenCopies golden,
      ReleasedDocument released,
      Path work,
      String version) {
    this.file = file;
    this.golden = golden;
    this.released = released;
    this.version = version;
    mistakes();
    Content content = content(complaints.isEmpty());
    if (content != null) {
      unnamed(content);
      circles(content);
      boolean isSound = complaints.isEmpty();
      CompletableFuture<List<Lint.Problem>> lint =
          CompletableFuture.supplyAsync(() -> Lint.problems(List.of(file)));
      // Takes the longest; the rest runs in parallel.
      CompletableFuture<GeneratedClient> made =
          isSound ? CompletableFuture.supplyAsync(() -> GeneratedClient.of(file, work)) : null;
      if (sources != null) {
        attempt("the documentation", () -> documentation(content, sources));
      }
      attempt("the limits", () -> limits(content));
      attempt("the rules", () -> lint(content, lint.join()));
      if (made != null) {
        attempt("the released document", () -> breaking(content));
        attempt("the generated code", () -> generated(made.join(), work));
      }
    }
    if (complaints.stream().anyMatch(each -> each.kind() == Kind.MISTAKE)) {
      // A check that itself fails usually does so because of the mistakes.
      complaints.removeIf(each -> each.kind() == Kind.UNCHECKED);
    }
    complaints.sort(comparing(Complaint::kind));
  }

  /** Runs one of the checks; if it fails, the others still report. */
  private void attempt(String against, Runnable check) {
    try {
      check.run();
    } catch (RuntimeException e) {
      addFailed("could not be compared with " + against, e);
    }
  }

  private void addFailed(String what, RuntimeException thrown) {
    Throwable cause =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    // Setup problems are reported in one sentence.
    String text = cause.toString().replaceFirst("^[\\w.]+\\.SetupException: ", "");
    String line = text.lines().findFirst().orElse("");
    add(
        Kind.UNCHECKED,
        0,
        what + ": " + line,
        "Correct the other complaints first; if it remains, the check has a bug.");
  }

  /** Returns what is wrong, the most important first. */
  List<Complaint> complaints() {
    return complaints;
  }

  /** Returns whether the edit can be accepted as it is. */
  boolean isAcceptable(Complaint complaint) {
    return complaint.kind().isAcceptable()
        && (complaint.kind() != Kind.BREAKING || released.version().equals(version));
  }

  /** Accepts the changes to the client, and returns what was done. */
  List<String> accept() {
    List<String> done = new ArrayList<>();
    try {
      if (client != null && has(Kind.OUTDATED)) {
        golden.update(client);
        done.add("Accepted the generated code and the public API.");
      }
      if (has(Kind.BREAKING)) {
        released.replaceBy(file, version);
        done.add("Accepted the document as the one that the next must not break.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return done;
  }

  private boolean has(Kind kind) {
    return complaints.stream().anyMatch(each -> each.kind() == kind);
  }

  /** Returns where the document and the sources disagree. */
  List<Disagreement> disagreements() {
    return disagreements;
  }

  /** Returns what the document says without a source. */
  List<Disagreement> unsourced() {
    return disagreements.stream()
        .filter(each -> each.kind() == Disagreement.Kind.UNSOURCED)
        .toList();
  }

  private void mistakes() {
    try {
      for (DocumentCheck.Complaint mistake : DocumentCheck.complaints(file)) {
        add(Kind.MISTAKE, mistake.line(), mistake.sentence(), CORRECT);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads the document; null if it cannot be read, which its mistakes or another complaint explain.
   */
  private @Nullable Content content(boolean isSound) {
    try {
      Document document = Document.read(file);
      JsonNode json = document.json();
      return isSound || json.has("paths") ? new Content(document, json, YamlLines.of(file)) : null;
    } catch (AliasException e) {
      add(Kind.MISTAKE, e.line(), e.getMessage() + ".", CORRECT);
      return null;
    } catch (RuntimeException e) {
      if (isSound) {
        addFailed("could not be read", e);
      }
      return null;
    }
  }

  /** Everything else refers to an operation by its name. */
  private void unnamed(Content content) {
    for (Map.Entry<String, JsonNode> path : content.json().path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (DocumentStatements.METHODS.contains(method.getKey())
            && !method.getValue().has("operationId")) {
          add(
              Kind.MISTAKE,
              content
                  .lines()
                  .line("/paths/" + YamlLines.escaped(path.getKey()) + "/" + method.getKey()),
              "%s %s: the operation needs an \"operationId\"."
                  .formatted(method.getKey().toUpperCase(Locale.ROOT), path.getKey()),
              CORRECT);
        }
      }
    }
  }

  /** References that refer to each other have no target. */
  private void circles(Content content) {
    Map<String, JsonNode> found = new TreeMap<>();
    YamlLines.pointers(content.json()).forEach((node, pointer) -> found.put(pointer, node));
    found.forEach(
        (pointer, node) -> {
          Set<String> way = new LinkedHashSet<>();
          String next = node.path("$ref").asText();
          while (next.startsWith("#") && way.add(next)) {
            next = content.json().at(next.substring(1)).path("$ref").asText();
          }
          if (way.contains("#" + pointer)) {
            add(
                Kind.MISTAKE,
                content.lines().line(pointer + "/$ref"),
                pointer.replaceFirst(".*/", "") + ": the reference refers back to itself.",
                CORRECT);
          }
        });
  }

  private void documentation(Content content, DocumentationCheck sources) {
    IdentityHashMap<JsonNode, String> pointers = YamlLines.pointers(content.json());
    disagreements = sources.disagreements(content.json());
    for (Disagreement disagreement : disagreements) {
      Statement where = disagreement.where();
      String pointer = where == null ? null : pointers.get(where.object());
      int line =
          where == null || pointer == null
              ? 0
              : content.lines().line(pointer + "/" + where.keyword());
      if (pointer == null || !followsFromMistake(content, pointer)) {
        String data = disagreement.isInWords() ? "words.yaml" : "additions.yaml";
        boolean isUnsourced = disagreement.kind() == Disagreement.Kind.UNSOURCED;
        add(
            isUnsourced ? Kind.UNSOURCED : Kind.DOCUMENTATION,
            line,
            disagreement.toString(),
            isUnsourced
                ? "Name its source in " + data + ". " + ACCEPT
                : "Correct the document, unless the source has changed: then correct"
                    + " openapi/documentation"
                    + (disagreement.isInWords() ? "/words.yaml." : "."));
      }
    }
  }

  /** Whether one of the lines of an object has a mistake. */
  private boolean followsFromMistake(Content content, String pointer) {
    YamlLines lines = content.lines();
    Stream<Integer> own =
        content.json().at(pointer).properties().stream()
            .map(field -> lines.line(pointer + "/" + YamlLines.escaped(field.getKey())));
    return Stream.concat(Stream.of(lines.line(pointer)), own).anyMatch(this::isMistake);
  }

  private void limits(Content content) {
    for (LimitsInWords.Difference difference : LimitsInWords.differences(content.document())) {
      if (!followsFromMistake(content, difference.pointer())) {
        add(
            Kind.LIMIT,
            content.lines().line(difference.pointer()),
            difference.toString(),
            "State the limits of the schema in the description: \"at most 64\".");
      }
    }
  }

  /** The same mistake on several lines, such as in all examples, is one complaint. */
  private void lint(Content content, List<Lint.Problem> problems) {
    boolean isSound = !has(Kind.MISTAKE);
    Map<String, List<Integer>> lines = new LinkedHashMap<>();
    Map<String, Lint.Problem> first = new LinkedHashMap<>();
    for (Lint.Problem problem : problems) {
      int line = content.lines().line(problem.pointer());
      // Mistakes are explained better there, and what they refer to is unused.
      if (!problem.rule().equals("no-unresolved-refs")
          && !isMistake(line)
          && (isSound || !problem.rule().equals("no-unused-components"))) {
        String reason = problem.rule() + problem.message();
        first.putIfAbsent(reason, problem);
        lines.computeIfAbsent(reason, name -> new ArrayList<>()).add(line);
      }
    }
    first.forEach(
        (reason, problem) -> {
          List<Integer> all = lines.getOrDefault(reason, List.of()).stream().distinct().toList();
          String others = all.stream().skip(1).map(String::valueOf).collect(joining(", "));
          add(
              Kind.LINT,
              all.get(0),
              problem.message() + (others.isEmpty() ? "" : " (also on line " + others + ")"),
              "Rule " + problem.rule() + " of openapi/redocly.yaml.");
        });
  }

  private boolean isMistake(int line) {
    return complaints.stream().anyMatch(each -> each.kind() == Kind.MISTAKE && each.line() == line);
  }

  private void generated(GeneratedClient made, Path work) {
    client = made;
    Pattern located = Pattern.compile(Pattern.quote(file.getFileName() + ":") + "(\\d+): (.*)");
    for (String error : made.errors()) {
      Matcher matcher = located.matcher(error);
      boolean matches = matcher.matches();
      add(
          Kind.GENERATOR,
          matches ? Integer.parseInt(matcher.group(1)) : 0,
          matches ? matcher.group(2) : error,
          "openapi/generator/README.md says what is supported.");
    }
    if (made.errors().isEmpty()) {
      try {
        String surface = golden.surfaceDiff(made);
        if (!surface.isEmpty()) {
          complaints.add(
              new Complaint(
                  Kind.OUTDATED,
                  Project.name(golden.surface()),
                  0,
                  "the public API changed",
                  ACCEPT,
                  surface));
        }
        Map<String, String> diffs = golden.diffs(made);
        if (!diffs.isEmpty()) {
          Path whole = work.resolve("golden.diff");
          Files.writeString(whole, String.join(System.lineSeparator(), diffs.values()));
          complaints.add(
              new Complaint(
                  Kind.OUTDATED,
                  Project.name(golden.folder()),
                  0,
                  "the generated code changed: " + String.join(", ", diffs.keySet()),
                  ACCEPT + " The whole difference is in " + Project.name(whole) + ".",
                  ""));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void breaking(Content content) {
    if (released.mayBreakIn(version)) {
      return;
    }
    for (Change change : released.changesTo(content.document())) {
      if (change.breaks()) {
        add(
            Kind.BREAKING,
            content.lines().lineOfPlace(change.toString()),
            change + ", which breaks users of " + released.version(),
            released.version().equals(version)
                ? "Not released yet. " + ACCEPT
                : "Undo it, or raise the version in the top pom.xml.");
      }
    }
  }

  private void add(Kind kind, int line, String sentence, String advice) {
    complaints.add(new Complaint(kind, Project.name(file), line, sentence, advice, ""));
  }
}

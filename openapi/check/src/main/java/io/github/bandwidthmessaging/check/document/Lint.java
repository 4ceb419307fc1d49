package io.github.bandwidthmessaging.check.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.bandwidthmessaging.check.node.NodeModules;
import io.github.bandwidthmessaging.check.node.SetupException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Redocly CLI with the rules of {@code openapi/redocly.yaml}. */
public final class Lint {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path RULES = Document.FILE.resolveSibling("redocly.yaml");

  /** What is wrong with a document, by its file's name, and where as a JSON pointer. */
  public record Problem(String document, String rule, String message, String pointer) {
    @Override
    public String toString() {
      return rule + ": " + message + " " + pointer;
    }
  }

  private Lint() {}

  /** Lints documents, all in one process. */
  public static List<Problem> problems(List<Path> documents) {
    List<String> command = new ArrayList<>(List.of("node"));
    command.add(NodeModules.installed().resolve("@redocly/cli/bin/cli.js").toString());
    command.addAll(List.of("lint", "--format=json", "--max-problems=1000"));
    command.addAll(List.of("--config=" + RULES, "--lint-config=error"));
    documents.forEach(document -> command.add(document.toString()));
    try {
      Path output = Files.createTempFile("lint", ".json");
      Path log = Files.createTempFile("lint", ".log");
      try {
        ProcessBuilder builder =
            new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(log.toFile());
        builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
        builder.environment().put("REDOCLY_TELEMETRY", "off");
        Process process = builder.start();
        try {
          if (!process.waitFor(120, SECONDS)) {
            throw new SetupException("Redocly did not finish.", Files.readString(log));
          }
          List<Problem> problems = new ArrayList<>();
          if (read(Files.readString(output, UTF_8), problems) != documents.size()
              || process.exitValue() != (problems.isEmpty() ? 0 : 1)) {
            throw new SetupException("Redocly " + reason(Files.readString(log)));
          }
          return problems;
        } finally {
          process.destroyForcibly();
        }
      } finally {
        Files.delete(output);
        Files.delete(log);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SetupException("Interrupted while linting.");
    }
  }

  /** Returns the reason from what Redocly prints about itself and the document. */
  private static String reason(String log) {
    List<String> lines = log.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return lines.stream()
        .filter(line -> line.startsWith("- "))
        .findFirst()
        .map(line -> "cannot read it: " + line.substring(2).replaceAll(" in \"[^\"]*\"", ""))
        .orElse("failed: " + (lines.isEmpty() ? "no output" : lines.get(lines.size() - 1)));
  }

  /** Reads concatenated JSON, one value for each document, and returns how many. */
  private static int read(String json, List<Problem> problems) throws IOException {
    int reports = 0;
    try (MappingIterator<JsonNode> texts = JSON.readerFor(JsonNode.class).readValues(json)) {
      for (; texts.hasNextValue(); reports++) {
        for (JsonNode problem : texts.nextValue().path("problems")) {
          JsonNode location = problem.path("location").path(0);
          problems.add(
              new Problem(
                  Path.of(location.path("source").path("ref").asText()).getFileName().toString(),
                  problem.path("ruleId").asText(),
                  problem.path("message").asText(),
                  location.path("pointer").asText()));
        }
      }
    }
    return reports;
  }
}

package io.github.bandwidthmessaging.check.documentation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaException;
import io.github.bandwidthmessaging.check.document.DocumentSchema;
import io.github.bandwidthmessaging.check.document.DocumentStatements;
import io.github.bandwidthmessaging.check.document.DocumentStatements.Statement;
import io.github.bandwidthmessaging.check.documentation.Transcription.Fact;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Validates messages by the schemas of a document: the documented examples, the document's own, and
 * probes at the documented limits.
 */
final class SchemaCheck {
  private static final String SCHEMAS = "#/components/schemas/";
  private static final String ROOT = "Root";

  /** Rejects everything, for a place that the document does not have. */
  private static final JsonNode NOTHING =
      JsonNodeFactory.instance.objectNode().set("not", JsonNodeFactory.instance.objectNode());

  /** What a schema wrongly accepts or rejects, and the part of the document. */
  record SchemaViolation(String sentence, Statement at) {}

  /** A schema in a document with only the schema and what it refers to. */
  private static final class Schema {
    private final JsonNode document;
    private @Nullable DocumentSchema validator;

    Schema(JsonNode document) {
      this.document = document;
    }

    synchronized List<String> violations(JsonNode value) {
      try {
        if (validator == null) {
          validator = new DocumentSchema(document, ROOT);
        }
        return validator.violations(value);
      } catch (JsonSchemaException | NullPointerException e) {
        // The second comes from a discriminator without propertyName.
        return List.of("no schema: " + e.getMessage());
      }
    }
  }

  private final List<Probe> probes;
  private final DocumentStatements statements;
  private final JsonNode document;
  private final Map<JsonNode, Schema> originals;
  private final Map<JsonNode, Schema> schemas = new HashMap<>();
  private final Map<String, Schema> roots = new HashMap<>();

  SchemaCheck(JsonNode document, List<Fact> facts) {
    this(document, DocumentStatements.of(document), Probe.of(facts), Map.of());
    probes.forEach(probe -> schemaOf(probe.root()));
  }

  private SchemaCheck(
      JsonNode document,
      DocumentStatements statements,
      List<Probe> probes,
      Map<JsonNode, Schema> originals) {
    this.document = document;
    this.statements = statements;
    this.probes = probes;
    this.originals = originals;
  }

  /** Returns a check of an edited document, which leaves out what the edit has not touched. */
  SchemaCheck of(JsonNode edited) {
    return new SchemaCheck(edited, statements.ofEdited(edited), probes, schemas);
  }

  DocumentStatements statements() {
    return statements;
  }

  /** Returns which of the document's examples break its schemas. */
  List<SchemaViolation> examples() {
    return statements.examples().stream()
        .filter(example -> isTouched(example.root()))
        .flatMap(
            example ->
                schemaOf(example.root()).violations(example.value()).stream()
                    .map(
                        words -> new SchemaViolation(example.place() + ": " + words, example.at())))
        .toList();
  }

  /** Returns which messages the document accepts and the documentation rejects, or the reverse. */
  Stream<SchemaViolation> probes() {
    return probes.stream()
        .filter(probe -> isTouched(probe.root()))
        .filter(probe -> !originals.containsValue(schemaOf(probe.root())))
        .flatMap(probe -> judge(probe).stream());
  }

  private boolean isTouched(String place) {
    return !statements.untouched().contains(DocumentStatements.operation(place));
  }

  private Optional<SchemaViolation> judge(Probe probe) {
    JsonNode schema = statements.schema(probe.root());
    List<String> violations = schemaOf(probe.root()).violations(probe.message());
    if (violations.isEmpty() == probe.valid()) {
      return Optional.empty();
    }
    String words =
        probe.valid()
            ? "documentation accepts it, document rejects it: " + violations
            : "documentation rejects it, document accepts it";
    return Optional.of(
        new SchemaViolation(probe.name() + ": " + words, new Statement("", schema, "")));
  }

  /** Returns the schema of a kind of message. */
  private Schema schemaOf(String place) {
    return roots.computeIfAbsent(
        place,
        root -> {
          JsonNode alone = alone(statements.schema(root));
          Schema original = originals.get(alone);
          return original != null ? original : schemas.computeIfAbsent(alone, Schema::new);
        });
  }

  private JsonNode alone(JsonNode schema) {
    JsonNode all = document.path("components").path("schemas");
    ObjectNode alone = JsonNodeFactory.instance.objectNode();
    ObjectNode some = alone.putObject("components").putObject("schemas");
    some.set(ROOT, schema.isMissingNode() ? NOTHING : schema);
    Deque<String> open = new ArrayDeque<>(schema.findValuesAsText("$ref"));
    while (!open.isEmpty()) {
      String next = open.remove().replace(SCHEMAS, "");
      if (!some.has(next) && all.has(next)) {
        some.set(next, all.path(next));
        open.addAll(all.path(next).findValuesAsText("$ref"));
      }
    }
    return alone;
  }
}

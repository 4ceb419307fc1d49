package io.github.bandwidthmessaging.check.documentation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.bandwidthmessaging.check.document.DocumentStatements.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a document and its sources disagree, as a reviewer would put it.
 *
 * @param aspect what of the place it is about, empty if about the place as a whole
 * @param value what the document says of the aspect
 * @param alsoAt the other places that are wrong by the same line
 * @param where the statement of the document, or else one next to it; null if there is none
 */
public record Disagreement(
    Kind kind,
    String place,
    String aspect,
    String value,
    String sentence,
    List<String> alsoAt,
    @Nullable Statement where) {
  /** What is wrong, the most important first. */
  public enum Kind {
    /** A source says something else. */
    CONTRADICTED,
    /** A source has it; the document does not. */
    MISSING,
    /** The document has it; no source does. */
    UNSOURCED,
    /** A description lacks a sentence of {@code words.yaml}. */
    WORDS
  }

  /** The aspect of what a description says beyond the keywords. */
  static final String IN_WORDS = "words";

  private record Reason(Kind kind, String sentence, int object, String keyword) {}

  /** Returns what two disagreements over one mistake share: the sentence and the line. */
  Object reason() {
    JsonNode object = where == null ? MissingNode.getInstance() : where.object();
    // Equal objects that are written twice are two mistakes.
    return new Reason(
        kind,
        object.isMissingNode() ? place + sentence : name() + sentence,
        System.identityHashCode(object),
        where == null ? "" : where.keyword());
  }

  /** Things missing in one object of the document differ only by name. */
  private String name() {
    return kind == Kind.MISSING ? place.substring(place.lastIndexOf('.') + 1) : "";
  }

  /** Whether it is about a sentence, whose sources are in {@code words.yaml}. */
  public boolean isInWords() {
    return aspect.equals(IN_WORDS);
  }

  Disagreement alsoAt(List<Disagreement> others) {
    return new Disagreement(
        kind,
        place,
        aspect,
        value,
        sentence,
        others.stream().map(Disagreement::place).toList(),
        where);
  }

  @Override
  public String toString() {
    return place
        + ": "
        + sentence
        + switch (alsoAt.size()) {
          case 0 -> "";
          case 1 -> " (also at " + alsoAt.get(0) + ")";
          default -> " (also at %s and %d more)".formatted(alsoAt.get(0), alsoAt.size() - 1);
        };
  }
}

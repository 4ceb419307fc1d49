package io.github.bandwidthmessaging.check.documentation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bandwidthmessaging.check.document.DocumentSchema;
import io.github.bandwidthmessaging.check.document.DocumentStatements;
import io.github.bandwidthmessaging.check.document.DocumentStatements.Statement;
import io.github.bandwidthmessaging.check.documentation.Disagreement.Kind;
import io.github.bandwidthmessaging.check.documentation.Transcription.Fact;
import io.github.bandwidthmessaging.check.documentation.Transcription.Format;
import io.github.bandwidthmessaging.check.report.ContractResults;
import io.github.bandwidthmessaging.check.report.ContractResults.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares documents with the transcribed documentation, both ways: what a source says must be in
 * the document, and what the document says must have a source.
 */
public final class DocumentationCheck {
  private static final Map<String, Format> FORMATS = Transcription.formats();
  private static final Pattern OR = Pattern.compile(" or ");
  private static final Pattern COMMA = Pattern.compile(", ");

  /** The aspect of a broken reference; other errors there follow from it. */
  private static final String NOTHING = "reference";

  /** Aspects whose value is a list in any order. */
  private static final Set<String> LISTS =
      Set.of("values", "known content types", "needs one of", "needs exactly one of");

  private final List<Fact> facts;
  private final Map<String, Map<String, List<Fact>>> known;

  /** The places by operation. */
  private final Map<String, List<String>> operations;

  /** What all facts of a place and aspect agree on, which is most. */
  private final Map<String, Map<String, String>> agreed;

  private final Set<String> printed;

  /** Patterns that were found correct, with their places; the same ones are checked again. */
  private final Set<String> rightPatterns = ConcurrentHashMap.newKeySet();

  private final @Nullable Wording wording;

  DocumentationCheck(List<Fact> facts) {
    this(facts, null);
  }

  DocumentationCheck(List<Fact> facts, @Nullable Wording wording) {
    this.facts = facts;
    this.wording = wording;
    List<Fact> all = Facts.withReferences(facts);
    known = byPlace(all);
    operations =
        known.keySet().stream()
            .collect(groupingBy(DocumentStatements::operation, LinkedHashMap::new, toList()));
    agreed = agreed(known);
    printed = printed(all);
  }

  private static Map<String, Map<String, String>> agreed(
      Map<String, Map<String, List<Fact>>> known) {
    Map<String, Map<String, String>> agreed = new HashMap<>();
    known.forEach(
        (place, aspects) -> {
          Map<String, String> values = agreed.computeIfAbsent(place, name -> new HashMap<>());
          aspects.forEach(
              (aspect, facts) -> {
                Set<String> said =
                    facts.stream()
                        .map(
                            fact ->
                                aspect.equals("format")
                                    ? format(fact.value()).keyword()
                                    : fact.value())
                        .collect(toSet());
                if (said.size() == 1 && !said.contains("")) {
                  values.put(aspect, said.iterator().next());
                }
              });
        });
    return agreed;
  }

  /** Returns a check against all that is transcribed. */
  public static DocumentationCheck ofTranscription() {
    return ofTranscription(Additions.OF_PROJECT);
  }

  /** Returns a check against all that is transcribed, with other additions. */
  public static DocumentationCheck ofTranscription(Additions additions) {
    return new DocumentationCheck(Facts.transcribed(additions.json()), Wording.of(additions));
  }

  /** Returns what the sources say, by place and aspect. */
  Map<String, Map<String, List<Fact>>> known() {
    return known;
  }

  /** Returns a check with more facts, such as those still to be written down. */
  DocumentationCheck with(List<Fact> more) {
    return new DocumentationCheck(Stream.concat(facts.stream(), more.stream()).toList(), wording);
  }

  /**
   * Returns where a document and the sources disagree, without consequences of other disagreements.
   */
  public List<Disagreement> disagreements(JsonNode document) {
    return disagreements(DocumentStatements.of(document));
  }

  List<Disagreement> disagreements(DocumentStatements statements) {
    return new Comparison(statements).disagreements();
  }

  /** Returns whether there is any disagreement, without looking for the others. */
  boolean disagrees(DocumentStatements statements) {
    return new Comparison(statements).findsAny();
  }

  /** Writes what both sides say at each place. */
  public void writeResults(JsonNode document, List<Disagreement> disagreements) {
    Map<String, Map<String, Statement>> said = DocumentStatements.of(document).places();
    Map<String, List<Disagreement>> wrong =
        disagreements.stream()
            .collect(groupingBy(Disagreement::place, LinkedHashMap::new, toList()));
    Set<String> names = new LinkedHashSet<>(known.keySet());
    names.addAll(wrong.keySet());
    List<Row> rows =
        names.stream()
            .map(
                place ->
                    row(
                        place,
                        known.getOrDefault(place, Map.of()),
                        said.getOrDefault(place, Map.of()),
                        wrong.getOrDefault(place, List.of())))
            .toList();
    long all = known.values().stream().mapToInt(Map::size).sum();
    ContractResults.write(
        "facts",
        "Documentation and document",
        "%d facts at %d places, %d disagreements"
            .formatted(all, known.size(), disagreements.size()),
        List.of("sources say", "document says", "source"),
        rows);
  }

  /** The aspects are in the same order in both columns. */
  private static Row row(
      String place,
      Map<String, List<Fact>> aspects,
      Map<String, Statement> statements,
      List<Disagreement> wrong) {
    Set<String> order = new TreeSet<>(aspects.keySet());
    order.addAll(statements.keySet());
    List<String> cells =
        List.of(
            order.stream()
                .filter(aspects::containsKey)
                .map(
                    aspect ->
                        aspect
                            + " "
                            + aspects.getOrDefault(aspect, List.of()).stream()
                                .map(Fact::value)
                                .distinct()
                                .collect(joining(" or ")))
                .collect(joining("; ")),
            order.stream()
                .filter(statements::containsKey)
                .map(aspect -> aspect + " " + statements.get(aspect))
                .collect(joining("; ")),
            aspects.values().stream()
                .flatMap(List::stream)
                .map(Fact::source)
                .distinct()
                .collect(joining("; ")));
    String reason = wrong.stream().map(Disagreement::sentence).collect(joining("; "));
    return new Row(place, cells, wrong.isEmpty(), reason);
  }

  static Map<String, Map<String, List<Fact>>> byPlace(List<Fact> facts) {
    return facts.stream()
        .collect(
            groupingBy(
                Fact::place,
                LinkedHashMap::new,
                groupingBy(Fact::aspect, LinkedHashMap::new, toList())));
  }

  /** The format of a name; one without a description is a keyword of OpenAPI. */
  static Format format(String name) {
    return FORMATS.getOrDefault(name, new Format(name, List.of(), List.of()));
  }

  private final class Comparison {
    private final DocumentStatements document;
    private final Map<String, Map<String, Statement>> said;
    private final List<Disagreement> found = new ArrayList<>();

    Comparison(DocumentStatements document) {
      this.document = document;
      said = document.places();
    }

    /** The comparisons, one after the other; each adds what it finds. */
    private Stream<Runnable> steps() {
      Stream<Runnable> places =
          operations.entrySet().stream()
              .filter(entry -> !document.untouched().contains(entry.getKey()))
              .flatMap(entry -> entry.getValue().stream())
              .map(place -> () -> comparePlace(place, known.getOrDefault(place, Map.of())));
      Stream<Runnable> others =
          Stream.of(() -> said.forEach(this::findUnsourcedPlace), this::compareWording);
      return Stream.concat(places, others);
    }

    boolean findsAny() {
      return steps()
          .anyMatch(
              step -> {
                step.run();
                return !found.isEmpty();
              });
    }

    private void compareWording() {
      if (wording != null) {
        found.addAll(wording.disagreements(document));
      }
    }

    List<Disagreement> disagreements() {
      steps().forEach(Runnable::run);
      // A schema that is used in many places is reported once.
      Map<Object, List<Disagreement>> reasons =
          found.stream().collect(groupingBy(Disagreement::reason, LinkedHashMap::new, toList()));
      return reasons.values().stream()
          .map(same -> same.get(0).alsoAt(same.subList(1, same.size())))
          .toList();
    }

    private void comparePlace(String place, Map<String, List<Fact>> aspects) {
      if (document.hasReferenceToNothing() && isInside(place, this::isReferenceToNothing)) {
        return;
      }
      Map<String, Statement> statements = said.get(place);
      if (statements == null) {
        if (!isInside(place, parent -> known.containsKey(parent) && !said.containsKey(parent))) {
          List<Fact> facts = aspects.values().iterator().next();
          add(Kind.MISSING, place, "", "", sources(facts) + " has it, document does not");
        }
        return;
      }
      if (document.hasReferenceToNothing() && isReferenceToNothing(place)) {
        addUnsourced(place, NOTHING, String.valueOf(statements.get(NOTHING)));
        return;
      }
      Map<String, String> values = agreed.getOrDefault(place, Map.of());
      aspects.forEach(
          (aspect, facts) -> {
            Statement statement = statements.get(aspect);
            if (statement == null || !statement.value().equals(values.get(aspect))) {
              compareAspect(place, aspect, facts, statement, statements);
            }
          });
      statements.forEach(
          (aspect, statement) -> {
            if (!isKnown(place, aspect, statement.value(), aspects)) {
              addUnsourced(place, aspect, statement.value());
            }
          });
    }

    private boolean isReferenceToNothing(String place) {
      return said.getOrDefault(place, Map.of()).containsKey(NOTHING);
    }

    private void findUnsourcedPlace(String place, Map<String, Statement> statements) {
      if (!known.containsKey(place)
          && !isInside(place, parent -> said.containsKey(parent) && !known.containsKey(parent))) {
        add(Kind.UNSOURCED, place, "", "", "document has it, no source does");
      }
    }

    private void compareAspect(
        String place,
        String aspect,
        List<Fact> facts,
        @Nullable Statement statement,
        Map<String, Statement> statements) {
      if (aspect.equals("example")) {
        return;
      }
      Set<String> expected = values(aspect, facts.stream().map(Fact::value));
      if (aspect.equals("format")) {
        List<Format> formats = expected.stream().map(DocumentationCheck::format).toList();
        if (formats.stream().anyMatch(format -> format.keyword().isEmpty())) {
          comparePattern(place, facts, statements.get("pattern"));
          return;
        }
        expected = values(aspect, formats.stream().map(Format::keyword));
      }
      if (statement == null) {
        add(Kind.CONTRADICTED, place, aspect, "", claim(aspect, facts) + ", document says nothing");
        return;
      }
      Set<String> actual = values(aspect, Stream.of(statement.value()));
      Set<String> more = new TreeSet<>(actual);
      more.removeAll(expected);
      if (LISTS.contains(aspect) && actual.containsAll(expected)) {
        if (!more.isEmpty()) {
          addUnsourced(place, aspect, String.join(", ", more));
        }
      } else if (!actual.equals(expected)) {
        add(
            Kind.CONTRADICTED,
            place,
            aspect,
            statement.value(),
            claim(aspect, facts) + ", document says " + statement.value());
      }
    }

    /** A pattern must accept what any of the formats accepts, and reject what else they reject. */
    private void comparePattern(String place, List<Fact> facts, @Nullable Statement pattern) {
      if (pattern == null) {
        add(Kind.CONTRADICTED, place, "", "", claim("format", facts) + ", document says nothing");
        return;
      }
      if (rightPatterns.contains(place + " " + pattern.value())) {
        return;
      }
      int before = found.size();
      try {
        Predicate<String> takes = DocumentSchema.pattern(pattern.value()).asPredicate();
        Set<String> taken =
            facts.stream().flatMap(fact -> format(fact.value()).takes().stream()).collect(toSet());
        for (Fact fact : facts) {
          Format format = format(fact.value());
          List<String> refused = format.takes().stream().filter(takes.negate()).toList();
          List<String> wronglyTaken =
              format.refuses().stream()
                  .filter(takes)
                  .filter(text -> !taken.contains(text))
                  .toList();
          if (!refused.isEmpty()) {
            addPattern(place, pattern, claim("format", List.of(fact)), "refuses " + refused);
          }
          if (!wronglyTaken.isEmpty()) {
            addPattern(place, pattern, claim("format", List.of(fact)), "takes " + wronglyTaken);
          }
        }
        if (found.size() == before) {
          rightPatterns.add(place + " " + pattern.value());
        }
      } catch (PatternSyntaxException e) {
        add(
            Kind.CONTRADICTED,
            place,
            "pattern",
            pattern.value(),
            "document's pattern is invalid: " + e.getDescription());
      }
    }

    private void addPattern(String place, Statement pattern, String claim, String what) {
      add(
          Kind.CONTRADICTED,
          place,
          "pattern",
          pattern.value(),
          claim + ", document's pattern " + what);
    }

    private void addUnsourced(String place, String aspect, String value) {
      add(
          Kind.UNSOURCED,
          place,
          aspect,
          value,
          "document says %s %s, no source does".formatted(aspect, value));
    }

    private void add(Kind kind, String place, String aspect, String value, String sentence) {
      found.add(
          new Disagreement(kind, place, aspect, value, sentence, List.of(), where(place, aspect)));
    }

    /** Returns the statement, or one next to it. */
    private @Nullable Statement where(String place, String aspect) {
      for (String at = place; !at.isEmpty(); at = parent(at)) {
        if (!at.equals(place) && document.schema(at).has("properties")) {
          return new Statement("", document.schema(at), "properties");
        }
        Map<String, Statement> statements = said.get(at);
        if (statements != null) {
          Statement statement = statements.get(aspect);
          JsonNode schema = document.schema(at);
          return statement != null
              ? statement
              : schema.isMissingNode()
                  ? statements.values().iterator().next()
                  : new Statement("", schema, "");
        }
      }
      return null;
    }
  }

  private boolean isKnown(
      String place, String aspect, String value, Map<String, List<Fact>> aspects) {
    return switch (aspect) {
      case "example" -> isPrinted(place, value);
      case "format" ->
          aspects.getOrDefault(aspect, List.of()).stream()
              .anyMatch(fact -> !format(fact.value()).keyword().isEmpty());
      case "mandatory" -> value.equals("no") || aspects.containsKey(aspect);
      case "pattern" ->
          aspects.containsKey(aspect)
              || aspects.getOrDefault("format", List.of()).stream()
                  .anyMatch(fact -> format(fact.value()).keyword().isEmpty());
      default -> aspects.containsKey(aspect);
    };
  }

  /** Returns whether a source gives this value as an example, alone or within a message. */
  private boolean isPrinted(String place, String value) {
    String parameter = place.replace("[]", "");
    String field = parameter.substring(parameter.lastIndexOf('.') + 1);
    return printed.contains(parameter + " " + value) || printed.contains(field + " " + value);
  }

  private static Set<String> printed(List<Fact> facts) {
    return facts.stream()
        .filter(fact -> fact.aspect().equals("example") || fact.place().contains(" example "))
        .map(
            fact ->
                (fact.aspect().equals("example") ? fact.place() : fact.aspect())
                        .replaceAll("\\[\\d*]", "")
                    + " "
                    + fact.value())
        .collect(toSet());
  }

  /** Returns {@code page says max 1024}, or for several sources what each says. */
  private static String claim(String aspect, List<Fact> facts) {
    Map<String, List<String>> values =
        facts.stream()
            .distinct()
            .collect(
                groupingBy(
                    DocumentationCheck::speaker,
                    LinkedHashMap::new,
                    mapping(Fact::value, toList())));
    return values.entrySet().stream()
        .map(
            entry ->
                entry.getKey() + " says " + aspect + " " + String.join(" or ", entry.getValue()))
        .collect(joining(", "));
  }

  private static String sources(List<Fact> facts) {
    return facts.stream().map(DocumentationCheck::speaker).distinct().collect(joining(", "));
  }

  private static String speaker(Fact fact) {
    return fact.source().startsWith("Ours: ") ? "our list of additions" : fact.source();
  }

  private static Set<String> values(String aspect, Stream<String> values) {
    return values
        .flatMap(OR::splitAsStream)
        .flatMap(value -> LISTS.contains(aspect) ? COMMA.splitAsStream(value) : Stream.of(value))
        .collect(toCollection(TreeSet::new));
  }

  private static boolean isInside(String place, Predicate<String> missing) {
    for (String parent = parent(place); !parent.isEmpty(); parent = parent(parent)) {
      if (missing.test(parent)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the place around another, empty for none. */
  private static String parent(String place) {
    for (int end = place.length() - 1; end > 0; end--) {
      if (Facts.SEPARATORS.indexOf(place.charAt(end)) >= 0) {
        return place.substring(0, end);
      }
    }
    return "";
  }
}

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
import io.github.bandwidthmessaging.check.documentation.Transcription.Fact;
import io.github.bandwidthmessaging.check.documentation.Transcription.Format;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds a document against the transcribed documentation, both ways: what a source says has to be
 * in the document, and what the document says has to have a source.
 */
final class DocumentationCheck {
  private static final Map<String, Map<String, List<Fact>>> KNOWN = known();
  private static final Map<String, Format> FORMATS = Transcription.formats();
  private static final Set<String> PRINTED = printed();
  private static final Pattern OR = Pattern.compile(" or ");

  /** Where a document and its sources part, as a reviewer would put it. */
  record Disagreement(String place, String sentence) {
    @Override
    public String toString() {
      return place + ": " + sentence;
    }
  }

  private final Map<String, Map<String, String>> said;
  private final List<Disagreement> disagreements = new ArrayList<>();

  private DocumentationCheck(Map<String, Map<String, String>> said) {
    this.said = said;
  }

  static List<Disagreement> disagreements(JsonNode document) {
    DocumentationCheck check = new DocumentationCheck(DocumentStatements.of(document));
    KNOWN.forEach(check::comparePlace);
    check.findUnsourcedPlaces();
    return check.disagreements;
  }

  /** What the sources say, by place and aspect, without what the document leaves out. */
  static Map<String, Map<String, List<Fact>>> known() {
    Set<String> leftOut =
        Transcription.leftOut().stream()
            .map(fact -> fact.place() + " " + fact.aspect())
            .collect(toSet());
    return Stream.concat(Transcription.ofPage().stream(), Transcription.ofOtherSources().stream())
        .filter(fact -> !leftOut.contains(fact.place() + " " + fact.aspect()))
        .collect(
            groupingBy(
                Fact::place,
                LinkedHashMap::new,
                groupingBy(Fact::aspect, LinkedHashMap::new, toList())));
  }

  private void comparePlace(String place, Map<String, List<Fact>> aspects) {
    Map<String, String> statements = said.get(place);
    if (statements == null) {
      if (!isInside(place, parent -> KNOWN.containsKey(parent) && !said.containsKey(parent))) {
        List<Fact> facts = aspects.values().iterator().next();
        add(place, sources(facts) + " has it, document does not");
      }
      return;
    }
    aspects.forEach((aspect, facts) -> compareAspect(place, aspect, facts, statements));
    statements.forEach(
        (aspect, value) -> {
          if (!isKnown(place, aspect, value, aspects)) {
            add(place, "document says " + aspect + " " + value + ", no source does");
          }
        });
  }

  private void findUnsourcedPlaces() {
    for (String place : said.keySet()) {
      if (!KNOWN.containsKey(place)
          && !isInside(place, parent -> said.containsKey(parent) && !KNOWN.containsKey(parent))) {
        add(place, "document has it, no source does");
      }
    }
  }

  private void compareAspect(
      String place, String aspect, List<Fact> facts, Map<String, String> statements) {
    if (aspect.equals("example")) {
      return;
    }
    Set<String> names = alternatives(facts.stream().map(Fact::value));
    Set<String> expected = names;
    String value = statements.get(aspect);
    if (aspect.equals("format")) {
      List<Format> formats = names.stream().map(DocumentationCheck::format).toList();
      if (formats.stream().anyMatch(format -> format.keyword().isEmpty())) {
        comparePattern(place, facts, statements.get("pattern"));
        return;
      }
      expected = alternatives(formats.stream().map(Format::keyword));
    }
    if (value == null || !alternatives(Stream.of(value)).equals(expected)) {
      add(place, claim(aspect, facts) + ", document says " + (value == null ? "nothing" : value));
    }
  }

  /** A pattern has to take what any of the formats takes, and to refuse what else they refuse. */
  private void comparePattern(String place, List<Fact> facts, @Nullable String regex) {
    if (regex == null) {
      add(place, claim("format", facts) + ", document says nothing");
      return;
    }
    try {
      Predicate<String> takes = DocumentSchema.pattern(regex).asPredicate();
      Set<String> taken =
          facts.stream().flatMap(fact -> format(fact.value()).takes().stream()).collect(toSet());
      for (Fact fact : facts) {
        Format format = format(fact.value());
        List<String> refused = format.takes().stream().filter(takes.negate()).toList();
        List<String> wronglyTaken =
            format.refuses().stream().filter(takes).filter(text -> !taken.contains(text)).toList();
        if (!refused.isEmpty()) {
          add(place, claim("format", List.of(fact)) + ", document's pattern refuses " + refused);
        }
        if (!wronglyTaken.isEmpty()) {
          add(place, claim("format", List.of(fact)) + ", document's pattern takes " + wronglyTaken);
        }
      }
    } catch (PatternSyntaxException e) {
      add(place, "document's pattern is none: " + e.getDescription());
    }
  }

  private static boolean isKnown(
      String place, String aspect, String value, Map<String, List<Fact>> aspects) {
    return switch (aspect) {
      case "example" -> isPrinted(place, value);
      case "mandatory" -> value.equals("no") || aspects.containsKey(aspect);
      case "pattern" ->
          aspects.getOrDefault("format", List.of()).stream()
              .anyMatch(fact -> format(fact.value()).keyword().isEmpty());
      default -> aspects.containsKey(aspect);
    };
  }

  /** Tells whether a source gives this value as an example, by itself or within a message. */
  private static boolean isPrinted(String place, String value) {
    String parameter = place.replace("[]", "");
    String field = parameter.substring(parameter.lastIndexOf('.') + 1);
    return PRINTED.contains(parameter + " " + value) || PRINTED.contains(field + " " + value);
  }

  private static Set<String> printed() {
    return KNOWN.values().stream()
        .flatMap(aspects -> aspects.values().stream())
        .flatMap(List::stream)
        .filter(fact -> fact.aspect().equals("example") || fact.place().contains(" example "))
        .map(
            fact ->
                (fact.aspect().equals("example") ? fact.place() : fact.aspect())
                        .replaceAll("\\[\\d*]", "")
                    + " "
                    + fact.value())
        .collect(toSet());
  }

  /** Says {@code page says max 1024}, or for several sources what each says. */
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

  private static Set<String> alternatives(Stream<String> values) {
    return values.flatMap(OR::splitAsStream).collect(toCollection(TreeSet::new));
  }

  private static boolean isInside(String place, Predicate<String> missing) {
    for (int end = place.length() - 1; end > 0; end--) {
      if (".[/ ".indexOf(place.charAt(end)) >= 0 && missing.test(place.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  static Format format(String name) {
    return Objects.requireNonNull(FORMATS.get(name), () -> name + " is not in formats.yaml");
  }

  private void add(String place, String sentence) {
    disagreements.add(new Disagreement(place, sentence));
  }
}

package io.github.bandwidthmessaging.check.documentation;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bandwidthmessaging.check.documentation.Transcription.Fact;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The facts of all sources, including those that one place takes from another. */
final class Facts {
  /** The separators between the name of a place and what is inside it. */
  static final String SEPARATORS = ".[/ ";

  static final String REFERENCE = "same as";

  private Facts() {}

  /** Returns what the sources say, without what the document omits. */
  static List<Fact> transcribed() {
    return transcribed(Additions.OF_PROJECT.json());
  }

  static List<Fact> transcribed(JsonNode additions) {
    Set<String> leftOut =
        Transcription.leftOut(additions).stream()
            .map(fact -> fact.place() + " " + fact.aspect())
            .collect(toSet());
    return Stream.concat(
            Transcription.ofPage().stream(), Transcription.ofOtherSources(additions).stream())
        .filter(fact -> !leftOut.contains(fact.place() + " " + fact.aspect()))
        .toList();
  }

  /** Returns facts with those of the places that others are {@code same as}. */
  static List<Fact> withReferences(List<Fact> facts) {
    Set<Fact> all = new LinkedHashSet<>(facts);
    List<Fact> moved = new ArrayList<>();
    do {
      moved.clear();
      for (Fact reference : all) {
        if (reference.aspect().equals(REFERENCE) && !isInside(reference, reference.value())) {
          all.stream()
              .filter(fact -> isInside(fact, reference.value()))
              .map(fact -> moved(fact, reference.value(), reference.place()))
              .forEach(moved::add);
        }
      }
    } while (all.addAll(moved));
    return all.stream()
        .filter(fact -> !fact.aspect().equals(REFERENCE) || isInside(fact, fact.value()))
        .toList();
  }

  /** Returns the same of another place, a reference to within included. */
  private static Fact moved(Fact fact, String from, String to) {
    boolean within = fact.aspect().equals(REFERENCE) && isInside(fact.value(), from);
    return new Fact(
        to + fact.place().substring(from.length()),
        fact.aspect(),
        within ? to + fact.value().substring(from.length()) : fact.value(),
        fact.source());
  }

  private static boolean isInside(Fact fact, String place) {
    return isInside(fact.place(), place);
  }

  /** Whether a place is another one or inside it. */
  static boolean isInside(String inner, String place) {
    return inner.startsWith(place)
        && (inner.length() == place.length()
            || SEPARATORS.indexOf(inner.charAt(place.length())) >= 0);
  }
}

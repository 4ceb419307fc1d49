package io.github.bandwidthmessaging.check.documentation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bandwidthmessaging.check.document.DocumentStatements;
import io.github.bandwidthmessaging.check.documentation.Transcription.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Facts of which a document has each, as if the documentation page said all of it. */
public final class SampleFacts {
  /** The patterns of the document, by the formats that the documentation names. */
  private static final Map<String, List<String>> FORMATS =
      Map.of(
          "createMessage.request.from", List.of("E.164", "short code", "sender name"),
          "createMessage.request.to", List.of("E.164"),
          "createMessage.request.to[]", List.of("E.164"));

  private SampleFacts() {}

  /** Returns a check against what a document says. */
  public static DocumentationCheck check(JsonNode document) {
    return new DocumentationCheck(of(DocumentStatements.of(document)));
  }

  /** Returns a check against what a document and some additions say. */
  public static DocumentationCheck check(JsonNode document, Additions additions) {
    List<Fact> facts = new ArrayList<>(of(DocumentStatements.of(document)));
    facts.addAll(Transcription.ofAdditions(additions.json()));
    Set<String> operations = Set.of("createMessage", "receiveMessageEvents");
    return new DocumentationCheck(
        facts, new Wording(Wording.of(additions).sentences(), operations));
  }

  static List<Fact> of(DocumentStatements statements) {
    List<Fact> facts = new ArrayList<>();
    statements
        .places()
        .forEach(
            (place, aspects) ->
                aspects.forEach(
                    (aspect, statement) -> {
                      if (aspect.equals("pattern") && FORMATS.containsKey(place)) {
                        FORMATS
                            .getOrDefault(place, List.of())
                            .forEach(format -> facts.add(page(place, "format", format)));
                      } else if (aspect.equals("format") && statement.value().equals("date-time")) {
                        facts.add(page(place, "format", "RFC-3339"));
                      } else {
                        for (String value : statement.value().split(" or ", -1)) {
                          facts.add(page(place, aspect, value));
                        }
                      }
                    }));
    return facts;
  }

  private static Fact page(String place, String aspect, String value) {
    return new Fact(place, aspect, value, Transcription.PAGE);
  }
}

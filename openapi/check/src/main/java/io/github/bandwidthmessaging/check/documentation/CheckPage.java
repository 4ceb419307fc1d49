package io.github.bandwidthmessaging.check.documentation;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells what a saved copy of the documentation page says otherwise than its transcription. */
public final class CheckPage {
  private final Map<String, Map<String, String>> transcribed;
  private final SavedPage page;
  private final List<String> changes = new ArrayList<>();

  private CheckPage(JsonNode transcription, SavedPage page) {
    this.transcribed = transcribed(transcription);
    this.page = page;
  }

  /**
   * Reads the file that the system property {@code page} names and, unless it says what its
   * transcription says, ends the JVM with exit code 1.
   *
   * @param args none
   */
  public static void main(String[] args) {
    int exitCode = run(System.getProperty("page"), System.out, System.err);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  /** Returns the exit code. */
  static int run(@Nullable String file, PrintStream out, PrintStream err) {
    if (file == null) {
      err.println("Name a saved copy of the documentation page, as text or HTML: -Dpage=FILE.");
      return 1;
    }
    try {
      List<String> changes =
          changes(Files.readString(Path.of(file)), Transcription.yaml("page.yaml"));
      if (changes.isEmpty()) {
        out.println("The page says what its transcription says.");
        return 0;
      }
      err.println("The page has changed since it was transcribed:");
      changes.forEach(change -> err.println("  " + change));
      return 1;
    } catch (IOException e) {
      err.println(file + " cannot be read: " + e);
      return 1;
    }
  }

  /** What a page says otherwise than a transcription in the form of {@code page.yaml}. */
  static List<String> changes(String content, JsonNode transcription) {
    CheckPage check = new CheckPage(transcription, SavedPage.of(content));
    if (check.page.places().keySet().stream().noneMatch(place -> place.startsWith("request."))) {
      return List.of("This is no copy of the page: it has no table of supported parameters.");
    }
    check.compare();
    return check.changes;
  }

  private void compare() {
    transcribed.forEach(
        (place, before) -> {
          Map<String, String> now = page.places().get(place);
          if (now == null) {
            changes.add(place + ": no longer on the page");
          } else {
            compare(place, before, now);
          }
        });
    page.places()
        .forEach(
            (place, now) -> {
              if (!transcribed.containsKey(place)) {
                changes.add(place + ": new on the page, " + words(now));
              }
            });
  }

  private void compare(String place, Map<String, String> before, Map<String, String> now) {
    Stream.concat(before.keySet().stream(), now.keySet().stream())
        .distinct()
        .forEach(
            aspect -> {
              String was = before.getOrDefault(aspect, "");
              String is = now.getOrDefault(aspect, "");
              if (was.equals(is)) {
                return;
              }
              if (aspect.equals(SavedPage.SENTENCES)) {
                compareSentences(place, fingerprints(was), fingerprints(is));
              } else if (was.contains("\n")) {
                compareLines(place + " " + aspect, was.lines().toList(), is.lines().toList());
              } else if (aspect.equals("snippets")) {
                changes.add(place + ": the other languages changed (now snippets: " + is + ")");
              } else {
                changes.add(
                    "%s: %s was %s, page says %s"
                        .formatted(place, aspect, orNothing(was), orNothing(is)));
              }
            });
  }

  private void compareSentences(String place, List<String> before, List<String> now) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < Math.max(before.size(), now.size()); i++) {
      boolean gone = i < before.size() && !now.contains(before.get(i));
      boolean added = i < now.size() && !before.contains(now.get(i));
      String verb = gone && added ? "changed" : gone ? "is gone" : "is new";
      if (gone || added) {
        String words = added ? ": \"" + page.sentence(now.get(i)) + "\"" : "";
        parts.add("sentence " + (i + 1) + " " + verb + words);
      }
    }
    changes.add(
        place
            + ": description changed, "
            + (parts.isEmpty() ? "sentences in another order" : String.join(", ", parts))
            + " (now sentences: "
            + String.join(" ", now)
            + ")");
  }

  private void compareLines(String place, List<String> before, List<String> now) {
    int line = 0;
    while (line < before.size() && line < now.size() && before.get(line).equals(now.get(line))) {
      line++;
    }
    changes.add(
        "%s: line %d was %s, page says %s"
            .formatted(
                place,
                line + 1,
                line < before.size() ? before.get(line) : "nothing",
                line < now.size() ? now.get(line) : "nothing"));
  }

  private static List<String> fingerprints(String sentences) {
    return Stream.of(sentences.split(" ", -1)).filter(part -> !part.isEmpty()).toList();
  }

  private static String words(Map<String, String> aspects) {
    return aspects.entrySet().stream()
        .filter(aspect -> !aspect.getValue().contains("\n"))
        .map(aspect -> aspect.getKey() + " " + aspect.getValue())
        .collect(joining(", "));
  }

  private static String orNothing(String value) {
    return value.isEmpty() ? "nothing" : value;
  }

  /** A transcription in the terms of a saved page. */
  private static Map<String, Map<String, String>> transcribed(JsonNode page) {
    Map<String, Map<String, String>> places = new LinkedHashMap<>();
    Map<String, String> head = aspects(places, "page");
    Stream.of("title", "method", "url", "authentication")
        .forEach(aspect -> head.put(aspect, page.path(aspect).asText()));
    page.path("prose").properties().forEach(part -> put(places, part.getKey(), part.getValue()));
    for (String root : List.of("request", "response")) {
      page.path(root)
          .properties()
          .forEach(parameter -> put(places, root + "." + parameter.getKey(), parameter.getValue()));
    }
    int number = 0;
    for (DocumentedExample example : DocumentedExample.all()) {
      String place = "example " + ++number;
      put(places, place, page.path("examples").path(example.key()));
      Map<String, String> printed = aspects(places, place);
      printed.put("request", lines(example.printed("request.http")));
      printed.put("curl", lines(example.printed("request.curl")));
      printed.put("receipt", lines(example.printed("response.http")));
      printed.put("receipt after curl", lines(example.printed("response.http")));
    }
    return places;
  }

  private static void put(Map<String, Map<String, String>> places, String place, JsonNode aspects) {
    aspects
        .properties()
        .forEach(aspect -> aspects(places, place).put(aspect.getKey(), aspect.getValue().asText()));
  }

  private static Map<String, String> aspects(
      Map<String, Map<String, String>> places, String place) {
    return places.computeIfAbsent(place, name -> new LinkedHashMap<>());
  }

  private static String lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(joining("\n"));
  }
}

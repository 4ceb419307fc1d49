package io.github.bandwidthmessaging.check.documentation;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.bandwidthmessaging.check.documentation.SavedFile.NotACopyException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares a saved copy of the documentation page with its transcription, or a copy of another
 * cited source with what the data takes from it.
 */
public final class CheckPage {
  // The exit codes; 1 is Maven's own.
  static final int UNCHANGED = 0;
  static final int WORDING = 2;
  static final int FACTS = 3;
  static final int NOT_A_COPY = 4;

  /** The data has mistakes. */
  static final int MISTAKES = 5;

  private static final String SNIPPETS = "snippets";
  private static final Set<String> WORDS = Set.of("title", SavedPage.SENTENCES, SNIPPETS);

  /** What an example prints, and the file that has it. */
  private static final Map<String, String> PRINTED =
      Map.of(
          "request", "request.http",
          "curl", "request.curl",
          "receipt", "response.http",
          "receipt after curl", "response.http");

  private final String title;
  private final Map<String, Map<String, String>> transcribed;
  private final SavedPage page;
  private final Findings findings = new Findings();

  private CheckPage(JsonNode transcription, SavedFile file) {
    this.title = transcription.path("title").asText();
    this.transcribed = transcribed(transcription);
    this.page = SavedPage.of(file.text(), title);
  }

  /**
   * Compares the file that the system property {@code page} names and, unless nothing changed, ends
   * the JVM, Maven's included, with the exit code that says what did.
   *
   * @param args none
   */
  public static void main(String[] args) {
    int exitCode = run(System.getProperty("page"), System.out);
    System.out.flush();
    if (exitCode != UNCHANGED) {
      System.exit(exitCode);
    }
  }

  /** Returns the exit code. */
  static int run(@Nullable String file, PrintStream out) {
    if (file == null || file.isBlank()) {
      out.println("Name a saved copy of the documentation page or of another source: -Dpage=FILE.");
      return NOT_A_COPY;
    }
    List<DataMistake> mistakes = DataMistake.all();
    if (!mistakes.isEmpty()) {
      mistakes.forEach(out::println);
      return MISTAKES;
    }
    try {
      return report(file, SavedFile.read(Path.of(file)), out);
    } catch (NotACopyException e) {
      out.println(file + " " + e.getMessage() + ".");
    } catch (IOException | InvalidPathException e) {
      out.println(file + " cannot be read: " + e + ".");
    }
    return NOT_A_COPY;
  }

  private static int report(String name, SavedFile file, PrintStream out) throws NotACopyException {
    JsonNode transcription = Transcription.yaml("page.yaml");
    Findings findings = compare(file, transcription);
    String source =
        "\"%s\", %s"
            .formatted(
                transcription.path("title").asText(), transcription.path("address").asText());
    if (findings == null) {
      CitedSource cited = CitedSource.of(file).orElseThrow(file::notACopy);
      source = cited.name() + ", " + cited.address();
      findings = cited.compare(file);
    }
    out.println(name + " is a copy of " + source + ".");
    print("Facts changed", findings.facts(), out);
    print("Wording changed", findings.wording(), out);
    print("Not compared", findings.notCompared(), out);
    boolean factsChanged = !findings.facts().isEmpty();
    boolean wordingChanged = !findings.wording().isEmpty();
    int exitCode = factsChanged ? FACTS : wordingChanged ? WORDING : UNCHANGED;
    out.printf(
        "%s (exit code %d).%n",
        factsChanged ? "Facts changed" : wordingChanged ? "Only the wording changed" : "Unchanged",
        exitCode);
    return exitCode;
  }

  private static void print(String heading, List<String> lines, PrintStream out) {
    if (!lines.isEmpty()) {
      out.println(heading + ":");
      lines.forEach(line -> out.println("  " + line));
    }
  }

  /**
   * The differences of a copy of the page from a transcription in the form of {@code page.yaml};
   * null if the file is not a copy of the page.
   */
  static @Nullable Findings compare(SavedFile file, JsonNode transcription)
      throws NotACopyException {
    CheckPage check = new CheckPage(transcription, file);
    check.refuseCutOff(file);
    if (check.found().size() * 2 < check.transcribed.size()) {
      return null;
    }
    check.compare();
    return check.findings;
  }

  private Set<String> found() {
    return transcribed.keySet().stream().filter(page.places()::containsKey).collect(toSet());
  }

  /** Rejects a page whose end is missing: places, examples, or parts of the last example. */
  private void refuseCutOff(SavedFile file) throws NotACopyException {
    List<String> places =
        transcribed.keySet().stream().filter(place -> !place.startsWith("Notes on ")).toList();
    List<String> found = places.stream().filter(page.places()::containsKey).toList();
    boolean isOther = !page.title().equals(title) && found.size() * 2 < places.size();
    if (isOther || !places.subList(0, found.size()).equals(found)) {
      return;
    }
    List<Map<String, String>> examples = examples();
    boolean lastIsCut =
        !examples.isEmpty()
            && examples.get(0).keySet().stream()
                .anyMatch(not(examples.get(examples.size() - 1)::containsKey));
    if (examples.size() < page.announcedExamples()
        || examples.isEmpty()
        || lastIsCut
        || file.isCutOff()) {
      throw new NotACopyException(
          "is a copy of the page that is cut off in or after " + found.get(found.size() - 1));
    }
  }

  private List<Map<String, String>> examples() {
    return page.places().entrySet().stream()
        .filter(place -> place.getKey().startsWith("example "))
        .map(Map.Entry::getValue)
        .toList();
  }

  private void compare() {
    // Copying a page omits closed tabs.
    Set<String> closed =
        Stream.concat(PRINTED.keySet().stream(), Stream.of(SNIPPETS))
            .filter(
                aspect ->
                    examples().stream().filter(place -> place.containsKey(aspect)).count() < 2)
            .collect(toSet());
    if (closed.containsAll(Set.of("request", "curl"))) {
      closed.clear();
    }
    closed.stream()
        .sorted()
        .forEach(
            aspect ->
                findings
                    .notCompared()
                    .add("examples: " + aspect + ", which the copy lacks; save the page as HTML"));
    transcribed.forEach(
        (place, before) -> {
          Map<String, String> now = page.places().get(place);
          if (now == null) {
            add(place, before.keySet(), place + ": no longer on the page", "");
          } else {
            compare(place, before, now, closed);
          }
        });
    page.places()
        .forEach(
            (place, now) -> {
              if (!transcribed.containsKey(place)) {
                add(place, now.keySet(), place + ": new on the page, " + words(now), "");
              }
            });
  }

  private void compare(
      String place, Map<String, String> before, Map<String, String> now, Set<String> closed) {
    Stream.concat(before.keySet().stream(), now.keySet().stream())
        .distinct()
        .filter(not(closed::contains))
        .forEach(
            aspect -> {
              String was = before.getOrDefault(aspect, "");
              String is = now.getOrDefault(aspect, "");
              if (was.equals(is)) {
                return;
              }
              if (aspect.equals(SavedPage.SENTENCES)) {
                compareSentences(place, fingerprints(was), fingerprints(is));
              } else if (PRINTED.containsKey(aspect)) {
                compareLines(place, aspect, was.lines().toList(), is.lines().toList());
              } else {
                String changed = aspect.equals(SNIPPETS) ? "the other languages" : aspect;
                add(
                    place,
                    Set.of(aspect),
                    "%s: %s was %s, page says %s"
                        .formatted(place, changed, orNothing(was), orNothing(is)),
                    "." + aspect);
              }
            });
  }

  private void compareSentences(String place, List<String> before, List<String> now) {
    List<String> parts = new ArrayList<>();
    boolean number = false;
    for (int i = 0; i < Math.max(before.size(), now.size()); i++) {
      boolean gone = i < before.size() && !now.contains(before.get(i));
      boolean added = i < now.size() && !before.contains(now.get(i));
      String sentence = added ? page.sentence(now.get(i)) : "";
      number |= page.hasUnknownNumber(place, sentence);
      if (gone || added) {
        parts.add(
            "sentence %d%s%s"
                .formatted(
                    i + 1,
                    gone ? " was [" + before.get(i) + "]" : " is new",
                    added ? ", page says \"" + sentence + "\"" : ", is gone"));
      }
    }
    String complaint =
        place + ": " + (parts.isEmpty() ? "sentences in another order" : String.join("; ", parts));
    String target = ".sentences: " + String.join(" ", now);
    if (number) {
      add(place, Set.of("number"), complaint + " (a number that no fact covers)", target);
    } else {
      add(place, Set.of(SavedPage.SENTENCES), complaint, target);
    }
  }

  private void compareLines(String place, String aspect, List<String> before, List<String> now) {
    int line = 0;
    while (line < before.size() && line < now.size() && before.get(line).equals(now.get(line))) {
      line++;
    }
    String changed =
        "%s %s: line %d was %s, page says %s"
            .formatted(
                place,
                aspect,
                line + 1,
                line < before.size() ? before.get(line) : "nothing",
                line < now.size() ? now.get(line) : "nothing");
    findings.facts().add(changed + " -> " + key(place) + "/" + PRINTED.get(aspect));
  }

  private void add(String place, Set<String> aspects, String complaint, String target) {
    (WORDS.containsAll(aspects) ? findings.wording() : findings.facts())
        .add(complaint + " -> page.yaml, " + inYaml(place) + target);
  }

  /** Where page.yaml has a place; there the title is at the top. */
  private static String inYaml(String place) {
    return place.equals("page")
        ? "top"
        : place.startsWith("example ")
            ? "examples." + key(place)
            : place.contains(".") ? place : "prose." + place;
  }

  private static String key(String example) {
    int number = Integer.parseInt(example.substring("example ".length()));
    List<DocumentedExample> examples = DocumentedExample.all();
    return number > examples.size() ? "example" + number : examples.get(number - 1).key();
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

  /** A transcription in the form of a saved page. */
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

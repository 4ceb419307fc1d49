package io.github.bandwidthmessaging.check.documentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A saved copy of the documentation page: what it says, by place and aspect, in the terms of {@code
 * page.yaml}. White space, quotation marks and other punctuation make no difference.
 */
final class SavedPage {
  static final String SENTENCES = "sentences";

  private static final Set<String> SECTIONS =
      Set.of(
          "Request URL",
          "Basic Authentication",
          "Invalid Phone Number Handling",
          "Tags",
          "Supported Parameters",
          "Response Parameters");
  private static final Pattern EXAMPLE = Pattern.compile("Example (\\d+) of (\\d+): (.*)");
  private static final Pattern URL = Pattern.compile("([A-Z]+)\\s+(https?://\\S+)");
  private static final Pattern AUTHENTICATION = Pattern.compile("(\\w+)(?: 2\\.0)? Authentication");
  private static final Pattern TABLE = Pattern.compile("(Parameter \\|.*?)(?:---\\|)+(.*)\\|(.*)");
  private static final Pattern SENTENCE_END =
      Pattern.compile("(?<=[.!?])[^\\p{L}\\p{N}+]*(?=\\p{Lu})");
  private static final Pattern LIMIT =
      caseless(
          "(?:max\\w*|up to|at most|no more than|not exceed|limit\\w*)[^.\\d]{0,20}(\\d[\\d,]*)[ -]*char"
              + "|(\\d[\\d,]*)[ -]*char\\w* (?:or (?:less|fewer)|max|limit)");
  private static final Pattern FORMAT = caseless("\\b(E\\.164|RFC[- ]?3339|ISO[- ]?8601)\\b");
  private static final Pattern VALUES = caseless("values (?:are|include)\\b:?(.+?)(?:\\.|$)");
  private static final Pattern DEFAULT = caseless("(?:use the|defaults? (?:to|is)) \\W?(\\w+)\\b");
  private static final Pattern SAMPLE =
      caseless("(?:\\blike|\\bEx:|e\\.g\\.) (\\+?\\d[\\w:+.-]*\\w)");
  private static final Pattern HTTP = block("[A-Z]+ \\S+ HTTP/\\S+\n.*?\n}");
  private static final Pattern CURL = block("curl .*?\n'");
  private static final Pattern RECEIPT = block("Status: .*?\n}");
  private static final Pattern BRIDGE = Pattern.compile("The above command returns .*");

  private final Map<String, Map<String, String>> places = new LinkedHashMap<>();
  private final Map<String, String> sentences = new LinkedHashMap<>();
  private final String title;
  private int announcedExamples;

  private SavedPage(List<String> lines) {
    this.title = lines.isEmpty() ? "" : lines.get(0);
    say("page", "title", title);
    String section = title;
    List<String> inside = new ArrayList<>();
    for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      if (SECTIONS.contains(line) || EXAMPLE.matcher(line).matches()) {
        readSection(section, inside);
        section = line;
        inside.clear();
      } else {
        inside.add(line);
      }
    }
    readSection(section, inside);
  }

  /**
   * Reads a text.
   *
   * @param title the title that the page had, to find where it begins below what a site has above
   */
  static SavedPage of(String text, String title) {
    List<String> lines =
        text.lines()
            .map(line -> line.replace('\u00a0', ' ').strip())
            .filter(line -> !line.isEmpty())
            .toList();
    int address = lines.indexOf("Request URL");
    int start = lines.subList(0, Math.max(0, address)).lastIndexOf(title);
    // Another title stands above the one paragraph before the address.
    return new SavedPage(lines.subList(Math.max(0, start < 0 ? address - 2 : start), lines.size()));
  }

  Map<String, Map<String, String>> places() {
    return places;
  }

  String title() {
    return title;
  }

  /** How many examples there are by the heading of the last one. */
  int announcedExamples() {
    return announcedExamples;
  }

  /** Returns whether a sentence has a digit outside the facts that were read from its place. */
  boolean hasUnknownNumber(String place, String sentence) {
    String rest = sentence;
    for (String fact : places.getOrDefault(place, Map.of()).values()) {
      rest = rest.replace(fact, "");
    }
    return rest.matches(".*\\d.*");
  }

  /** The words that a fingerprint stands for. */
  String sentence(String fingerprint) {
    return sentences.getOrDefault(fingerprint, "");
  }

  private void readSection(String name, List<String> lines) {
    Matcher example = EXAMPLE.matcher(name);
    String text = String.join(" ", lines);
    if (example.matches()) {
      announcedExamples = Integer.parseInt(example.group(2));
      readExample("example " + example.group(1), example.group(3), String.join("\n", lines));
    } else if (name.equals("Request URL")) {
      first(URL, text, 1).ifPresent(method -> say("page", "method", method));
      first(URL, text, 2).ifPresent(url -> say("page", "url", url));
    } else if (name.equals("Supported Parameters")) {
      readTable(name, "request", String.join(" ", withBars(lines).lines().toList()));
    } else if (name.equals("Response Parameters")) {
      readTable(name, "response", String.join(" ", withBars(lines).lines().toList()));
    } else {
      if (name.endsWith("Authentication")) {
        first(AUTHENTICATION, text, 1).ifPresent(scheme -> say("page", "authentication", scheme));
      }
      describe(name, text);
    }
  }

  private void readTable(String section, String root, String text) {
    Matcher table = TABLE.matcher(text);
    if (!table.matches()) {
      return;
    }
    List<String> headings = cells(table.group(1));
    List<String> cells = cells(table.group(2));
    for (int row = 0; row + headings.size() <= cells.size(); row += headings.size()) {
      String place = root + "." + cells.get(row).replaceFirst("\\*$", "");
      for (int column = 1; column < headings.size(); column++) {
        String heading = headings.get(column).toLowerCase(Locale.ROOT);
        String cell = cells.get(row + column);
        if (heading.equals("description")) {
          describe(place, cell);
        } else {
          say(place, heading, cell);
        }
      }
    }
    if (!table.group(3).isBlank()) {
      describe("Notes on " + section, table.group(3));
    }
  }

  /** Puts bars between the cells of a table, and around them, where a browser copied tabs. */
  private static String withBars(List<String> lines) {
    String[] cells = String.join("\n", lines).split("\t", -1);
    int gaps = (int) (lines.isEmpty() ? 0 : lines.get(0).chars().filter(c -> c == '\t').count());
    for (int i = gaps; gaps > 0 && i < cells.length; i += gaps) {
      // The last cell of a row is followed by the first of the next row, or what is below the
      // table.
      int end =
          cells[i].indexOf('\n') < 0
              ? cells[i].length()
              : i + 1 < cells.length ? cells[i].lastIndexOf('\n') : cells[i].indexOf('\n');
      cells[i] =
          cells[i].substring(0, end) + " |" + (i == gaps ? "---|" : "") + cells[i].substring(end);
    }
    return String.join(" |", cells);
  }

  private void readExample(String place, String title, String text) {
    say(place, "title", title);
    String rest = BRIDGE.matcher(text).replaceAll("");
    rest = cut(place, "request", HTTP, rest);
    rest = cut(place, "curl", CURL, rest);
    rest = cut(place, "receipt", RECEIPT, rest);
    rest = cut(place, "receipt after curl", RECEIPT, rest);
    if (!letters(rest).isEmpty()) {
      say(place, "snippets", fingerprint(rest));
    }
  }

  private String cut(String place, String aspect, Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return text;
    }
    say(place, aspect, matcher.group());
    return text.substring(0, matcher.start()) + text.substring(matcher.end());
  }

  /** Reads the limits in a passage, and fingerprints its sentences. */
  private void describe(String place, String passage) {
    if (passage.isBlank()) {
      return; // A table of contents has the heading, too.
    }
    String text = passage.replaceAll("[“”„`]", "\"").replaceAll("\\s+", " ");
    LIMIT
        .matcher(text)
        .results()
        .map(limit -> limit.group(1) == null ? limit.group(2) : limit.group(1))
        .forEach(limit -> say(place, "max", limit.replace(",", "")));
    first(FORMAT, text, 1)
        .ifPresent(
            format -> say(place, "format", format.toUpperCase(Locale.ROOT).replace(' ', '-')));
    first(VALUES, text, 1).ifPresent(values -> say(place, "values", values(values)));
    first(DEFAULT, text, 1).ifPresent(value -> say(place, "default", value));
    first(SAMPLE, text, 1).ifPresent(sample -> say(place, "example", sample));
    String fingerprints =
        SENTENCE_END
            .splitAsStream(text)
            .filter(sentence -> !letters(sentence).isEmpty())
            .peek(sentence -> sentences.put(fingerprint(sentence), sentence.strip()))
            .map(SavedPage::fingerprint)
            .collect(joining(" "));
    say(place, SENTENCES, fingerprints);
  }

  private void say(String place, String aspect, String value) {
    places.computeIfAbsent(place, name -> new LinkedHashMap<>()).putIfAbsent(aspect, value);
  }

  private static String values(String text) {
    return Pattern.compile(",| or | and ")
        .splitAsStream(text)
        .map(value -> value.replaceAll("\\W", ""))
        .filter(value -> !value.isEmpty())
        .collect(joining(", "));
  }

  static String fingerprint(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(letters(text).getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}+]", "");
  }

  private static List<String> cells(String row) {
    return Stream.of(row.replaceFirst("\\|\\s*$", "").split("\\|", -1)).map(String::strip).toList();
  }

  private static Optional<String> first(Pattern pattern, String text, int group) {
    return pattern.matcher(text).results().map(match -> match.group(group)).findFirst();
  }

  private static Pattern caseless(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  private static Pattern block(String regex) {
    return Pattern.compile("^" + regex + "$", Pattern.MULTILINE | Pattern.DOTALL);
  }
}

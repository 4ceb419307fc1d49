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
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * A saved copy of the documentation page, as text or as HTML: what it says, by place and aspect, in
 * the terms of {@code page.yaml}. White space, quotation marks and other signs make no difference.
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
  private static final Pattern EXAMPLE = Pattern.compile("Example (\\d+) of \\d+: (.*)");
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

  private SavedPage(List<String> lines) {
    String title = lines.isEmpty() ? "" : lines.get(0);
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

  static SavedPage of(String content) {
    String text = content.contains("</") ? text(content) : content;
    return new SavedPage(
        text.lines()
            .map(line -> line.replace('\u00a0', ' ').strip())
            .filter(line -> !line.isEmpty())
            .toList());
  }

  Map<String, Map<String, String>> places() {
    return places;
  }

  /** The words that a fingerprint stands for. */
  String sentence(String fingerprint) {
    return sentences.getOrDefault(fingerprint, "");
  }

  private void readSection(String name, List<String> lines) {
    Matcher example = EXAMPLE.matcher(name);
    String text = String.join(" ", lines);
    if (example.matches()) {
      readExample("example " + example.group(1), example.group(2), String.join("\n", lines));
    } else if (name.equals("Request URL")) {
      first(URL, text, 1).ifPresent(method -> say("page", "method", method));
      first(URL, text, 2).ifPresent(url -> say("page", "url", url));
    } else if (name.equals("Supported Parameters")) {
      readTable(name, "request", text);
    } else if (name.equals("Response Parameters")) {
      readTable(name, "response", text);
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

  private void readExample(String place, String title, String text) {
    say(place, "title", title);
    String rest = BRIDGE.matcher(text).replaceAll("");
    rest = cut(place, "request", HTTP, rest);
    rest = cut(place, "curl", CURL, rest);
    rest = cut(place, "receipt", RECEIPT, rest);
    rest = cut(place, "receipt after curl", RECEIPT, rest);
    say(place, "snippets", fingerprint(rest));
  }

  private String cut(String place, String aspect, Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return text;
    }
    say(place, aspect, matcher.group());
    return text.substring(0, matcher.start()) + text.substring(matcher.end());
  }

  /** Says what a passage limits, and fingerprints its sentences. */
  private void describe(String place, String passage) {
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

  /** The text of an HTML page from its heading on, in the form that copying it has. */
  private static String text(String html) {
    Element page = Jsoup.parse(html);
    page.select("script, style, nav, header, footer, button").remove();
    StringBuilder text = new StringBuilder();
    page.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
              boolean printed =
                  words.parentElement() != null && words.parentElement().closest("pre") != null;
              text.append(printed ? words.getWholeText() : words.text());
            } else if (node instanceof Element element) {
              if (element.is("h1")) {
                text.setLength(0);
              }
              text.append(element.isBlock() || element.is("br") ? "\n" : "");
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element element) {
              if (element.is("td, th")) {
                text.append(" |");
              }
              text.append(element.isBlock() ? "\n" : "");
              if (element.is("tr:has(th)")) {
                text.append("---|\n");
              }
            }
          }
        });
    return text.toString();
  }
}

package io.github.bandwidthmessaging.check.documentation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** A saved page or document: its text, or a sentence that says what it is instead. */
final class SavedFile {
  private static final String SAVE = "; save the page with a browser, as HTML only";
  private static final Pattern HTML = Pattern.compile("(?i)^\\s*<[a-z!?]|<html|<body");
  private static final int LARGEST = 20_000_000;
  private static final int LEAST_WORDS = 40;

  /** The first bytes of files that are not a page. */
  private static final String SIGNATURES =
      """
      %PDF = a PDF
      PK\u0003\u0004 = a ZIP archive or an Office document
      \u001f\u008b = compressed with gzip
      \u0089PNG = a picture
      \u00ff\u00d8\u00ff = a picture
      {\\rtf = an RTF document
      bplist = a web archive
      From: <Saved by = a web archive (MHTML)
      MIME-Version: = a web archive (MHTML)
      """;

  /** Describes a file that is not a complete copy of a page. */
  static final class NotACopyException extends Exception {
    private static final long serialVersionUID = 1;

    NotACopyException(String sentence) {
      super(sentence);
    }
  }

  private final String content;
  private final Document html;

  private SavedFile(String content) {
    this.content = content;
    this.html = Jsoup.parse(content);
  }

  static SavedFile read(Path file) throws IOException, NotACopyException {
    if (!Files.exists(file)) {
      throw new NotACopyException("does not exist");
    } else if (!Files.isRegularFile(file)) {
      throw new NotACopyException(
          "is " + (Files.isDirectory(file) ? "a directory" : "not a file") + ", name a saved page");
    } else if (Files.size(file) > LARGEST) {
      throw new NotACopyException("has more than " + LARGEST / 1_000_000 + " MB, as no page has");
    }
    return of(Files.readAllBytes(file));
  }

  static SavedFile of(byte[] bytes) throws NotACopyException {
    String raw = new String(bytes, ISO_8859_1);
    for (String line : SIGNATURES.lines().toList()) {
      String[] signature = line.split(" = ", 2);
      if (raw.startsWith(signature[0])) {
        throw new NotACopyException("is " + signature[1] + SAVE);
      }
    }
    long zeros = raw.chars().filter(character -> character == 0).count();
    if (raw.startsWith("\u00ff\u00fe")
        || raw.startsWith("\u00fe\u00ff")
        || zeros > raw.length() / 4) {
      throw new NotACopyException("is UTF-16; save it as UTF-8");
    } else if (zeros > 0) {
      throw new NotACopyException("is binary, not a page" + SAVE);
    }
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      text = text.replaceFirst("^\ufeff", "").replaceAll("\r\n?", "\n");
      if (text.isBlank()) {
        throw new NotACopyException("is empty" + SAVE);
      }
      return new SavedFile(text);
    } catch (CharacterCodingException e) {
      throw new NotACopyException("is not UTF-8; save it as UTF-8");
    }
  }

  String content() {
    return content;
  }

  boolean isHtml() {
    return HTML.matcher(content).find();
  }

  /** Returns whether the end of the file is known to be missing. */
  boolean isCutOff() {
    String lowerCase = content.toLowerCase(Locale.ROOT);
    return lowerCase.contains("<html") && !lowerCase.contains("</html>");
  }

  /** Describes a file that is not a copy of any cited source. */
  NotACopyException notACopy() {
    String text = isHtml() ? html.text() : content;
    String title = isHtml() ? html.title() : text.lines().findFirst().orElse("").strip();
    String address = html.select("link[rel=canonical]").attr("href");
    if (html.selectFirst("input[type=password]") != null) {
      return new NotACopyException(
          "is a login page, \"" + title + "\"; log in, then save the page");
    } else if (html.selectFirst("script") != null && text.split("\\s+").length < LEAST_WORDS) {
      return new NotACopyException(
          "is the empty page that JavaScript fills in; save it from a browser, not with curl"
              + SAVE);
    } else if (content.stripLeading().startsWith("{")) {
      return new NotACopyException("is JSON, not a page" + SAVE);
    }
    boolean bandwidth = content.toLowerCase(Locale.ROOT).contains("bandwidth");
    return new NotACopyException(
        "is another page%s, \"%s\"%s: the data takes nothing from it"
            .formatted(
                bandwidth ? " of or about Bandwidth" : "",
                title.length() > 80 ? title.substring(0, 80) + "..." : title,
                address.isEmpty() ? "" : " (" + address + ")"));
  }

  /** The text, from the last main heading of HTML on, in the form that copying it has. */
  String text() {
    return isHtml() ? text(html) : content;
  }

  private static String text(Document html) {
    Element page = html.clone();
    page.select("script, style, nav, header, footer, button, title").remove();
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

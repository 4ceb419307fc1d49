package io.github.bandwidthmessaging.generator;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Renders a document's CommonMark as the text of a Javadoc comment: HTML that doclint accepts in
 * any comment, without a backslash, which could begin a Unicode escape, and without the end of a
 * comment.
 */
final class Javadoc implements Escaped {
  private static final Parser PARSER =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

  private final String text;

  private Javadoc(String text) {
    this.text = text.isBlank() ? "Not described" : text;
  }

  static Javadoc of(String commonMark) {
    Renderer renderer = new Renderer(commonMark);
    PARSER.parse(commonMark).accept(renderer);
    return new Javadoc(renderer.out.toString());
  }

  /** The same within a sentence: no paragraphs, lists and the like. */
  static Javadoc phrase(String commonMark) {
    Node node = PARSER.parse(commonMark);
    while (node != null && !(node instanceof Paragraph) && !(node instanceof Heading)) {
      node = node.getFirstChild();
    }
    Renderer renderer = new Renderer(commonMark);
    if (node == null) {
      renderer.text(commonMark.replaceAll("\\s+", " "));
    } else {
      renderer.visitChildren(node);
    }
    return new Javadoc(renderer.out.toString());
  }

  /** Returns any text as a code span in CommonMark. */
  static String span(String text) {
    String line = text.replaceAll("[\r\n]", " ");
    String fence = "`";
    while (line.contains(fence)) {
      fence += "`";
    }
    return line.isBlank() || line.startsWith("`") || line.endsWith("`") || line.startsWith(" ")
        ? fence + " " + line + " " + fence
        : fence + line + fence;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Javadoc that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  private static final class Renderer extends AbstractVisitor {
    private static final int MAX_DEPTH = 50;
    private static final Pattern COMMENT = Pattern.compile("<!--.*?(-->|$)", Pattern.DOTALL);

    /** Tags for layout; anything else that looks like a tag can be a placeholder. */
    private static final Pattern TAG =
        Pattern.compile(
            "</?(a|b|big|blockquote|br|center|code|dd|details|div|dl|dt|em|font|h[1-6]|hr|i|img|kbd"
                + "|li|ol|p|pre|s|samp|section|small|span|strong|sub|summary|sup|table|tbody|td|th"
                + "|thead|tr|tt|u|ul|var)(\\s[^>]*)?/?>",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TABLE_HEAD = Pattern.compile("[\\s|:-]*-[\\s|:-]*");

    private final String[] source;
    private StringBuilder out = new StringBuilder();
    private int depth;

    Renderer(String source) {
      this.source = source.split("\r\n|\r|\n", -1);
    }

    @Override
    protected void visitChildren(Node parent) {
      if (++depth < MAX_DEPTH) {
        super.visitChildren(parent);
      }
      depth--;
    }

    @Override
    public void visit(Paragraph paragraph) {
      List<String> lines =
          paragraph.getSourceSpans().stream()
              .map(s -> source[s.getLineIndex()].substring(s.getColumnIndex()))
              .toList();
      if (lines.size() > 1
          && lines.get(1).contains("|")
          && TABLE_HEAD.matcher(lines.get(1)).matches()) {
        preformatted(lines);
      } else {
        paragraph(rendered(paragraph));
      }
    }

    @Override
    public void visit(Heading heading) {
      // Doclint requires consecutive heading levels; documents do not have them.
      String text = rendered(heading);
      paragraph(text.isBlank() ? "" : "<b>" + text + "</b>");
    }

    @Override
    public void visit(BulletList list) {
      block("ul", rendered(list));
    }

    @Override
    public void visit(OrderedList list) {
      block("ol", rendered(list));
    }

    @Override
    public void visit(ListItem item) {
      String text = rendered(item);
      if (!text.isBlank()) {
        out.append("\n * <li>").append(text);
      }
    }

    @Override
    public void visit(BlockQuote quote) {
      block("blockquote", rendered(quote));
    }

    @Override
    public void visit(FencedCodeBlock code) {
      preformatted(code.getLiteral().lines().toList());
    }

    @Override
    public void visit(IndentedCodeBlock code) {
      preformatted(code.getLiteral().lines().toList());
    }

    @Override
    public void visit(HtmlBlock html) {
      String text = COMMENT.matcher(html.getLiteral()).replaceAll(" ");
      String plain = TAG.matcher(text).replaceAll(" ").strip().replaceAll("\\s*\n\\s*", "\n");
      paragraph(inOwn(() -> text(plain)));
    }

    @Override
    public void visit(HtmlInline html) {
      String tag = html.getLiteral();
      if (tag.matches("(?i)<(br|p)\\b.*")) {
        out.append("\n * ");
      } else if (!COMMENT.matcher(tag).matches() && !TAG.matcher(tag).matches()) {
        text(tag);
      }
    }

    @Override
    public void visit(Link link) {
      String url = Links.absolute(link.getDestination());
      String text = rendered(link);
      if (url == null || text.isBlank()) {
        out.append(text);
      } else {
        out.append("<a href=\"");
        // Doclint takes the character reference as part of the URL.
        text(url.replace("@", "%40"));
        out.append("\">").append(text).append("</a>");
      }
    }

    @Override
    public void visit(Emphasis emphasis) {
      inline("em", rendered(emphasis));
    }

    @Override
    public void visit(StrongEmphasis emphasis) {
      inline("strong", rendered(emphasis));
    }

    @Override
    public void visit(Code code) {
      String literal = code.getLiteral();
      if (isPlain(literal)) {
        out.append("{@code ").append(literal).append('}');
      } else {
        inline("code", inOwn(() -> text(literal)));
      }
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
      out.append("\n * ");
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
      out.append("<br>\n * ");
    }

    @Override
    public void visit(Text node) {
      text(node.getLiteral());
    }

    private void paragraph(String text) {
      if (!text.isBlank()) {
        out.append(out.isEmpty() ? "" : "\n *\n * <p>").append(text);
      }
    }

    private void preformatted(List<String> lines) {
      block(
          "pre",
          inOwn(
              () ->
                  lines.forEach(
                      line -> {
                        out.append("\n * ");
                        text(line);
                      })));
    }

    private void block(String tag, String content) {
      if (!content.replaceAll("[\\s*]", "").isEmpty()) {
        out.append(out.isEmpty() ? "" : "\n *\n * ");
        out.append('<').append(tag).append('>').append(content);
        out.append("\n * </").append(tag).append('>');
      }
    }

    private void inline(String tag, String content) {
      if (!content.isBlank()) {
        out.append('<').append(tag).append('>').append(content);
        out.append("</").append(tag).append('>');
      }
    }

    private String rendered(Node parent) {
      return inOwn(() -> visitChildren(parent));
    }

    private String inOwn(Runnable writer) {
      StringBuilder outer = out;
      out = new StringBuilder();
      writer.run();
      String written = out.toString();
      out = outer;
      return written;
    }

    /** Escapes text that Javadoc or Java would interpret. */
    private void text(String text) {
      text.codePoints()
          .forEach(
              c -> {
                switch (c) {
                  case '&' -> out.append("&amp;");
                  case '<' -> out.append("&lt;");
                  case '>' -> out.append("&gt;");
                  case '@' -> out.append("&#64;");
                  case '\\' -> out.append("&#92;");
                  case '*' -> out.append(out.isEmpty() ? "&#42;" : "*");
                  case '/' ->
                      out.append(
                          out.isEmpty() || out.charAt(out.length() - 1) == '*' ? "&#47;" : "/");
                  case '\n' -> out.append("\n * ");
                  case '\t' -> out.append("    ");
                  case '\u200c', '\u200d' -> out.appendCodePoint(c);
                  default -> {
                    if (Escaped.isVisible(c)) {
                      out.appendCodePoint(c);
                    } else if (Character.getType(c) == Character.SURROGATE) {
                      out.append('\ufffd');
                    }
                  }
                }
              });
    }

    /** Whether a text needs no escaping in an inline tag. */
    private static boolean isPlain(String code) {
      int depth = 0;
      for (int i = 0; i < code.length(); i++) {
        char c = code.charAt(i);
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (depth < 0 || c == '@' || c == '\\' || c == '\n') {
          return false;
        }
      }
      return depth == 0
          && !code.isBlank()
          && !code.contains("*/")
          && code.codePoints().allMatch(Escaped::isVisible);
    }
  }
}

package io.github.bandwidthmessaging.generator;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The URLs of a document that are safe to link to: web and email. */
final class Links {
  private static final Pattern SAFE = Pattern.compile("(?i)(https?://|mailto:).*");
  private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*");

  private Links() {}

  /** Whether a URL is relative, or has a scheme that runs nothing. */
  static boolean isSafe(String url) {
    // Browsers skip control characters before and within a scheme.
    String seen = url.replaceAll("[\\p{Cntrl}\\s\\p{Cf}]", "");
    return !SCHEME.matcher(seen).matches() || SAFE.matcher(seen).matches();
  }

  /** An absolute URL with invalid characters escaped, null if it is not safe. */
  static @Nullable String absolute(String url) {
    if (!SAFE.matcher(url).matches()) {
      return null;
    }
    StringBuilder escaped = new StringBuilder();
    for (byte unit : url.getBytes(StandardCharsets.UTF_8)) {
      boolean allowed = unit > ' ' && "\"<>\\^`{|}\u007f".indexOf(unit) < 0;
      escaped.append(allowed ? (char) unit : String.format("%%%02X", unit));
    }
    try {
      return new URI(escaped.toString()).toString();
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /**
   * CommonMark that a page can show: the text itself, or, if a link or HTML in it is not safe, the
   * text without links and HTML.
   */
  static String inert(String commonMark) {
    Node document = Parser.builder().build().parse(commonMark);
    Words words = new Words();
    document.accept(words);
    return words.unsafe
        ? words.text.toString().strip().replaceAll("\\p{Punct}", "\\\\$0")
        : commonMark;
  }

  private static final class Words extends AbstractVisitor {
    /** An attribute of HTML that can hold a URL or a script; its value must be plain and safe. */
    private static final Pattern UNSAFE_ATTRIBUTE =
        Pattern.compile(
            "(?i)\\b(on\\w+|srcdoc|style|(href|src\\w*|action|formaction|data|poster|background)\\s*=\\s*(?![\"']?(https?://|mailto:|#|/)[^&]))");

    private final StringBuilder text = new StringBuilder();
    private boolean unsafe;

    @Override
    public void visit(Link link) {
      unsafe |= !isSafe(link.getDestination());
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      unsafe |= !isSafe(image.getDestination());
      visitChildren(image);
    }

    @Override
    public void visit(LinkReferenceDefinition definition) {
      unsafe |= !isSafe(definition.getDestination());
    }

    @Override
    public void visit(HtmlInline html) {
      unsafe |= UNSAFE_ATTRIBUTE.matcher(html.getLiteral()).find();
    }

    @Override
    public void visit(HtmlBlock html) {
      unsafe |= UNSAFE_ATTRIBUTE.matcher(html.getLiteral()).find();
    }

    @Override
    public void visit(Text node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(Code code) {
      text.append(code.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock code) {
      text.append(code.getLiteral()).append("\n\n");
    }

    @Override
    public void visit(IndentedCodeBlock code) {
      text.append(code.getLiteral()).append("\n\n");
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
      text.append('\n');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
      text.append('\n');
    }

    @Override
    public void visit(Paragraph paragraph) {
      visitChildren(paragraph);
      text.append("\n\n");
    }

    @Override
    public void visit(Heading heading) {
      visitChildren(heading);
      text.append("\n\n");
    }
  }
}

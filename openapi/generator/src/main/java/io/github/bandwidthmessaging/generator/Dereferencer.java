package io.github.bandwidthmessaging.generator;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.reference.DereferencerContext;
import io.swagger.v3.parser.reference.OpenAPIDereferencer;
import io.swagger.v3.parser.reference.Reference;
import io.swagger.v3.parser.reference.Traverser;
import io.swagger.v3.parser.reference.Visitor;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps swagger-parser from following the references of our documents of OpenAPI 3.1, of which it
 * fetches some and refuses others, and from refusing boolean schemas and operations without
 * responses; {@link Downgrade} does better. It finds this class by itself.
 */
public final class Dereferencer implements OpenAPIDereferencer {
  private static final Pattern TYPE =
      Pattern.compile("attribute components\\.schemas\\.(.*) is not of type .*");
  private static final Pattern TARGET =
      Pattern.compile(".*\\$ref target (.*) is not of expected type .*");
  private static final Pattern RESPONSES = Pattern.compile("attribute .*\\.responses is missing");

  /** Called by swagger-parser. */
  public Dereferencer() {}

  @Override
  public boolean canDereference(DereferencerContext context) {
    return true;
  }

  @Override
  public void dereference(DereferencerContext context, Iterator<OpenAPIDereferencer> chain) {
    if (DocumentReader.isExpecting()) {
      JsonNode document = References.tree(References.text(context.getRootUri()));
      List<String> messages = new ArrayList<>(context.getSwaggerParseResult().getMessages());
      messages.removeIf(message -> isWrong(message, document));
      context.getSwaggerParseResult().setMessages(messages);
      return;
    }
    while (chain.hasNext()) {
      OpenAPIDereferencer next = chain.next();
      if (next != this && next.canDereference(context)) {
        next.dereference(context, chain);
        return;
      }
    }
  }

  private static boolean isWrong(String message, JsonNode document) {
    Matcher type = TYPE.matcher(message);
    Matcher target = TARGET.matcher(message);
    return (type.matches()
            && document.path("components").path("schemas").path(type.group(1)).isBoolean())
        || (target.matches() && !Downgrade.isComponent(target.group(1)))
        || RESPONSES.matcher(message).matches();
  }

  @Override
  public @Nullable Traverser buildTraverser(DereferencerContext context) {
    return null;
  }

  @Override
  public @Nullable Visitor buildReferenceVisitor(
      DereferencerContext context, Reference reference, Traverser traverser) {
    return null;
  }
}

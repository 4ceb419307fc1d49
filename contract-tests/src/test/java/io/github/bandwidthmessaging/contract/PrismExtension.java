package io.github.bandwidthmessaging.contract;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests one {@link Prism} for the whole run, and prints its log of a test that fails. */
final class PrismExtension
    implements BeforeAllCallback,
        BeforeTestExecutionCallback,
        AfterTestExecutionCallback,
        ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(PrismExtension.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    prism(context);
  }

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    context.getStore(NAMESPACE).put("logStart", prism(context).log().length());
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      int logStart = context.getStore(NAMESPACE).get("logStart", Integer.class);
      System.err.printf(
          "Prism during %s:%n%s%n",
          context.getDisplayName(), prism(context).log().substring(logStart));
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Prism.class;
  }

  @Override
  public Prism resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return prism(context);
  }

  /** Lives in the root store, which closes it at the end of the run. */
  private static Prism prism(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Prism.class, key -> Prism.start(Prism.ANY_PORT), Prism.class);
  }
}
